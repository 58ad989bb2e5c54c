import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { field } from '../../../platform/publishing/field.ts';
import { defineKind } from '../../../platform/publishing/kind.ts';
import { type Answer, afterTry, isDeadWhenPublished, isDue, type LinkState, linksIn } from './model.ts';

const label = { ja: '項目', en: 'Field' };
const kind = defineKind({
  name: 'tip',
  label,
  listed: false,
  schema: z.strictObject({
    url: field(z.string().max(200), { label }),
    body: field(z.object({ ja: z.string().max(200) }), { label, markdown: true }),
  }),
});

it('links of an entry are its addresses and those in its Markdown, each once', () => {
  const ja =
    '[案内](https://a.example/x?a=1&b=2) と <https://b.example/> と [ここ](/help) と [危険](javascript:alert(1)) と [また](https://a.example/x?a=1&b=2)';
  expect(linksIn(kind, { url: ' https://c.example/ ', body: { ja } })).toEqual([
    'https://c.example/',
    'https://a.example/x?a=1&b=2',
    'https://b.example/',
  ]);
  expect(linksIn(kind, { url: 'mailto:a@example.jp', body: { ja: 'https ではない' } })).toEqual([]);
});

it('links of a text within other fields are found by the keys that hold Markdown', () => {
  const blocks = [
    { heading: { ja: '[題](https://a.example/)' }, body: { ja: '[本文](https://b.example/)' } },
  ];
  const text = z.object({ ja: z.string().max(200) });
  const composed = defineKind({
    name: 'composed',
    label,
    listed: false,
    schema: z.strictObject({
      blocks: field(z.array(z.strictObject({ heading: text, body: text })).max(2), { label }),
    }),
  });
  expect(linksIn(composed, { blocks })).toEqual(['https://b.example/']);
});

const now = new Date('2026-11-23T03:00:00Z');
const later = (days: number) => new Date(now.getTime() + days * 24 * 60 * 60 * 1_000);
const gone: Answer = { status: 404, failure: null, movedTo: null };
const there: Answer = { status: 200, failure: null, movedTo: null };

function after(tries: readonly [number, Answer][]): LinkState {
  let state: LinkState | undefined;
  for (const [day, answer] of tries) state = afterTry(state, answer, later(day));
  return state as LinkState;
}

describe('a link of something published', () => {
  it.each([
    ['after three tries over three days', [0, 1, 3], 3, true],
    ['not after many tries on one day', [0, 0.1, 0.2, 0.3, 0.4], 0.5, false],
    ['not after two tries in a month', [0, 30], 30, false],
  ] as const)('is dead %s', (_, days, at, dead) => {
    expect(isDeadWhenPublished(after(days.map((day) => [day, gone])), later(at))).toBe(dead);
  });

  it('is alive again with the first answer, whatever was before', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10)), (days) => {
        const tries = days.map((day): [number, Answer] => [day, gone]);
        const state = after([...tries, [11, there]]);
        expect(state).toMatchObject({ failures: 0, failingSince: null, notifiedAt: null });
      }),
    );
  });

  it('is called weekly, and daily while it fails', () => {
    expect(isDue(undefined, now)).toBe(true);
    expect([6, 7].map((days) => isDue(after([[0, there]]), later(days)))).toEqual([false, true]);
    expect([0.5, 1].map((days) => isDue(after([[0, gone]]), later(days)))).toEqual([false, true]);
  });

  it.each([401, 403, 429, 200, 301])('that answers %i is there', (status) => {
    expect(afterTry(undefined, { ...gone, status }, now).failures).toBe(0);
  });
});
