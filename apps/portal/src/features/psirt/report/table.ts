import type { Rating } from '@kakehashi/vulnerabilities';
import { type Colours, colours } from '../../../platform/command-line/colours.ts';
import type { CommandIo } from '../../../platform/command-line/command.ts';
import { table } from '../../../platform/command-line/table.ts';
import { printable } from '../../../platform/command-line/text-width.ts';
import type { ScanFinding, ScanResult } from '../scan.ts';
import { summary } from './summary.ts';
import { warningLines } from './warning-lines.ts';
import { ratingWords, statusWords } from './words.ts';

const headings = {
  ja: ['重大度', '部品', '版', '脆弱性', '直った版', '判断', '概要'],
  en: ['SEVERITY', 'COMPONENT', 'VERSION', 'ADVISORY', 'FIXED IN', 'VERDICT', 'SUMMARY'],
};

/** For a person at a terminal. */
export function tableReport(result: ScanResult, io: CommandIo): string {
  const paint = colours(io.colour);
  const { language } = io;
  const hasVerdicts = result.findings.some(({ verdict }) => verdict !== undefined);
  const isShown = (_: string, at: number) => at !== 5 || hasVerdicts;
  const columns = headings[language]
    .map((heading, at) => ({ heading, isFlexible: at === 1 || at === 3 || at === 6 }))
    .filter((_, at) => isShown('', at));
  const rows = result.findings.map((finding) => row(finding, language, paint).filter(isShown));
  const listed = rows.length > 0 ? `${table(columns, rows, { width: io.width, heading: paint.bold })}\n` : '';
  return `${listed}${summary(result, language)}\n${warningLines(result.warnings, result.sbom.warningCounts, language, paint)}`;
}

function row({ finding, verdict }: ScanFinding, language: 'ja' | 'en', paint: Colours): string[] {
  const { component, advisory, aliases, severity, fixed } = finding;
  const word = ratingWords[severity.rating][language];
  const rating = severity.score === null ? word : `${word} ${severity.score.toFixed(1)}`;
  const [alias] = aliases;
  return [
    paintRating(severity.rating, rating, paint),
    component.name,
    component.version ?? '',
    alias === undefined ? advisory.id : `${advisory.id} (${alias})`,
    fixed.join(', ') || '—',
    verdict ? statusWords[verdict.status][language] : '',
    advisory.summary,
  ].map((cell, at) => (at === 0 ? cell : printable(cell)));
}

function paintRating(rating: Rating, text: string, paint: Colours): string {
  if (rating === 'critical' || rating === 'high') return paint.red(text);
  return rating === 'medium' ? paint.yellow(text) : text;
}
