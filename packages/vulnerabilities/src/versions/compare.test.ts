import { lt as isOlderPep440, eq as isSamePep440 } from '@renovatebot/pep440';
import { lt as isOlderGem, eq as isSameGem } from '@renovatebot/ruby-semver';
import fc from 'fast-check';
import semver from 'semver';
import { describe, expect, it } from 'vitest';
import {
  compareParsedVersions,
  compareVersions,
  KNOWN_ECOSYSTEMS,
  parseVersion,
  UnknownEcosystemError,
} from './compare.ts';

const number = fc.oneof(fc.nat(3), fc.nat(2000)).map(String);
const word = fc.constantFrom(
  'a',
  'alpha',
  'b',
  'beta',
  'rc',
  'dev',
  'post',
  'SNAPSHOT',
  'final',
  'sp',
  'p',
  'x',
);
const separator = fc.constantFrom('.', '-', '_', '+', '~', '^', ':', '', 'r', '-r');
const versionLike = fc
  .array(fc.tuple(fc.oneof(number, number, word), separator), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.flat().join(''));
const anyText = fc.oneof(versionLike, versionLike, fc.string({ unit: 'binary' }), fc.string());

describe.each(KNOWN_ECOSYSTEMS)('versions of %s', (ecosystem) => {
  it('have one order, whatever the texts', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (a, b, c) => {
        const order = [a, b, c].sort((left, right) => compareVersions(ecosystem, left, right));
        const [low = '', middle = '', high = ''] = order;
        expect(compareVersions(ecosystem, a, a)).toBe(0);
        expect(compareVersions(ecosystem, a, b) + compareVersions(ecosystem, b, a)).toBe(0);
        expect(compareVersions(ecosystem, low, middle)).toBeLessThanOrEqual(0);
        expect(compareVersions(ecosystem, middle, high)).toBeLessThanOrEqual(0);
        expect(compareVersions(ecosystem, low, high)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 60 },
    );
  });

  it('are read in time that grows with their length only', () => {
    const long = ['1.'.repeat(50_000), '9'.repeat(100_000), 'a1'.repeat(50_000), '0.'.repeat(50_000), '-'];
    for (const text of long) expect(compareVersions(ecosystem, text, text)).toBe(0);
  });
});

