import { describe, expect, it } from 'vitest';
import { ecosystemName, ecosystemsOf } from './ecosystems-of.ts';

const component = (purl?: string) => ({ name: 'a', ...(purl && { purl }), licences: [], hashes: [] });

describe('the ecosystems of a bill', () => {
  it('are those of its package URLs, the commonest first', () => {
    expect(
      ecosystemsOf(
        [
          'pkg:pypi/a@1',
          'pkg:npm/a@1',
          'pkg:npm/b@1',
          'pkg:deb/debian/c@1?distro=debian-12',
          'pkg:nonesuch/a@1',
          undefined,
        ].map(component),
      ),
    ).toEqual(['npm', 'Debian', 'PyPI']);
  });

  it.each([
    ['NPM', 'npm'],
    ['pypi', 'PyPI'],
    ['golang', 'Go'],
    ['cargo', 'crates.io'],
    ['debian:12', 'Debian:12'],
    ['Rocky-Linux', 'Rocky Linux'],
    ['nonesuch', undefined],
    ['', undefined],
  ])('%j is called %j by OSV', (text, expected) => {
    expect(ecosystemName(text)).toBe(expected);
  });
});
