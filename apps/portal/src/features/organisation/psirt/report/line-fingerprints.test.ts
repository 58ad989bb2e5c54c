import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineFingerprints } from './line-fingerprints.ts';

async function fingerprints(text: string, pieces = 7): Promise<(string | undefined)[]> {
  const bytes = Buffer.from(text);
  const source = (async function* () {
    for (let at = 0; at < bytes.length; at += pieces) yield bytes.subarray(at, at + pieces);
  })();
  const lines = text.split(/\r\n|\r|\n/).length;
  const found = await lineFingerprints(source, new Set(Array.from({ length: lines }, (_, at) => at + 1)));
  return Array.from({ length: lines }, (_, at) => found.get(at + 1));
}

describe('the fingerprint of a line', () => {
  /** Cases of the tests of github/codeql-action (src/fingerprints.test.ts). */
  it.each([
    ['', ['c129715d7a2bc9a3:1']],
    [
      ' a\nb\n  \t\tc\n d',
      ['271789c17abda88f:1', '54703d4cd895b18:1', '180aee12dab6264:1', 'a23a3dc5e078b07b:1'],
    ],
    [
      ' hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End',
      [
        '8b7cf3e952e7aeb2:1',
        'b1ae1287ec4718d9:1',
        'bff680108adb0fcc:1',
        'c6805c5e1288b612:1',
        'b86d3392aea1be30:1',
        'e6ceba753e1a442:1',
      ],
    ],
    [
      ' hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r',
      [
        'e9496ae3ebfced30:1',
        'fb7c023a8b9ccb3f:1',
        'ce8ba1a563dcdaca:1',
        'e20e36e16fcb0cc8:1',
        'b3edc88f2938467e:1',
        'c8e28b0b4002a3a0:1',
        'c129715d7a2bc9a3:1',
      ],
    ],
  ])('is what GitHub computes: %j', async (text, expected) => {
    expect(await fingerprints(text)).toEqual(expected);
  });

  it('does not change with the indentation, the line ends, or where the bytes are cut', async () => {
    const text = '{\n  "名前": "架け橋",\n  "a": 1\n}\n';
    const expected = await fingerprints(text);
    expect(await fingerprints(text.replaceAll('\n', '\r\n').replaceAll('  ', '\t'), 1)).toEqual(expected);
    expect(new Set(expected).size).toBe(5);
  });

  it('is that of the definition: the sum of 100 characters times powers of 37, modulo 2⁶⁴', async () => {
    const line = fc.string({ unit: fc.constantFrom('a', 'Z', '0', '"', '漢', 'é', '😀'), maxLength: 130 });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 6 }), async (lines) => {
        const text = lines.join('\n');
        const units = [...Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)), 0xffff];
        const seen = new Map<string, number>();
        let start = 0;
        const expected = lines.map((each) => {
          let hash = 0n;
          for (let at = 0; at < 100; at++)
            hash = BigInt.asUintN(64, hash * 37n + BigInt(units[start + at] ?? 0));
          start += each.length + 1;
          const hex = hash.toString(16);
          seen.set(hex, (seen.get(hex) ?? 0) + 1);
          return `${hex}:${seen.get(hex)}`;
        });
        expect(await fingerprints(text, 5)).toEqual(expected);
      }),
    );
  });
});
