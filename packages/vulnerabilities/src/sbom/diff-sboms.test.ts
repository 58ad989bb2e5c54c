import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Component } from '../component.ts';
import { diffSboms, type SbomDifference } from './diff-sboms.ts';

type Written = string | Partial<Component>;

function bill(...components: Written[]): { components: Component[] } {
  return {
    components: components.map((each) => ({
      licences: [],
      hashes: [],
      ...(typeof each === 'string' ? { name: each, purl: each } : { name: 'a', ...each }),
    })),
  };
}

const sha256 = (value: string) => ({ hashes: [{ algorithm: 'SHA-256', value }] });
const purls = (components: Component[]) => components.map(({ purl }) => purl);
const differencesOf = ({ changed }: SbomDifference) => changed.map(({ differences }) => differences);

describe('the difference of two bills', () => {
  it('tells what came, what left and what is in another version', () => {
    const difference = diffSboms(
      bill('pkg:npm/a@1', 'pkg:npm/b@1', 'pkg:npm/c@1'),
      bill('pkg:npm/a@1', 'pkg:npm/b@2', 'pkg:npm/d@1'),
    );
    expect(purls(difference.added)).toEqual(['pkg:npm/d@1']);
    expect(purls(difference.removed)).toEqual(['pkg:npm/c@1']);
    expect(
      difference.changed.map(({ before, after, differences }) => [before.purl, after.purl, differences]),
    ).toEqual([['pkg:npm/b@1', 'pkg:npm/b@2', ['version']]]);
    expect(difference.unchanged).toBe(1);
  });

  it.each([
    ['differently escaped', 'pkg:npm/%40scope/a@1', 'pkg:npm/@scope/a@1'],
    ['in another case where case does not count', 'pkg:pypi/Django_X@1', 'pkg:pypi/django-x@1'],
    ['with the type that is meant anyway', 'pkg:maven/g/a@1?type=jar', 'pkg:maven/g/a@1'],
  ])('takes package URLs %s for the same', (_, before, after) => {
    expect(diffSboms(bill(before), bill(after))).toEqual({
      added: [],
      removed: [],
      changed: [],
      unchanged: 1,
    });
  });

  it('pairs several versions of one package as far as they go, oldest first', () => {
    const difference = diffSboms(
      bill('pkg:npm/a@9', 'pkg:npm/a@2'),
      bill('pkg:npm/a@2', 'pkg:npm/a@11', 'pkg:npm/a@10'),
    );
    expect(difference.changed.map(({ before, after }) => [before.purl, after.purl])).toEqual([
      ['pkg:npm/a@9', 'pkg:npm/a@10'],
    ]);
    expect(purls(difference.added)).toEqual(['pkg:npm/a@11']);
    expect(difference.unchanged).toBe(1);
  });

  it('tells groups apart, where a bill has no package URLs', () => {
    const difference = diffSboms(
      bill({ group: 'org.one', name: 'core', version: '1' }),
      bill({ group: 'org.two', name: 'core', version: '2' }),
    );
    expect(difference).toMatchObject({
      added: [{ group: 'org.two' }],
      removed: [{ group: 'org.one' }],
      changed: [],
    });
  });

  it.each([
    ['pkg:maven/g/a@1?classifier=sources', 'pkg:maven/g/a@1'],
    ['pkg:maven/g/a@1?classifier=linux-x86_64', 'pkg:maven/g/a@1?classifier=linux-aarch_64'],
    ['pkg:maven/g/a@1?type=pom', 'pkg:maven/g/a@1?type=war'],
  ])('tells artifacts of one module apart: %s, %s', (before, after) => {
    const { added, removed, changed } = diffSboms(bill(before), bill(after));
    expect([purls(added), purls(removed), changed]).toEqual([[after], [before], []]);
  });

  it('tells of other content under the same version', () => {
    const before = bill({ purl: 'pkg:npm/a@1', ...sha256('00aa') });
    expect(differencesOf(diffSboms(before, bill({ purl: 'pkg:npm/a@1', ...sha256('00ab') })))).toEqual([
      ['hash'],
    ]);
    const same = bill({ purl: 'pkg:npm/a@1', ...sha256('00AA') });
    const other = bill({ purl: 'pkg:npm/a@1', hashes: [{ algorithm: 'MD5', value: '01' }] });
    for (const after of [same, other, bill('pkg:npm/a@1')]) {
      expect(diffSboms(before, after)).toMatchObject({ changed: [], unchanged: 1 });
    }
  });

  it('tells of another licence under the same version, and not of one that only one side states', () => {
    const before = bill({ purl: 'pkg:npm/a@1', licences: ['MIT'] });
    const after = bill({ purl: 'pkg:npm/a@1', licences: ['BUSL-1.1'] });
    expect(differencesOf(diffSboms(before, after))).toEqual([['licence']]);
    expect(differencesOf(diffSboms(before, bill('pkg:npm/a@1')))).toEqual([]);
  });

  it('tells of a package that moved to another namespace', () => {
    const moved = diffSboms(
      bill('pkg:maven/javax.activation/activation@1.1', 'pkg:maven/com.one/core@1'),
      bill('pkg:maven/jakarta.activation/activation@1.1', 'pkg:maven/com.two/core@2'),
    );
    expect(differencesOf(moved)).toEqual([['namespace']]);
    expect(purls(moved.added)).toEqual(['pkg:maven/com.two/core@2']);
    const byContent = diffSboms(
      bill({ purl: 'pkg:maven/com.one/core@1', ...sha256('aa') }),
      bill({ purl: 'pkg:maven/com.two/core@2', ...sha256('aa') }),
    );
    expect(differencesOf(byContent)).toEqual([['namespace', 'version']]);
  });

  it('takes a component listed twice, once without hashes, for one', () => {
    const twice = bill('pkg:npm/a@1', { purl: 'pkg:npm/a@1', ...sha256('aa') });
    const once = bill({ purl: 'pkg:npm/a@1', ...sha256('aa') });
    expect(diffSboms(twice, once)).toMatchObject({ added: [], removed: [], changed: [] });
  });
});

