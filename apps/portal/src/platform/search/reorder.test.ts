import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reorder } from './reorder.ts';

const hit = (score: number, share: number, ...fields: string[]) => ({
  score,
  share,
  highlights: Object.fromEntries(
    fields.map((name) => [name, { ranges: [[0, 1]], snippet: { fragments: [] } }]),
  ) as never,
});

describe('the order of the first hits', () => {
  const japanese = hit(10, 1, 'title');
  const english = hit(9, 1, 'titleEn');

  it('begins on an English page with titles that hold the words in English', () => {
    expect(reorder([japanese, english], 'en')).toEqual([english, japanese]);
    expect(reorder([japanese, english], 'ja')).toEqual([japanese, english]);
  });

  it('has a title, and an audience, before what is only said in passing', () => {
    const passing = hit(11, 1, 'body');
    const audience = hit(10, 1, 'terms');
    expect(reorder([passing, audience, japanese], 'ja')).toEqual([japanese, audience, passing]);
  });

  it('lifts no title that holds only some of the words over what holds all', () => {
    const part = hit(9, 0.4, 'titleEn');
    const all = hit(10, 1, 'bodyEn');
    expect(reorder([all, part], 'ja')).toEqual([all, part]);
  });

  it('loses and adds none', () => {
    const hits = fc.array(
      fc.tuple(fc.double({ min: 0, max: 100, noNaN: true }), fc.constantFrom('title', 'terms')),
    );
    fc.assert(
      fc.property(hits, (given) => {
        const made = given.map(([score, field]) => hit(score, 1, field));
        expect(new Set(reorder(made, 'en'))).toEqual(new Set(made));
      }),
    );
  });
});
