import type { Sbom } from '@kakehashi/vulnerabilities';
import { printable } from '../../../../platform/command-line/text-width.ts';

const maxShown = 10;

/** What was noticed while reading: the first of it, and how much there is. */
export function warningLines(
  warnings: Sbom['warnings'],
  counts: Sbom['warningCounts'],
  language: 'ja' | 'en',
): string[] {
  if (warnings.length === 0) return [];
  const counted = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const uncounted = warnings.filter(({ code }) => !Object.hasOwn(counts, code)).length;
  const total = Math.max(warnings.length, counted + uncounted);
  const heading = { ja: `部品表で気づいたこと ${total} 件:`, en: `Noticed while reading: ${total}` }[
    language
  ];
  const shown = warnings
    .slice(0, maxShown)
    .map(({ place, message }) => (place === '' ? message[language] : `${place}: ${message[language]}`))
    .map((text) => `  ${printable(text)}`);
  return [heading, ...shown, ...(total > shown.length ? ['  …'] : [])];
}
