import type { BenefitCase, BenefitKind, LeaveCase, SupportCase } from '../case.ts';
import { type CivilDate, consecutivePeriods, daysBetween } from '../civil-date.ts';
import { mustBeInForce } from '../parameter.ts';
import { leave } from '../parameters/leave.ts';
import { support } from '../parameters/support.ts';
import { FieldReader } from './field-reader.ts';
import { BenefitInputError } from './input-error.ts';
import { numberBounds } from './number-bounds.ts';
import { parseTraining, readStart } from './parse-training.ts';

export type ParsedCase =
  | { readonly ok: true; readonly case: BenefitCase }
  | { readonly ok: false; readonly errors: readonly BenefitInputError[] };

const kinds: Record<string, BenefitKind> = {
  general: 'general',
  specified: 'specified',
  practical: 'practical',
  support: 'support',
  leave: 'leave',
  一般: 'general',
  特定一般: 'specified',
  専門実践: 'practical',
  支援: 'support',
  休暇: 'leave',
  一般教育訓練: 'general',
  特定一般教育訓練: 'specified',
  専門実践教育訓練: 'practical',
  一般教育訓練給付金: 'general',
  特定一般教育訓練給付金: 'specified',
  専門実践教育訓練給付金: 'practical',
  教育訓練支援給付金: 'support',
  教育訓練休暇給付金: 'leave',
};

const modes = {
  day: 'day',
  evening: 'evening',
  correspondence: 'correspondence',
  昼間: 'day',
  夜間: 'evening',
  通信: 'correspondence',
} as const;

const supportFields: ReadonlySet<string> = new Set([
  'kind',
  'start',
  'ageAtStart',
  'leftWorkOn',
  'firstTime',
  'mode',
  'basicDailyAllowance',
  'certifiedDays',
]);

const leaveFields: ReadonlySet<string> = new Set([
  'kind',
  'start',
  'leaveDays',
  'unpaid',
  'insuredMonthsInTwoYears',
  'insuredYears',
  'basicDailyAllowance',
]);

/**
 * Reads a case from a form, a table row or JSON: numbers and dates as people write them, kinds by their
 * English or Japanese name, empty fields as absent. Every fault is reported, each with its field.
 */
export function parseCase(input: unknown): ParsedCase {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    const text = { ja: '入力が項目の組ではありません。', en: 'The input is not a group of fields.' };
    return { ok: false, errors: [new BenefitInputError('missing', 'kind', text)] };
  }
  const reader = new FieldReader(input as Record<string, unknown>);
  const parsed = parseFields(reader);
  return parsed === null ? { ok: false, errors: reader.errors } : { ok: true, case: parsed };
}

function parseFields(reader: FieldReader): BenefitCase | null {
  const kind = reader.required('kind') ? reader.word('kind', kinds) : undefined;
  if (kind === undefined) return null;
  if (kind === 'support') return parseSupport(reader);
  if (kind === 'leave') return parseLeave(reader);
  return parseTraining(reader, kind);
}

function parseSupport(reader: FieldReader): SupportCase | null {
  reader.allowOnly(supportFields);
  const start = readStart(reader, support.rate);
  const basicDailyAllowance = reader.required('basicDailyAllowance')
    ? reader.yen('basicDailyAllowance')
    : undefined;
  const certifiedDays = reader.required('certifiedDays')
    ? reader.list('certifiedDays', numberBounds.certifiedDays)
    : undefined;
  const rest = {
    ageAtStart: reader.number('ageAtStart', numberBounds.ageAtStart),
    leftWorkOn: reader.date('leftWorkOn'),
    firstTime: reader.flag('firstTime'),
    mode: reader.word('mode', modes),
  };
  if (reader.errors.length > 0) return null;
  if (start === undefined || basicDailyAllowance === undefined || certifiedDays === undefined) return null;
  checkCertifiedDays(reader, start, certifiedDays);
  if (reader.errors.length > 0) return null;
  return { kind: 'support', start, basicDailyAllowance, certifiedDays, ...rest };
}

function checkCertifiedDays(reader: FieldReader, start: CivilDate, certifiedDays: readonly number[]): void {
  const months = mustBeInForce(support.periodMonths, start).value;
  const periods = consecutivePeriods(start, months, certifiedDays.length);
  certifiedDays.forEach((days, index) => {
    const period = periods[index];
    if (period === undefined) return;
    const maxDays = daysBetween(period.from, period.to) + 1;
    if (days <= maxDays) return;
    reader.fault(
      'out-of-range',
      `certifiedDays.${index + 1}`,
      `${period.from}〜${period.to}は${maxDays}日間です。`,
      `${period.from} to ${period.to} has ${maxDays} days.`,
    );
  });
}

function parseLeave(reader: FieldReader): LeaveCase | null {
  reader.allowOnly(leaveFields);
  const start = readStart(reader, leave.rate);
  const leaveDays = reader.required('leaveDays')
    ? reader.number('leaveDays', numberBounds.leaveDays)
    : undefined;
  const insuredYears = reader.required('insuredYears')
    ? reader.number('insuredYears', numberBounds.insuredYears)
    : undefined;
  const basicDailyAllowance = reader.required('basicDailyAllowance')
    ? reader.yen('basicDailyAllowance')
    : undefined;
  const rest = {
    unpaid: reader.flag('unpaid'),
    insuredMonthsInTwoYears: reader.number('insuredMonthsInTwoYears', numberBounds.insuredMonthsInTwoYears),
  };
  if (reader.errors.length > 0 || start === undefined) return null;
  if (leaveDays === undefined || insuredYears === undefined || basicDailyAllowance === undefined) return null;
  return { kind: 'leave', start, leaveDays, insuredYears, basicDailyAllowance, ...rest };
}