describe('against well-kept libraries', () => {
  const identifier = fc.oneof(number, fc.constantFrom('alpha', 'beta', 'rc-1', 'x', '-', 'A'));
  const dotted = (part: fc.Arbitrary<string>, minLength: number, maxLength: number) =>
    fc.array(part, { minLength, maxLength }).map((parts) => parts.join('.'));

  it('orders npm versions as semver does', () => {
    const version = fc
      .tuple(dotted(number, 3, 3), fc.option(dotted(identifier, 1, 3)), fc.option(dotted(identifier, 1, 2)))
      .map(
        ([core, pre, build]) => core + (pre === null ? '' : `-${pre}`) + (build === null ? '' : `+${build}`),
      );
    fc.assert(
      fc.property(version, version, (a, b) => {
        expect(compareVersions('npm', a, b)).toBe(semver.compare(a, b));
      }),
      { numRuns: 1000 },
    );
  });

  it('orders PyPI versions as PEP 440 does', () => {
    const phase = fc.tuple(fc.constantFrom('a', 'b', 'rc'), number).map((parts) => parts.join(''));
    const tail = (name: string) => number.map((digits) => `.${name}${digits}`);
    const version = fc
      .tuple(
        fc.constantFrom('', '', '1!'),
        dotted(number, 1, 4),
        fc.oneof(fc.constant(''), phase),
        fc.oneof(fc.constant(''), tail('post')),
        fc.oneof(fc.constant(''), tail('dev')),
        fc.constantFrom('', '', '+1', '+1.a', '+a'),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(version, version, (a, b) => {
        const expected = isSamePep440(a, b) ? 0 : isOlderPep440(a, b) ? -1 : 1;
        expect(compareVersions('PyPI', a, b)).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('orders gems as Gem::Version does', () => {
    const version = fc
      .tuple(number, dotted(fc.oneof(number, fc.constant('0'), fc.constantFrom('a', 'b1', 'rc')), 0, 4))
      .map(([first, rest]) => (rest === '' ? first : `${first}.${rest}`));
    fc.assert(
      fc.property(version, version, (a, b) => {
        const expected = isSameGem(a, b) ? 0 : isOlderGem(a, b) ? -1 : 1;
        expect(compareVersions('RubyGems', a, b)).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('rules that samples rarely show', () => {
  it.each([
    ['npm', '1.0.0', '<', '100000000000000000000000000.0.0'],
    ['npm', 'v1.2.3', '=', '1.2.3+build'],
    ['Go', 'v0.0.0-20190101000000-abcdefabcdef', '<', 'v0.0.0-20200101000000-000000000000'],
    ['Go', 'v2.0.0+incompatible', '=', 'v2.0.0'],
    ['Go', 'go1.21rc2', '<', '1.21.0'],
    ['Go', 'go1.21rc2', '=', '1.21.0-rc.2'],
    ['Go', 'go1.21', '<', 'go1.21rc1'],
    ['Go', 'go1.21rc1', '<', 'go1.21.0'],
    ['Go', 'go1.20', '=', 'go1.20.0'],
    ['Go', 'go1.21beta1', '<', 'go1.21rc1'],
    ['Go', 'go1.21rc9', '<', 'go1.21rc10'],
    ['Go', 'go1.21.0-bigcorp', '=', 'go1.21.0'],
    ['Go', 'go1.9.7', '<', 'go1.10'],
    ['Go', 'v0.0.1-go1.21.3.linux-amd64', '=', 'v1.21.3'],
    ['Debian', '1.0~rc1-1', '<', '1.0-1'],
    ['Debian', '1:0.1', '>', '9.9'],
    ['Debian:11', '1.0', '=', '1.0-0'],
    ['Red Hat', '1.0~rc1', '<', '1.0'],
    ['Red Hat', '1.0^git1', '>', '1.0'],
    ['Red Hat', '1.0^git1', '<', '1.0.1'],
    ['Alpine', '1.2.3_rc1', '<', '1.2.3'],
    ['Alpine', '1.2.3_p1', '>', '1.2.3-r5'],
    ['Alpine', '1.05', '<', '1.5'],
    ['Alpine', '1', '>', '1-ruff'],
    ['Alpine', '1-r0-1', '=', '1-r-2'],
    ['Alpine', '1-r5', '>', '1-r5-1'],
    ['Alpine', '1-r5-1', '>', '1'],
    ['Red Hat', '1', '<', '1-'],
    ['Red Hat', '1-', '<', '1-1'],
    ['Maven', '1.0.alpha', '<', '1'],
    ['Maven', '1-sp', '>', '1'],
    ['Maven', '1-1', '<', '1.1'],
    ['NuGet', '1.0.0-RC.1', '=', '1.0.0-rc.1'],
    ['NuGet', '1.0.0.1', '>', '1.0.0'],
    ['Packagist', '1.0.0-patch1', '>', '1.0.0'],
    ['Hackage', '1.0', '<', '1.0.0'],
    ['Pub', '1.0.0+1', '>', '1.0.0'],
    ['PyPI', '1.0.post1', '>', '1.0'],
    ['PyPI', 'nonsense', '<', '0.dev0'],
  ])('%s: %s %s %s', (ecosystem, a, sign, b) => {
    expect(compareVersions(ecosystem, a, b)).toBe({ '<': -1, '=': 0, '>': 1 }[sign]);
  });

  /**
   * By https://maven.apache.org/pom.html#version-order-specification each is before the next, and the last before the
   * first: `-1` and `-gradle` come before `.0` and after the end, and `.0.RC` before the end. An order has to give up one
   * of the three, see docs/decisions/versions-as-sort-keys.md.
   */
  it.each([
    ['2.9.0-1', '2.9.0.RC1', '2.9.0'],
    ['1.0.0-gradle-rework-beta3', '1.0.0.RC7-3', '1.0.0'],
  ])(
    'of the circle %s < %s < %s of Maven it keeps what comes before and after the release',
    (after, before, release) => {
      expect(compareVersions('Maven', before, release)).toBe(-1);
      expect(compareVersions('Maven', release, after)).toBe(-1);
      expect(compareVersions('Maven', before, after)).toBe(-1);
    },
  );

  /**
   * PHP's version_compare (https://www.php.net/version_compare), by which composer/semver compares, takes `#` for any
   * number: equal to 1 and to 2, which are not equal to each other. Here it stands for none.
   */
  it('takes # for no number of its own in versions of Packagist', () => {
    expect(compareVersions('Packagist', '1.2.3.#', '1.2.3')).toBe(0);
    expect(compareVersions('Packagist', '1.2.3.#', '1.2.3.1')).toBe(-1);
    expect(compareVersions('Packagist', '1.2.3.1', '1.2.3.2')).toBe(-1);
  });

  it('compares versions read beforehand as it compares their texts', () => {
    const parsed = ['1.10.0', '1.9.0'].map((text) => parseVersion('npm', text));
    expect(parsed[0] && parsed[1] && compareParsedVersions(parsed[0], parsed[1])).toBe(1);
  });

  it('names an ecosystem it does not know', () => {
    expect(() => compareVersions('Fortran', '1', '2')).toThrow(UnknownEcosystemError);
    expect(() => compareVersions('__proto__', '1', '2')).toThrow(/unknown ecosystem "__proto__"/);
  });
});
