import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { AdvisoryIndex } from './advisory-index.ts';

const folder = mkdtempSync(join(tmpdir(), 'advisories-'));
afterAll(() => rmSync(folder, { recursive: true }));

const affected = [
  { package: { ecosystem: 'npm', name: 'a' }, ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }] }] },
];
const text = (id: string): string => JSON.stringify({ id, affected });

function idsOf(index: AdvisoryIndex): string[] {
  const component = { name: 'a', version: '1', purl: 'pkg:npm/a@1', licences: [], hashes: [] };
  return index.match([component]).map(({ advisory }) => advisory.id);
}

describe('advisories are loaded', () => {
  it('from a folder with zips and folders in it, a file, the bytes of a zip, and any sequence', async () => {
    mkdirSync(join(folder, 'deep'));
    writeFileSync(join(folder, 'A.json'), text('A'));
    writeFileSync(join(folder, 'readme.txt'), 'not read');
    writeFileSync(join(folder, 'deep', 'B.json'), `\ufeff${text('B')}`);
    const archive = zipSync({ 'C.json': strToU8(text('C')), 'other.txt': strToU8('not read') });
    writeFileSync(join(folder, 'all.zip'), archive);
    async function* stream() {
      yield text('D');
      yield strToU8(text('E'));
      yield JSON.parse(text('F'));
    }
    expect(idsOf(await AdvisoryIndex.load(folder))).toEqual(['A', 'C', 'B']);
    expect(idsOf(await AdvisoryIndex.load(join(folder, 'A.json'), archive, stream()))).toEqual([
      'A',
      'C',
      'D',
      'E',
      'F',
    ]);
  });

  it('not at all from a path that is not there', async () => {
    await expect(AdvisoryIndex.load(join(folder, 'nowhere'))).rejects.toThrow(/nowhere/);
  });
});

describe('a record that cannot be used', () => {
  const range = (events: unknown) => ({
    package: { ecosystem: 'npm', name: 'a' },
    ranges: [{ type: 'SEMVER', events }],
  });
  it.each([
    ['cut off', text('X').slice(0, -5), 'not-json', ''],
    ['not UTF-8', Uint8Array.of(0x7b, 0xff, 0x7d), 'not-json', ''],
    ['UTF-16', Buffer.from(text('X'), 'utf16le'), 'not-json', ''],
    ['nested too deeply', '['.repeat(100_000) + ']'.repeat(100_000), 'too-deep', ''],
    ['nested too deeply inside', `{"id":"X","affected":${'['.repeat(70)}${']'.repeat(70)}}`, 'too-deep', ''],
    ['not an object', '[]', 'not-an-advisory', 'id'],
    ['null', 'null', 'not-an-advisory', 'id'],
    ['without an id', '{"affected":[]}', 'not-an-advisory', 'id'],
    ['with affected of another type', '{"id":"X","affected":{}}', 'bad-value', 'affected'],
    [
      'with a package without a name',
      '{"id":"X","affected":[{"package":{"ecosystem":"npm"}}]}',
      'bad-value',
      'affected[0].package',
    ],
    [
      'with an ecosystem nobody knows',
      '{"id":"X","affected":[{"package":{"ecosystem":"Fortran","name":"a"}}]}',
      'unknown-ecosystem',
      '',
    ],
    [
      'with events of another type',
      JSON.stringify({ id: 'X', affected: [range({})] }),
      'bad-value',
      'affected[0].ranges[0]',
    ],
    [
      'with an empty event',
      JSON.stringify({ id: 'X', affected: [range([{}])] }),
      'bad-value',
      'affected[0].ranges[0].events[0]',
    ],
    ['with aliases that are no texts', '{"id":"X","aliases":["CVE-1",{}]}', 'bad-value', 'aliases'],
    [
      'with the same key twice',
      '{"id":"X","affected":[{"a":1,"a":{"id":"\\":"}}],"id":"Y"}',
      'duplicate-key',
      'affected[0].a',
    ],
  ])('because it is %s is told with its place', async (_case, document, code, place) => {
    const index = await AdvisoryIndex.load([document, text('GOOD')]);
    const [warning] = index.warnings.list;
    expect(warning).toMatchObject({ code, place });
    expect(warning?.message.ja).toMatch(/[ぁ-ん]/);
    expect(idsOf(index)).toEqual(['GOOD']);
  });

  it('is told once it is larger than allowed', async () => {
    const index = new AdvisoryIndex();
    index.add(`{"id":"X","details":"${'x'.repeat(40 * 1024 * 1024)}"}`);
    expect(index.warnings).toMatchObject({ count: 1, list: [{ code: 'too-large' }] });
  });

  it('leaves prototypes alone', async () => {
    const evil = `{"id":"__proto__","__proto__":{"polluted":1},"aliases":["constructor"],"affected":[{"__proto__":{"x":1},
      "package":{"ecosystem":"npm","name":"__proto__"},"versions":["__proto__"]},
      {"package":{"ecosystem":"__proto__","name":"toString"}}]}`;
    const index = await AdvisoryIndex.load([evil, text('GOOD')]);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(index.affects('constructor')).toMatchObject([{ package: '__proto__' }]);
    expect(idsOf(index)).toEqual(['GOOD']);
  });

  it('fills memory with no more than a thousand warnings', async () => {
    const index = await AdvisoryIndex.load(Array.from({ length: 1500 }, () => '{'));
    expect(index.warnings.list).toHaveLength(1000);
    expect(index.warnings.count).toBe(1500);
  });
});

it('loads any JSON without failing', () => {
  const key = fc.constantFrom(
    'id',
    'affected',
    'package',
    'ecosystem',
    'name',
    'ranges',
    'events',
    'versions',
    '__proto__',
  );
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'medium' },
      fc.constantFrom<unknown>('npm', 'SEMVER', '1.0', 1, null, true),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.array(fc.tuple(key, tie('tree')), { maxLength: 4 }).map((pairs) => Object.fromEntries(pairs)),
    ),
  }));
  fc.assert(
    fc.property(tree, (value) => {
      const index = new AdvisoryIndex();
      index.add(JSON.stringify(value) ?? 'null');
      index.add(value);
      expect(index.size.packages).toBeLessThanOrEqual(9);
    }),
    { numRuns: 1000 },
  );
});
