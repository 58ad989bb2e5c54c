import { printable } from '../../../../platform/command-line/text-width.ts';
import type { ScanFinding, ScanResult } from '../scan.ts';
import { componentName } from './component-name.ts';
import { statusWords } from './words.ts';

const maxOfOne = 5;

/** What became of the verdicts, and for each finding why those on its vulnerability did not apply. */
export function explanation({ findings, statements }: ScanResult, language: 'ja' | 'en'): string[] {
  const applied = new Set(findings.flatMap(({ verdict }) => verdict ?? []));
  const near = new Set(findings.flatMap(({ unapplied }) => unapplied.map(({ statement }) => statement)));
  const missed = [...near].filter((statement) => !applied.has(statement)).length;
  const others = statements.length - applied.size - missed;
  const heading = {
    ja: `判断 ${statements.length} 件: 当てはまったもの ${applied.size}、同じ脆弱性でも当てはまらなかったもの ${missed}、見つかっていない脆弱性についてのもの ${others}`,
    en: `${statements.length} verdicts: ${applied.size} applied, ${missed} on vulnerabilities found here did not, ${others} on others`,
  }[language];
  return [heading, ...findings.flatMap((finding) => reasonsOf(finding, language))];
}

function reasonsOf({ finding, unapplied }: ScanFinding, language: 'ja' | 'en'): string[] {
  if (unapplied.length === 0) return [];
  const { component, advisory } = finding;
  const name = [componentName(component), component.version].filter(Boolean).join(' ');
  const place = { ja: `${name} の ${advisory.id}`, en: `${advisory.id} in ${name}` }[language];
  const reasons = unapplied.slice(0, maxOfOne).map(({ statement, message }) => {
    const status = statusWords[statement.status][language];
    return { ja: `「${status}」: ${message.ja}`, en: `"${status}": ${message.en}` }[language];
  });
  const rest = unapplied.length - reasons.length;
  const more = { ja: `ほか ${rest} 件`, en: `and ${rest} more` }[language];
  return [place, ...reasons, ...(rest > 0 ? [more] : [])].map(
    (text, at) => `${at === 0 ? '  ' : '    '}${printable(text)}`,
  );
}
