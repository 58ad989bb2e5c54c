import type { Exploitation, Rating } from '@kakehashi/vulnerabilities';
import { type Colours, colours } from '../../../../platform/command-line/colours.ts';
import type { CommandIo } from '../../../../platform/command-line/command.ts';
import { type Column, fits, table } from '../../../../platform/command-line/table.ts';
import { fitted, printable, textWidth, wrapped } from '../../../../platform/command-line/text-width.ts';
import type { ScanFinding, ScanResult } from '../scan.ts';
import { componentName } from './component-name.ts';
import { coverageLines } from './coverage.ts';
import { explanation } from './explanation.ts';
import { otherNames, remedyText } from './remedy.ts';
import { summary } from './summary.ts';
import { warningLines } from './warning-lines.ts';
import { ratingWords, statusWords } from './words.ts';

/** The columns in their order; `aliased` is the advisory with its first alias. */
const headings = {
  severity: { ja: '重大度', en: 'SEVERITY' },
  component: { ja: '部品', en: 'COMPONENT' },
  version: { ja: '版', en: 'VERSION' },
  advisory: { ja: '脆弱性', en: 'ADVISORY' },
  aliased: { ja: '脆弱性', en: 'ADVISORY' },
  exploited: { ja: '悪用', en: 'EXPLOITED' },
  fixed: { ja: '直った版', en: 'FIXED IN' },
  verdict: { ja: '判断', en: 'VERDICT' },
  summary: { ja: '概要', en: 'SUMMARY' },
} as const;

type ColumnName = keyof typeof headings;
type Cells = Record<ColumnName, string>;

const ids = ['severity', 'component', 'version'] as const;
const indent = '  ';
const leastSummary = 8;

/**
 * For a person at a terminal: one line for each finding, or two, or a few under each other, as the terminal is wide.
 * Identifiers and components are whole in each; the summary is what is cut.
 */
export function tableReport(result: ScanResult, io: CommandIo): string {
  const paint = colours(io.colour);
  const { language } = io;
  const rows = result.findings.map((finding) => cellsOf(finding, language, paint));
  const listed = rows.length > 0 ? [...findingLines(rows, io, paint), ''] : [];
  const explained = result.isExplained ? [...explanation(result, language), ''] : [];
  const width = io.width ?? Number.POSITIVE_INFINITY;
  const closing = [
    summary(result, language),
    ...warningLines(result.warnings, result.sbom.warningCounts, language),
    ...coverageLines(result, language),
  ];
  return [...listed, ...[...explained, ...closing].flatMap((text) => indented(text, width)), ''].join('\n');
}

/** A text broken into lines that begin where it does. */
function indented(text: string, width: number): string[] {
  const start = /^ */.exec(text)?.[0] ?? '';
  return wrapped(text.slice(start.length), width - start.length).map((line) => start + line);
}

function findingLines(rows: readonly Cells[], io: CommandIo, paint: Colours): string[] {
  const { language, width } = io;
  const style = { width, heading: paint.bold };
  const isShown = (name: ColumnName) =>
    (name !== 'verdict' && name !== 'exploited') || rows.some((row) => row[name] !== '');
  const layoutOf = (names: readonly ColumnName[]) => {
    const shown = names.filter(isShown);
    const columns = shown.map(
      (name): Column => ({ heading: headings[name][language], ...(name === 'summary' && { yields: 1 }) }),
    );
    return [columns, rows.map((row) => shown.map((name) => row[name]))] as const;
  };
  const [columns, cells] = layoutOf([...ids, 'aliased', 'exploited', 'fixed', 'verdict', 'summary']);
  if (fits(columns, cells, width)) return table(columns, cells, style);
  const narrow = width ?? Number.POSITIVE_INFINITY;
  for (const names of [
    [...ids, 'advisory', 'exploited', 'fixed', 'verdict'],
    [...ids, 'advisory'],
  ] as const) {
    const [fewer, first] = layoutOf(names);
    const rest = rows.map((row) => remainder(row, names, language));
    const isWhole = rest.every((text) => textWidth(text) <= narrow);
    if (!isWhole || !fits(fewer, first, width)) continue;
    const [heading = '', ...lines] = table(fewer, first, style);
    return [
      heading,
      ...lines.flatMap((line, at) => [
        line,
        ...below(rest[at] ?? '', rows[at]?.summary ?? '', narrow, paint),
      ]),
    ];
  }
  return rows.flatMap((row) => stacked(row, narrow, language, paint));
}

/** What the line of a row has no column for, but the summary. */
function remainder(row: Cells, shown: readonly ColumnName[], language: 'ja' | 'en'): string {
  const alias = row.aliased.slice(row.advisory.length).trim();
  const rest = [alias, ...(shown.includes('fixed') ? [] : remarks(row, language))].filter(Boolean);
  return rest.length === 0 ? '' : indent + rest.join('  ');
}

function below(rest: string, summary: string, width: number, paint: Colours): string[] {
  const room = width - textWidth(rest) - indent.length;
  const text = summary !== '' && room >= leastSummary ? rest + indent + fitted(summary, room) : rest;
  return text === '' ? [] : [paint.dim(text)];
}

function stacked(row: Cells, width: number, language: 'ja' | 'en', paint: Colours): string[] {
  const inner = width - indent.length;
  const below = [
    ...wrapped(row.aliased, inner),
    ...wrapped(remarks(row, language).join('  '), inner),
    row.summary && paint.dim(fitted(row.summary, inner)),
  ];
  return [
    ...wrapped([row.severity, row.component, row.version].filter(Boolean).join(' '), width),
    ...below.filter(Boolean).map((line) => indent + line),
  ];
}

function remarks(row: Cells, language: 'ja' | 'en'): string[] {
  const remedy = row.fixed === '—' ? '' : `${{ ja: '直った版', en: 'fixed in' }[language]} ${row.fixed}`;
  return [remedy, row.exploited, row.verdict].filter(Boolean);
}

function cellsOf(
  { finding, verdict, exploitation }: ScanFinding,
  language: 'ja' | 'en',
  paint: Colours,
): Cells {
  const { component, advisory, severity } = finding;
  const word = ratingWords[severity.rating][language];
  const rating = severity.score === null ? word : `${word} ${severity.score.toFixed(1)}`;
  const [alias] = otherNames(finding);
  const id = printable(advisory.id);
  return {
    severity: paintRating(severity.rating, rating, paint),
    component: printable(componentName(component)),
    version: printable(component.version ?? ''),
    advisory: id,
    aliased: alias === undefined ? id : `${id} (${printable(alias)})`,
    exploited: exploited(exploitation, language),
    fixed: printable(remedyText(finding, language)) || '—',
    verdict: verdict ? statusWords[verdict.status][language] : '',
    summary: printable(advisory.summary),
  };
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