describe('of any two bills', () => {
  const component: fc.Arbitrary<Component> = fc.record(
    {
      name: fc.constantFrom('a', 'b', 'core'),
      group: fc.constantFrom('g', 'h'),
      version: fc.constantFrom('1', '2', '10', ''),
      purl: fc.constantFrom(
        'pkg:maven/g/a@1',
        'pkg:maven/h/a@1',
        'pkg:maven/g/a@2?classifier=x',
        'pkg:npm/a@1',
        'pkg:npm/%61@1',
        'pkg:npm/a',
        'not a package URL',
      ),
      licences: fc.subarray(['MIT', 'Apache-2.0']),
      hashes: fc.subarray([
        { algorithm: 'SHA-256', value: 'aa' },
        { algorithm: 'SHA-256', value: 'bb' },
        { algorithm: 'MD5', value: 'cc' },
      ]),
    },
    { requiredKeys: ['name', 'licences', 'hashes'] },
  );
  const bills = fc.record({ components: fc.array(component, { maxLength: 12 }) });

  it('one differs in nothing from itself, in whatever order it stands', () => {
    fc.assert(
      fc.property(bills, ({ components }) => {
        const { added, removed, changed } = diffSboms(
          { components },
          { components: components.toReversed() },
        );
        expect([added, removed, changed]).toEqual([[], [], []]);
      }),
    );
  });

  it('the difference the other way round is the same, mirrored', () => {
    fc.assert(
      fc.property(bills, bills, (one, other) => {
        const { added, removed, changed, unchanged } = diffSboms(one, other);
        const mirrored = changed.map(({ before, after, differences }) => ({
          before: after,
          after: before,
          differences,
        }));
        expect(diffSboms(other, one)).toEqual({
          added: removed,
          removed: added,
          changed: mirrored,
          unchanged,
        });
      }),
      { numRuns: 500 },
    );
  });

  it('every component of the later one is added, changed or unchanged', () => {
    fc.assert(
      fc.property(bills, bills, (before, after) => {
        const { added, changed } = diffSboms(before, after);
        const now = new Set(after.components);
        for (const each of [...added, ...changed.map((one) => one.after)]) expect(now).toContain(each);
      }),
    );
  });
});
