import type { Exploitation, Rating } from '@kakehashi/vulnerabilities';
import { type Colours, colours } from '../../../../platform/command-line/colours.ts';
import type { CommandIo } from '../../../../platform/command-line/command.ts';
import { table } from '../../../../platform/command-line/table.ts';
import { printable } from '../../../../platform/command-line/text-width.ts';
import type { ScanFinding, ScanResult } from '../scan.ts';
import { componentName } from './component-name.ts';
import { summary } from './summary.ts';
import { warningLines } from './warning-lines.ts';
import { ratingWords, statusWords } from './words.ts';

const headings = {
  ja: ['重大度', '部品', '版', '脆弱性', '悪用', '直った版', '判断', '概要'],
  en: ['SEVERITY', 'COMPONENT', 'VERSION', 'ADVISORY', 'EXPLOITED', 'FIXED IN', 'VERDICT', 'SUMMARY'],
};

/** For a person at a terminal. */
export function tableReport(result: ScanResult, io: CommandIo): string {
  const paint = colours(io.colour);
  const { language } = io;
  const hasVerdicts = result.findings.some(({ verdict }) => verdict !== undefined);
  const isKnown = result.findings.some(({ exploitation }) => exploited(exploitation, language) !== '');
  const isShown = (_: string, at: number) => (at !== 6 || hasVerdicts) && (at !== 4 || isKnown);
  const columns = headings[language]
    .map((heading, at) => ({ heading, isFlexible: at === 1 || at === 3 || at === 7 }))
    .filter((_, at) => isShown('', at));
  const rows = result.findings.map((finding) => row(finding, language, paint).filter(isShown));
  const listed = rows.length > 0 ? `${table(columns, rows, { width: io.width, heading: paint.bold })}\n` : '';
  return `${listed}${summary(result, language)}\n${warningLines(result.warnings, result.sbom.warningCounts, language, paint)}`;
}

function row(
  { finding, verdict, exploitation }: ScanFinding,
  language: 'ja' | 'en',
  paint: Colours,
): string[] {
  const { component, advisory, aliases, severity, fixed } = finding;
  const word = ratingWords[severity.rating][language];
  const rating = severity.score === null ? word : `${word} ${severity.score.toFixed(1)}`;
  const [alias] = aliases;
  return [
    paintRating(severity.rating, rating, paint),
    componentName(component),
    component.version ?? '',
    alias === undefined ? advisory.id : `${advisory.id} (${alias})`,
    exploited(exploitation, language),
    fixed.join(', ') || '—',
    verdict ? statusWords[verdict.status][language] : '',
    advisory.summary,
  ].map((cell, at) => (at === 0 ? cell : printable(cell)));
}

function paintRating(rating: Rating, text: string, paint: Colours): string {
  if (rating === 'critical' || rating === 'high') return paint.red(text);
  return rating === 'medium' ? paint.yellow(text) : text;
}

/** Listed as exploited, or how likely it is to be within 30 days. */
function exploited({ kev, epss }: Exploitation, language: 'ja' | 'en'): string {
  if (kev) return { ja: '悪用あり（KEV）', en: 'yes (KEV)' }[language];
  return epss === null ? '' : `${(epss.probability * 100).toFixed(1)} %`;
}
