import { RATINGS } from '@kakehashi/vulnerabilities';
import type { CommandText } from '../../../../platform/command-line/command.ts';
import { type Coverage, openFindings, type ScanResult } from '../scan.ts';
import { ratingWords } from './words.ts';

/** One sentence: how much was searched and what was found. */
export function summary(result: ScanResult, language: 'ja' | 'en'): string {
  const open = openFindings(result.findings);
  const settled = result.findings.length - open.length;
  const affected = new Set(open.map(({ finding }) => finding.component)).size;
  const counts = [...RATINGS]
    .reverse()
    .map((rating) => ({
      rating,
      count: open.filter(({ finding }) => finding.severity.rating === rating).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ rating, count }) => `${ratingWords[rating][language]} ${count}`)
    .join(language === 'ja' ? '、' : ', ');
  const { components } = result.coverage;
  if (language === 'ja') {
    const found =
      open.length === 0
        ? nothingFound(result.coverage).ja
        : `${affected} 点に脆弱性 ${open.length} 件（${counts}）`;
    return `部品 ${components} 点、脆弱性情報 ${result.advisoryCount} 件: ${found}${settled > 0 ? `。判断済み ${settled} 件` : ''}。`;
  }
  const found =
    open.length === 0
      ? nothingFound(result.coverage).en
      : `${open.length} vulnerabilities in ${affected} of them (${counts})`;
  return `${components} components, ${result.advisoryCount} advisories: ${found}${settled > 0 ? `; ${settled} settled` : ''}.`;
}

/** Nothing found is only as much as was searched. */
function nothingFound({ components, searched }: Coverage): CommandText {
  if (searched === 0) return { ja: '何も調べていません', en: 'nothing was searched' };
  return searched < components
    ? { ja: '調べた部品に未対応の脆弱性はありません', en: 'no open vulnerabilities in what was searched' }
    : { ja: '未対応の脆弱性はありません', en: 'no open vulnerabilities' };
}
