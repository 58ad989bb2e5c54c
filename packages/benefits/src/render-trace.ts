import { type Article, articleName } from './articles.ts';
import type { Parameter } from './parameter.ts';
import { type Language, type Text, yen } from './text.ts';
import type { TraceNode } from './trace.ts';

/** One step of a trace for people: what it did, by which dated values and articles, and what it rests on. */
export interface Explanation {
  readonly sentence: string;
  /** The values applied, each with its dates and articles; else the articles. Empty for a mere sum. */
  readonly grounds: readonly string[];
  readonly because: readonly Explanation[];
}

export function explainTrace(trace: TraceNode, language: Language): Explanation {
  return {
    sentence: sentence(trace)[language],
    grounds: grounds(trace).map((text) => text[language]),
    because: trace.children.map((child) => explainTrace(child, language)),
  };
}

const basis: Record<Language, (grounds: readonly string[]) => string> = {
  ja: (grounds) => ` 根拠: ${grounds.join(' / ')}。`,
  en: (grounds) => ` Basis: ${grounds.join(' / ')}.`,
};

/**
 * The trace in sentences, one a line, each under the one it explains; with the value applied, its dates
 * and its articles.
 */
export function renderTrace(trace: TraceNode, language: Language): string {
  const lines: string[] = [];
  const write = ({ sentence, grounds, because }: Explanation, indent: string) => {
    lines.push(`${indent}- ${sentence}${grounds.length === 0 ? '' : basis[language](grounds)}`);
    for (const step of because) write(step, `${indent}  `);
  };
  write(explainTrace(trace, language), '');
  return lines.join('\n');
}

/** What one step of the trace did. */
function sentence(node: TraceNode): Text {
  const amount = yen(node.amount);
  switch (node.rule) {
    case 'total': {
      if (node.fee === null || node.outOfPocket === null) {
        return { ja: `支給の合計は${amount.ja}です。`, en: `In all, ${amount.en} is paid.` };
      }
      const [fee, own] = [yen(node.fee), yen(node.outOfPocket)];
      return {
        ja: `受講費用${fee.ja}に対する支給の合計は${amount.ja}、自己負担は${own.ja}です。`,
        en: `Of the fee of ${fee.en}, ${amount.en} is paid and ${own.en} is left to the person.`,
      };
    }
    case 'requirement-not-met':
      return { ja: `支給されません。${node.text.ja}`, en: `Nothing is paid. ${node.text.en}` };
    case 'payment': {
      const { name, period } = node;
      const [ja, en] = period === null ? ['', ''] : spanOf(period.from, period.to);
      return {
        ja: `${name.ja}${ja}は${amount.ja}です。`,
        en: `The ${name.en}${en} comes to ${amount.en}.`,
      };
    }
    case 'share-of-fee': {
      const [fee, rate] = [yen(node.fee), percent(node)];
      return {
        ja: `費用${fee.ja}の${rate}は${amount.ja}です（1円未満切捨て）。`,
        en: `${rate} of the fee of ${fee.en} is ${amount.en}, fractions of a yen dropped.`,
      };
    }
    case 'floor': {
      const [before, limit] = [yen(node.before), yen(node.parameters[0]?.value ?? 0)];
      return {
        ja: `計算した額${before.ja}が${limit.ja}以下のため、支給されません。`,
        en: `The computed ${before.en} is not above ${limit.en}, so nothing is paid.`,
      };
    }
    case 'ceiling':
      return {
        ja: `計算した額${yen(node.before).ja}を上限の${amount.ja}とします。`,
        en: `The computed ${yen(node.before).en} is cut to the ceiling of ${amount.en}.`,
      };
    case 'year-ceiling': {
      const [before, used, limit] = [yen(node.before), yen(node.used), yen(node.parameters[0]?.value ?? 0)];
      return {
        ja: `${node.year}年目の上限${limit.ja}のうち支給済みの${used.ja}を除き、${before.ja}を${amount.ja}とします。`,
        en: `Of the ceiling of ${limit.en} for year ${node.year}, ${used.en} is used, so ${before.en} is cut to ${amount.en}.`,
      };
    }
    case 'total-ceiling': {
      const [before, used, limit] = [yen(node.before), yen(node.used), yen(node.parameters[0]?.value ?? 0)];
      const years = node.parameters[1]?.value ?? 0;
      return {
        ja: `支給限度期間（${years}年）の上限${limit.ja}のうち支給済みの${used.ja}を除き、${before.ja}を${amount.ja}とします。`,
        en: `Of the ceiling of ${limit.en} within the ${years}-year window, ${used.en} is used, so ${before.en} is cut to ${amount.en}.`,
      };
    }
    case 'beyond-paid-years':
      return {
        ja: `支給の対象は${node.years}年目までのため、${yen(node.before).ja}は支給されません。`,
        en: `Years after year ${node.years} are not paid for, so ${yen(node.before).en} is not paid.`,
      };
    case 'total-at-rate':
      return { ja: `新しい率での総額は${amount.ja}です。`, en: `At the new rate the total is ${amount.en}.` };
    case 'half-year':
      return {
        ja: `第${node.number}期は${amount.ja}です。`,
        en: `Period ${node.number} comes to ${amount.en}.`,
      };
    case 'already-paid':
      return {
        ja: `すでに支給された${yen(-node.amount).ja}を差し引きます（差額の支給）。`,
        en: `The ${yen(-node.amount).en} paid before is deducted: the difference is paid.`,
      };
    case 'share-of-daily-allowance':
      return {
        ja: `基本手当日額${yen(node.allowance).ja}の${percent(node)}は、1日${amount.ja}です（1円未満切捨て）。`,
        en: `${percent(node)} of the daily basic allowance of ${yen(node.allowance).en} is ${amount.en} a day, fractions of a yen dropped.`,
      };
    case 'days-paid':
      return {
        ja: `${node.asked}日のうち${node.days}日分で${amount.ja}です。`,
        en: `${node.days} of ${node.asked} days are paid: ${amount.en}.`,
      };
  }
}

