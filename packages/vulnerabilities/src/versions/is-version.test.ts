import { describe, expect, it } from 'vitest';
import { isVersion } from './is-version.ts';

describe('what may be compared as a version', () => {
  it.each([
    ['npm', ['1.2.3', 'v1.2.3', '1.2.3-beta.1+build.5', '1', '2024.1.15']],
    ['Go', ['v1.2.3', 'v0.0.0-20190101000000-abcdefabcdef', 'v2.0.0+incompatible', 'go1.20.4', 'go1.21rc2']],
    ['Go', ['v0.0.1-go1.22.1.linux-amd64', 'go1.21-custom', 'go1.22.1 X:boringcrypto', '1.21rc2']],
    ['PyPI', ['1.0.post1', '1!2.0', '1.0rc1', '2.0.dev3+local.1']],
    ['Maven', ['1.0.0.Final', 'r09', '2.0-SNAPSHOT', '1.0.0.Final-redhat-00001']],
    ['Debian', ['1:2.36.1-8+deb11u1', '1.0~rc1-1', '2:8.2.2434-3+deb12u1']],
    ['Red Hat', ['7.61.1-33.el8', '0:1.0^git1-2', '1.0~rc1']],
    ['Alpine', ['1.2.3_rc1-r0', '3.1.4-r5']],
    ['Packagist', ['v1.2.3', '1.2.3-patch1']],
    ['RubyGems', ['1.15.0.rc1', '1.15.0-x86_64-linux']],
    ['ConanCenter', ['1.1.1t']],
  ])('%s: %j', (ecosystem, texts) => {
    expect(texts.filter((text) => !isVersion(ecosystem, text))).toEqual([]);
  });

  const nowhere = [
    ['', ' ', '(devel)', 'devel', 'latest', 'unknown', 'unspecified', 'NOASSERTION', 'null', '*', 'x', '-'],
    ['^1.2.0', '~1.2', '~> 1.2', '>=1', '<2', '=1.0.0', '==1.0', '!=1', '>=1 <2', '1.0 || 2.0', '[1.0,2.0)'],
    ['1.x', '1.2.*', '1.+', '1.0 - 2.0', '1.0,2.0', 'latest.release', 'workspace:^1.0.0', 'npm:foo@1.0.0'],
    [
      'https://example.com/a-1.0.0.tgz',
      'git+ssh://git@example.com/a.git#1.0',
      'file:../a1',
      'refs/tags/v1.0',
    ],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as Maven leaves it where it is not filled in
    ['${project.version}', '@VERSION1@', '{{ version1 }}', 'see version 1', '1.0\u00e9'],
    ['8ade135a41bc03ea155e62e844d188df1ea18608', `sha256:${'0a'.repeat(32)}`],
  ].flat();

  it.each(['npm', 'Go', 'PyPI', 'Maven', 'Debian', 'Red Hat', 'Alpine', 'Packagist', 'RubyGems', 'NuGet'])(
    'no ecosystem (%s) takes a range, a word, an address or a commit for one',
    (ecosystem) => {
      expect(nowhere.filter((text) => isVersion(ecosystem, text))).toEqual([]);
    },
  );

  it.each([
    ['Packagist', 'dev-php8'],
    ['Packagist', '1.x-dev'],
    ['PyPI', '0.7.1-p1-custom'],
    ['ConanCenter', 'cci.20210118'],
    ['GitHub Actions', '8ade135'],
    ['Go', 'devel +abc1234'],
    ['Debian', 'a1'],
  ])('%s does not take %s for one', (ecosystem, text) => {
    expect(isVersion(ecosystem, text)).toBe(false);
  });
});
