import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../sbom.ts';
import { SbomError } from '../sbom-error.ts';
import { type JsonItem, JsonStream, outermostLists } from './json-stream.ts';
import type { JsonValue } from './json-value.ts';

function readInPieces(
  text: string,
  size: number,
  limits = defaultLimits,
): { root: JsonValue; items: JsonItem[] } {
  const bytes = Buffer.from(text);
  const items: JsonItem[] = [];
  const stream = new JsonStream(limits, outermostLists, (item) => items.push(item));
  for (let at = 0; at < bytes.length; at += size) stream.push(bytes.subarray(at, at + size));
  return { root: stream.end(), items };
}

function refusal(text: string | Uint8Array, limits = defaultLimits): SbomError {
  const stream = new JsonStream(limits, outermostLists, () => undefined);
  try {
    stream.push(Buffer.from(text as string));
    stream.end();
  } catch (error) {
    if (error instanceof SbomError) return error;
    throw error;
  }
  throw new Error('was accepted');
}

const noForbiddenKeys = (text: string) => !/__proto__|"constructor"|"prototype"/.test(text);

describe('reading JSON piece by piece', () => {
  it('gives what JSON.parse gives, wherever the pieces are cut', () => {
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 6 }).filter(noForbiddenKeys),
        fc.integer({ min: 1, max: 40 }),
        (json, size) => {
          const { root } = readInPieces(`{"value":{"inner":${json}}}`, size);
          expect(root).toEqual({ value: { inner: JSON.parse(json) } });
        },
      ),
      { numRuns: 500 },
    );
  });

  it('hands over the entries of the outermost lists, and keeps none of them', () => {
    const { root, items } = readInPieces('{"a":[1,{"b":[2]},[3]],"c":{"d":[4]}}', 1);
    expect(items).toEqual([
      { list: '/a', pointer: '/a/0', value: 1, line: 0, column: 0 },
      { list: '/a', pointer: '/a/1', value: { b: [2] }, line: 1, column: 9 },
      { list: '/a', pointer: '/a/2', value: [3], line: 1, column: 19 },
    ]);
    expect(root).toEqual({ a: [], c: { d: [4] } });
  });

  it('either agrees with JSON.parse that a damaged text is wrong, or reads the same', () => {
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 4 }).filter(noForbiddenKeys),
        fc.nat(),
        fc.constantFrom(...'{}[]",:\\0e-.tn \u0000é'),
        (json, where, damage) => {
          const at = where % (json.length + 1);
          const damaged = `{"v":${json.slice(0, at)}${damage}${json.slice(at + 1)}}`;
          let expected: unknown;
          try {
            expected = JSON.parse(damaged);
          } catch {
            expect(() => readInPieces(damaged, 7)).toThrow(SbomError);
            return;
          }
          try {
            const stream = new JsonStream(
              defaultLimits,
              () => false,
              () => undefined,
            );
            stream.push(Buffer.from(damaged));
            expect(stream.end()).toEqual(expected);
          } catch (error) {
            if (!(error instanceof SbomError)) throw error;
            expect(error.code).toBe('forbidden-key');
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('names line, column and pointer of a syntax error', () => {
    const error = refusal('{\n  "components": [\n    {"name": wrong}\n  ]\n}');
    expect(error.code).toBe('malformed');
    expect(error.place).toBe('3:14 /components/0');
  });

  it.each([
    ['{"a":{"__proto__":{}}}', 'forbidden-key', '1:7 /a'],
    ['{"a":{"constructor":{}}}', 'forbidden-key', '1:7 /a'],
    ['{"a":"\u0001"}', 'malformed', '1:7'],
    ['{"a":"\\x"}', 'malformed', '1:6'],
    ['{"a":[1,2', 'truncated', '1:10 /a'],
    ['{"a":"un', 'truncated', '1:9'],
    ['{"a":tru', 'truncated', '1:9'],
    ['{"a":1} {', 'malformed', '1:9'],
    ['', 'truncated', '1:1'],
  ])('refuses %s as %s at %s', (text, code, place) => {
    expect(refusal(text)).toMatchObject({ code, place });
  });

  it('refuses bytes that are not UTF-8, and says where', () => {
    expect(refusal(Buffer.from('7b2261223a2282a0227d', 'hex'))).toMatchObject({
      code: 'encoding',
      place: '1:6',
    });
  });

  it('refuses nesting beyond the limit, however it is spelt', () => {
    expect(refusal('['.repeat(10_000))).toMatchObject({ code: 'too-deep' });
    expect(refusal('{"a":'.repeat(10_000))).toMatchObject({ code: 'too-deep' });
  });

  it('refuses an entry, a text or a rest that outgrows its limit, but not a long list', () => {
    const limits = { ...defaultLimits, itemBytes: 1000 };
    expect(refusal(`{"a":[{"b":"${'x'.repeat(2000)}"}]}`, limits)).toMatchObject({ code: 'too-large' });
    expect(refusal(`{"a":{"b":[${'[],'.repeat(500)}1]}}`, limits)).toMatchObject({ code: 'too-large' });
    const { items } = readInPieces(`{"a":[${'{"b":1},'.repeat(5000)}{"b":2}]}`, 64, limits);
    expect(items).toHaveLength(5001);
  });

  it('leaves no trace on the prototype of objects', () => {
    refusal('{"__proto__":{"polluted":true}}');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
