import type { CommandIo } from '../../../../platform/command-line/command.ts';
import type { ScanResult } from '../scan.ts';
import { componentName } from './component-name.ts';
import { coverageLines } from './coverage.ts';
import { explanation } from './explanation.ts';
import { escapedMarkdown, markdownLink } from './markdown-text.ts';
import { otherNames, remedyText } from './remedy.ts';
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
      const { component, advisory, severity } = finding;
      lines.push(
        row([
          ratingWords[severity.rating][language],
          escapedMarkdown(componentName(component)),
          escapedMarkdown(component.version ?? ''),
          [
            markdownLink(advisory.id, advisory.url),
            ...otherNames(finding).slice(0, 1).map(escapedMarkdown),
          ].join(', '),
          escapedMarkdown(remedyText(finding, language)),
          verdict ? statusWords[verdict.status][language] : '',
        ]),
      );
    }
  }
  const [searched = '', ...reasons] = coverageLines(result, language);
  lines.push(
    '',
    escapedMarkdown(searched),
    ...reasons.map((reason) => `- ${escapedMarkdown(reason.trim())}`),
  );
  if (result.isExplained) {
    const [heading = '', ...verdicts] = explanation(result, language);
    lines.push(
      '',
      escapedMarkdown(heading),
      '',
      ...verdicts.map((text) => `- ${escapedMarkdown(text.trim())}`),
    );
  }
  return `${lines.join('\n')}\n`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
