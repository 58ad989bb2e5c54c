import type { CommandIo } from '../../../../platform/command-line/command.ts';
import type { ScanResult } from '../scan.ts';
import { componentName } from './component-name.ts';
import { summary } from './summary.ts';
import { ratingWords, statusWords } from './words.ts';

const headings = {
  ja: ['重大度', '部品', '版', '脆弱性', '直った版', '判断'],
  en: ['Severity', 'Component', 'Version', 'Advisory', 'Fixed in', 'Verdict'],
};

/** For a comment on a change, or an issue. */
export function markdownReport(result: ScanResult, { language }: Pick<CommandIo, 'language'>): string {
  const lines = [summary(result, language)];
  if (result.findings.length > 0) {
    lines.push('', row(headings[language]), row(headings[language].map(() => '---')));
    for (const { finding, verdict } of result.findings) {
      const { component, advisory, aliases, severity, fixed } = finding;
      lines.push(
        row([
          ratingWords[severity.rating][language],
          escaped(componentName(component)),
          escaped(component.version ?? ''),
          [link(advisory.id, advisory.url), ...aliases.slice(0, 1).map(escaped)].join(', '),
          escaped(fixed.join(', ')),
          verdict ? statusWords[verdict.status][language] : '',
        ]),
      );
    }
  }
  for (const { code, message } of result.warnings) {
    if (code === 'no-purl' || code === 'not-covered') lines.push('', escaped(message[language]));
  }
  return `${lines.join('\n')}\n`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function link(text: string, url: string): string {
  return /^https:\/\/[^\s()<>]+$/.test(url) ? `[${escaped(text)}](${url})` : escaped(text);
}

/** Texts come from files of strangers: nothing in them may act as markup. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+!|~@]/g, '\\$&').replace(/\s+/g, ' ');
}
