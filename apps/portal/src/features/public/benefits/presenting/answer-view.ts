import {
  type Article,
  type BenefitKind,
  type BenefitResult,
  type Explanation,
  explainTrace,
  type Language,
  type Payment,
  type Requirement,
  type Text,
  type TraceNode,
} from '@kakehashi/benefits';
import { writeDay } from '../../../../platform/i18n/dates.ts';

export interface AnswerView {
  kind: BenefitKind;
  start: string;
  status: 'eligible' | 'not-eligible' | 'open';
  total: number;
  /** Fee and what is left of it; null for benefits that repay no fee. */
  cost: { fee: number; own: number } | null;
  conditions: ConditionView[];
  timeline: TimelineEntry[];
  explanation: Explanation;
  documents: string[];
  notes: string[];
  unconfirmed: OpenPoint[];
  articles: Article[];
  rulesCheckedOn: string;
}

/** A point not settled by an official source. */
interface OpenPoint {
  text: string;
  /** Secondary sources that support it; absent: none was found. */
  source?: string;
}

export interface ConditionView {
  status: Requirement['status'];
  topUp: boolean;
  text: string;
}

/** What happens on the way, in the order of time. */
export type TimelineEntry =
  | { type: 'to-do'; day: string; text: string }
  | { type: 'start'; day: string }
  | PaymentEntry;

export interface PaymentEntry {
  type: 'payment';
  name: string;
  period: Payment['period'];
  amount: number;
  /** Fee of the time paid for, and what of it is left; null for top-ups and benefits to live on. */
  cost: { fee: number; own: number } | null;
  /** Last day to claim; null if unknown. */
  dueBy: string | null;
  claimWithin: string;
  explanation: Explanation;
}

/** A sentence of the engine with formatted dates. */
function withDaysWritten(sentence: string, language: Language): string {
  return sentence.replace(/\d{4}-\d{2}-\d{2}/g, (day) => writeDay(day, language));
}

/** View of an answer of the engine in one language. */
export function answerView(result: BenefitResult, language: Language): AnswerView {
  const { eligible, total, outOfPocket } = result;
  const inLanguage = (text: Text) => withDaysWritten(text[language], language);
  return {
    kind: result.kind,
    start: result.start,
    status: eligible === null ? 'open' : eligible ? 'eligible' : 'not-eligible',
    total,
    cost: outOfPocket === null ? null : { fee: total + outOfPocket, own: outOfPocket },
    conditions: result.reasons.map(({ status, about, text }) => ({
      status,
      topUp: about === 'top-up',
      text: inLanguage(text),
    })),
    timeline: timeline(result, language),
    explanation: explained(result.trace, language),
    documents: result.documents.map(inLanguage),
    notes: result.notes.map(({ text }) => inLanguage(text)),
    unconfirmed: result.unconfirmed.map(({ text, source }) => ({
      text: inLanguage(text),
      ...(source && { source: source.name[language] }),
    })),
    articles: [...new Set(result.payments.flatMap(({ basis }) => basis))],
    rulesCheckedOn: result.rulesCheckedOn,
  };
}

const unknownDay = '9999-12-31';

function timeline(result: BenefitResult, language: Language): TimelineEntry[] {
  if (result.payments.length === 0) return [];
  const entries: [day: string, entry: TimelineEntry][] = [
    ...result.steps.map(({ dueBy, text }): [string, TimelineEntry] => [
      dueBy,
      { type: 'to-do', day: dueBy, text: text[language] },
    ]),
    [result.start, { type: 'start', day: result.start }],
    ...result.payments.map((payment, index): [string, TimelineEntry] => [
      payment.period?.to ?? payment.dueBy ?? unknownDay,
      paymentEntry(payment, result.trace.children[index], language),
    ]),
  ];
  return entries.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)).map(([, entry]) => entry);
}

function paymentEntry(payment: Payment, reason: TraceNode | undefined, language: Language): PaymentEntry {
  if (reason === undefined) throw new RangeError(`the payment ${payment.code} has no reason in the trace`);
  const { amount } = payment;
  const isTopUp = payment.code === 'employed-top-up' || payment.code === 'wage-top-up';
  const fee = isTopUp ? undefined : feeIn(reason);
  return {
    type: 'payment',
    name: payment.name[language],
    period: payment.period,
    amount,
    cost: fee === undefined ? null : { fee, own: fee - amount },
    dueBy: payment.dueBy,
    claimWithin: payment.claimWithin[language],
    explanation: explained(reason, language),
  };
}

function explained(trace: TraceNode, language: Language): Explanation {
  const write = ({ sentence, grounds, because }: Explanation): Explanation => ({
    sentence: withDaysWritten(sentence, language),
    grounds: grounds.map((ground) => withDaysWritten(ground, language)),
    because: because.map(write),
  });
  return write(explainTrace(trace, language));
}

/** The fee that a payment is a share of, from the root of its trace. */
function feeIn(reason: TraceNode): number | undefined {
  if (reason.rule === 'share-of-fee') return reason.fee;
  for (const step of reason.children) {
    const fee = feeIn(step);
    if (fee !== undefined) return fee;
  }
  return undefined;
}
