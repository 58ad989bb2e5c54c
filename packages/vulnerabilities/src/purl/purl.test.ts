import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPurl } from './format.ts';
import { parsePurl, readPurl } from './parse.ts';
import { PurlError } from './purl-error.ts';
import { PURL_TYPES } from './types.ts';

describe('parsing a package URL', () => {
  it('gives the decoded, normalised components', () => {
    expect(parsePurl('pkg:NPM/%40Angular/Animation@12.3.1?Arch=x86#/src//./lib/')).toEqual({
      type: 'npm',
      namespace: '@angular',
      name: 'animation',
      version: '12.3.1',
      qualifiers: { arch: 'x86' },
      subpath: 'src/lib',
    });
  });

  it.each([
    ['npm/foo', 'missing', 'scheme'],
    ['pkg:npm', 'missing', 'name'],
    ['pkg:n%20pm/foo', 'bad-character', 'type'],
    ['pkg:npm/@1.0', 'missing', 'name'],
    ['pkg:npm/foo@%zz', 'bad-encoding', 'version'],
    ['pkg:npm/foo@%c3', 'bad-encoding', 'version'],
    ['pkg:generic/a%2Fb/foo', 'slash-in-segment', 'namespace'],
    ['pkg:npm/foo#a%2Fb', 'slash-in-segment', 'subpath'],
    ['pkg:npm/foo?a b=c', 'bad-character', 'qualifiers'],
    ['pkg:npm/foo?__proto__=c', 'bad-character', 'qualifiers'],
    ['pkg:npm/foo?a=1&A=2', 'duplicate-key', 'qualifiers'],
    ['pkg:swift/foo', 'missing', 'namespace'],
    ['pkg:swift/github.com/Alamofire/@5.4.3', 'missing', 'name'],
    ['pkg:cargo/a/foo', 'prohibited', 'namespace'],
    ['pkg:julia/Dates', 'missing', 'qualifiers'],
    ['pkg:cpan/URI::Escape', 'type-rule', 'name'],
    ['pkg:swid/a/b/c/name?tag_id=1', 'type-rule', 'namespace'],
  ])('refuses %s: %s %s', (text, code, part) => {
    const failure = capture(() => parsePurl(text));
    expect(failure).toMatchObject({ code, part });
    expect(failure.ja).toMatch(/^パッケージURL：/);
  });

  it('leaves out empty qualifiers and an empty version', () => {
    expect(parsePurl('pkg:npm/foo@?a=&b')).toMatchObject({ version: null, qualifiers: null });
  });

  it('keeps a qualifier named like a property of objects as plain data', () => {
    expect(parsePurl('pkg:npm/foo?constructor=x').qualifiers).toEqual({ constructor: 'x' });
  });

  it('can be read without the demands of its type', () => {
    expect(readPurl('pkg:golang/stdlib@1.22.1')).toMatchObject({ namespace: null, name: 'stdlib' });
  });
});

describe('formatting a package URL', () => {
  it('sorts qualifiers, encodes as the standard says, and leaves colons', () => {
    const purl = { type: 'Generic', namespace: '/a//b c/', name: 'x@y', version: '1:2+3', subpath: '../é' };
    expect(formatPurl({ ...purl, qualifiers: { z: '/', a: '1', none: '' } })).toBe(
      'pkg:generic/a/b%20c/x%40y@1:2%2B3?a=1&z=%2F#%C3%A9',
    );
  });

  it('orders qualifiers by key alone: a key before those it begins', () => {
    const qualifiers = { 'compiler.runtime': 'static', compiler: 'gcc', 'compiler-x': '1' };
    expect(formatPurl({ type: 'conan', name: 'zlib', qualifiers })).toBe(
      'pkg:conan/zlib?compiler=gcc&compiler-x=1&compiler.runtime=static',
    );
  });

  it('names what it cannot build', () => {
    expect(capture(() => formatPurl({ type: 'npm', name: '//' }))).toMatchObject({ part: 'name' });
    expect(capture(() => formatPurl({ type: '1x', name: 'a' }))).toMatchObject({ part: 'type' });
    expect(capture(() => formatPurl({ type: 'npm', name: '\ud800' }))).toMatchObject({
      code: 'bad-encoding',
    });
  });

  it('is read back as what was written, for every type', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
    const parts = fc.record({
      type: fc.constantFrom(...PURL_TYPES.keys(), 'unregistered'),
      namespace: fc.option(text),
      name: text,
      version: fc.option(text),
      qualifiers: fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9._-]{0,5}$/), text, { maxKeys: 3 }),
      subpath: fc.option(text),
    });
    fc.assert(
      fc.property(parts, (given) => {
        const written = attempt(() => formatPurl(given));
        if (written === undefined) return;
        expect(formatPurl(parsePurl(written))).toBe(written);
      }),
      { numRuns: 2000 },
    );
  });
});

it('never fails but with a PurlError', () => {
  const noise = fc.array(
    fc.constantFrom('pkg:', 'npm', '/', '@', '?', '#', '&', '=', '%', '%2F', '%C3', 'a', '..'),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        noise.map((parts) => parts.join('')),
      ),
      (text) => {
        attempt(() => parsePurl(text));
        attempt(() => readPurl(text));
      },
    ),
    { numRuns: 2000 },
  );
});

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    expect(error).toBeInstanceOf(PurlError);
    return undefined;
  }
}

function capture(action: () => unknown): PurlError {
  try {
    action();
  } catch (error) {
    if (error instanceof PurlError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
