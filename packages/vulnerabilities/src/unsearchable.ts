import type { Message } from './sbom/sbom.ts';

/**
 * Reason why a component was not searched, with its wording. The first that applies, in this order, is
 * reported.
 */
export const UNSEARCHABLE = {
  'no-package-url': { ja: 'パッケージ URL がない', en: 'no package URL' },
  'malformed-package-url': {
    ja: 'パッケージ URL の書き方が正しくない',
    en: 'a package URL that cannot be read',
  },
  'ecosystem-not-covered': {
    ja: '与えられた脆弱性情報がこの種類のパッケージを扱っていない',
    en: 'an ecosystem the given advisories do not cover',
  },
  'distribution-missing': {
    ja: 'どのディストリビューションのどの版のパッケージか書かれていない',
    en: 'a package of an operating system that does not say of which release',
  },
  'distribution-not-covered': {
    ja: '与えられた脆弱性情報がこのディストリビューション（またはその版）を扱っていない',
    en: 'a distribution, or a release of it, the given advisories do not cover',
  },
  'no-version': { ja: 'バージョンがない', en: 'no version' },
  'not-a-version': {
    ja: 'バージョンの欄にあるものがバージョンではない（範囲、latest など）',
    en: 'a version field that holds no version (a range, "latest" and the like)',
  },
} as const satisfies Record<string, Message>;

export type UnsearchableReason = keyof typeof UNSEARCHABLE;