function spanOf(from: string, to: string): [ja: string, en: string] {
  return [`（${from}〜${to}）`, ` (${from} – ${to})`];
}

function percent(node: TraceNode): string {
  return `${node.parameters[0]?.value ?? 0}%`;
}

function grounds(node: TraceNode): Text[] {
  if (node.parameters.length > 0) return node.parameters.map(ground);
  return node.articles.length === 0 || node.rule === 'payment' ? [] : [articleNames(node.articles)];
}

function articleNames(articles: readonly Article[]): Text {
  const names = articles.map(articleName);
  return { ja: names.map(({ ja }) => ja).join('、'), en: names.map(({ en }) => en).join('; ') };
}

/** How far a value is known, in a word. */
const marks: Record<Parameter['status'], Text> = {
  confirmed: { ja: '', en: '' },
  secondary: { ja: '、二次資料による', en: ', from secondary sources' },
  'to-be-confirmed': { ja: '、要確認', en: ', to be confirmed' },
};

function ground(value: Parameter): Text {
  const amount = valueWithUnit(value);
  const articles = articleNames(value.articles);
  const source = value.source.name;
  const mark = marks[value.status];
  return {
    ja: `${value.name.ja} ${amount.ja}（${value.from}から${value.to ?? ''}の開始に適用、出典：${source.ja}、${value.checkedOn}確認${mark.ja}）、${articles.ja}`,
    en: `${value.name.en}, ${amount.en} (starts from ${value.from}${value.to === null ? '' : ` to ${value.to}`}, source: ${source.en}, checked ${value.checkedOn}${mark.en}), ${articles.en}`,
  };
}

function valueWithUnit({ value, unit }: Parameter): Text {
  switch (unit) {
    case 'yen':
      return yen(value);
    case 'percent':
      return { ja: `${value}%`, en: `${value}%` };
    case 'years':
      return { ja: `${value}年`, en: `${value} years` };
    case 'months':
      return { ja: `${value}か月`, en: `${value} months` };
    case 'days':
      return { ja: `${value}日`, en: `${value} days` };
  }
}
