import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DividedPage } from './divided-page.ts';

const nonce = fc.stringMatching(/^[A-Za-z0-9+/]{22}==$/);

it('a divided page is the page again, with another nonce, plain and compressed', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme', maxLength: 2_000 }), { minLength: 1, maxLength: 6 }),
      nonce,
      nonce,
      (pieces, first, second) => {
        const page = new DividedPage(Buffer.from(pieces.join(first)), first);
        const wanted = pieces.join(first).replaceAll(first, second);
        expect(page.plain(second).toString()).toBe(wanted);
        expect(gunzipSync(page.gzipped(second)).toString()).toBe(wanted);
        expect(gunzipSync(page.gzipped(first)).toString()).toBe(pieces.join(first));
      },
    ),
    { numRuns: 60 },
  );
});

it('a page divided at its few scripts compresses about as well as the whole', () => {
  const paragraphs = Array.from({ length: 200 }, (_, number) => `<p>取組${number}の説明が続きます。</p>`);
  const script = '<script nonce="NONCE" src="/main.js"></script>';
  const page = [script, ...paragraphs.slice(0, 100), script, ...paragraphs.slice(100), script].join('\n');
  const whole = gzipSync(page).length;
  expect(new DividedPage(Buffer.from(page), 'NONCE').gzipped('NONCE').length).toBeLessThan(whole * 1.5);
});
