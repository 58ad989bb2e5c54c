import type { Finding } from '@kakehashi/vulnerabilities';

/** What ends a vulnerability: the versions that do, else the last one known to have it; empty where neither is known. */
export function remedyText({ fixed, ranges, onlyLastKnownAffected }: Finding, language: 'ja' | 'en'): string {
  if (fixed.length > 0) return fixed.join(', ');
  if (!onlyLastKnownAffected) return '';
  const last = [...new Set(ranges.map(({ lastAffected }) => lastAffected))].join(', ');
  return { ja: `なし（${last} まで影響）`, en: `none known (last affected ${last})` }[language];
}

/** The names of a vulnerability besides its own, and of what it passes on; the CVE first, by which people know it. */
export function otherNames({ aliases, upstream }: Pick<Finding, 'aliases' | 'upstream'>): string[] {
  const names = [...new Set([...aliases, ...upstream.flat()])];
  const isCve = (name: string) => name.startsWith('CVE-');
  return [...names.filter(isCve), ...names.filter((name) => !isCve(name))];
}
