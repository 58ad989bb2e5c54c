import { describe, expect, it } from 'vitest';
import { isInRange } from './vers-range.ts';

describe('a vers range', () => {
  it.each([
    ['vers:npm/>=1.0.0|<1.2.3', '1.2.2', true],
    ['vers:npm/>=1.0.0|<1.2.3', '1.2.3', false],
    ['vers:npm/>=1.0.0|<1.2.3', '0.9.0', false],
    ['vers:npm/<1.0.0|>=2.0.0|<2.5.0|>=3.0.0', '0.1.0', true],
    ['vers:npm/<1.0.0|>=2.0.0|<2.5.0|>=3.0.0', '1.5.0', false],
    ['vers:npm/<1.0.0|>=2.0.0|<2.5.0|>=3.0.0', '2.4.9', true],
    ['vers:npm/<1.0.0|>=2.0.0|<2.5.0|>=3.0.0', '2.7.0', false],
    ['vers:npm/<1.0.0|>=2.0.0|<2.5.0|>=3.0.0', '9.0.0', true],
    ['vers:npm/<=2.0.0', '2.0.0', true],
    ['vers:npm/>2.0.0', '2.0.0', false],
    ['vers:npm/1.0.0|1.1.0', '1.1.0', true],
    ['vers:npm/1.0.0|1.1.0', '1.2.0', false],
    ['vers:npm/!=1.0.0', '1.0.0', false],
    ['vers:npm/!=1.0.0', '1.0.1', true],
    ['vers:npm/>=1.0.0|!=1.5.0|<2.0.0', '1.5.0', false],
    ['vers:npm/>=1.0.0|!=1.5.0|<2.0.0', '1.6.0', true],
    ['vers:npm/*', '7', true],
    ['vers:pypi/>=1.0|<2.0', '1.0.post1', true],
    ['vers:semver/<1.0.0', '1.0.0-rc.1', true],
    ['vers:deb/<1%3A2.0', '3.0', true],
  ])('%s and %s: %s', (range, version, expected) => {
    expect(isInRange(range, version)).toBe(expected);
  });

  it('may leave out the scheme in CSAF, which the package then tells (section 3.1.2.3.2 of CSAF 2.0)', () => {
    expect(isInRange('<2.0.0|>=3.0.0', '1.9.0', 'npm')).toBe(true);
    expect(isInRange('<2.0.0|>=3.0.0', '2.9.0', 'npm')).toBe(false);
    expect(isInRange('<2.0.0', '1.9.0', 'generic-and-unknown')).toBeUndefined();
  });

  it('is undecided where it, or its scheme, is not understood', () => {
    expect(isInRange('1.0 to 2.0', '1.5')).toBeUndefined();
    expect(isInRange('vers:nobody-knows/<1', '0')).toBeUndefined();
    for (const range of [
      'vers:npm/',
      'vers:npm/<1.x',
      'vers:npm/>=1|',
      'vers:npm/>=1|<two',
      '<2.0',
      'before 2',
    ]) {
      expect(isInRange(range, '1.0')).toBeUndefined();
    }
  });
});
