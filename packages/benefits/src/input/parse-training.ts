import type { EarlierPractical, Extension, ExtensionReason, TrainingCase, TrainingKind } from '../case.ts';
import type { CivilDate } from '../civil-date.ts';
import { halfYearsOf, wholeHalfYears } from '../half-years.ts';
import type { DatedParameter } from '../parameter.ts';
import { general } from '../parameters/general.ts';
import { practical } from '../parameters/practical.ts';
import { specified } from '../parameters/specified.ts';
import type { FieldReader } from './field-reader.ts';
import type { FieldName } from './fields.ts';
import { numberBounds } from './number-bounds.ts';

const rates: Record<TrainingKind, DatedParameter> = {
  general: general.rate,
  specified: specified.rate,
  practical: practical.rate,
};

const extensionReasons: Record<string, ExtensionReason> = {
  pregnancy: 'pregnancy',
  birth: 'birth',
  childcare: 'childcare',
  illness: 'illness',
  injury: 'injury',
  other: 'other',
  妊娠: 'pregnancy',
  出産: 'birth',
  育児: 'childcare',
  疾病: 'illness',
  負傷: 'injury',
  その他: 'other',
};

const fields: ReadonlySet<string> = new Set<FieldName>([
  'kind',
  'start',
  'fees',
  'months',
  'completedOn',
  'fourYearCourse',
  'qualifiedOn',
  'employedOn',
  'wageUpPercent',
  'insuredYears',
  'firstTime',
  'lastBenefitOn',
  'leftWorkOn',
  'extension',
  'earlierPractical',
]);

/** Reads a course and its person; null where a fault was taken down. */
export function parseTraining(reader: FieldReader, kind: TrainingKind): TrainingCase | null {
  reader.allowOnly(fields);
  const start = readStart(reader, rates[kind]);
  const fees = reader.required('fees') ? reader.listOfYen('fees') : undefined;
  const training: Omit<TrainingCase, 'start' | 'fees'> = {
    kind,
    months: reader.number('months', numberBounds.months),
    completedOn: reader.date('completedOn'),
    fourYearCourse: reader.flag('fourYearCourse'),
    qualifiedOn: reader.date('qualifiedOn'),
    employedOn: reader.date('employedOn'),
    wageUpPercent: reader.number('wageUpPercent', numberBounds.wageUpPercent),
    insuredYears: reader.number('insuredYears', numberBounds.insuredYears),
    firstTime: reader.flag('firstTime'),
    lastBenefitOn: reader.date('lastBenefitOn'),
    leftWorkOn: reader.date('leftWorkOn'),
    extension: readExtension(reader),
    earlierPractical: readEarlier(reader),
  };
  if (start === undefined || fees === undefined || reader.errors.length > 0) return null;
  const course: TrainingCase = { ...training, start, fees };
  checkOrderOfDates(reader, course);
  checkHistory(reader, course);
  checkPeriods(reader, course);
  return reader.errors.length === 0 ? course : null;
}

/** The start date, provided the law had a rule on it. */
export function readStart(reader: FieldReader, rule: DatedParameter): CivilDate | undefined {
  if (!reader.required('start')) return undefined;
  const start = reader.date('start');
  const first = rule[0]?.from ?? '';
  if (start === undefined || start >= first) return start;
  return reader.fault(
    'no-rule-in-force',
    'start',
    `この給付の規則は${first}以降に開始した場合について定めています。`,
    `the rules of this benefit begin with starts on ${first}.`,
  );
}

function readExtension(reader: FieldReader): Extension | undefined {
  const group = reader.group('extension');
  if (group === undefined) return undefined;
  group.allowOnly(new Set(['reason', 'days']));
  const reason = group.required('reason') ? group.word('reason', extensionReasons) : undefined;
  const days = group.number('days', numberBounds['extension.days']);
  return reason === undefined ? undefined : { reason, days };
}

function readEarlier(reader: FieldReader): EarlierPractical | undefined {
  const group = reader.group('earlierPractical');
  if (group === undefined) return undefined;
  group.allowOnly(new Set(['start', 'paid']));
  const start = group.required('start') ? group.date('start') : undefined;
  const paid = group.required('paid') ? group.yen('paid') : undefined;
  return start === undefined || paid === undefined ? undefined : { start, paid };
}

function checkOrderOfDates(reader: FieldReader, course: TrainingCase): void {
  for (const field of ['completedOn', 'qualifiedOn'] as const) {
    const date = course[field];
    if (date === undefined || date >= course.start) continue;
    reader.fault('before-start', field, '受講開始日より前の日付です。', 'precedes the start date.');
  }
}

function checkHistory(reader: FieldReader, course: TrainingCase): void {
  const { start, firstTime, lastBenefitOn, earlierPractical, fourYearCourse } = course;
  if (lastBenefitOn !== undefined && lastBenefitOn >= start) {
    reader.fault(
      'contradiction',
      'lastBenefitOn',
      '受講開始日より前の日付を入力してください。',
      'must precede the start date.',
    );
  }
  if (firstTime === true && lastBenefitOn !== undefined) {
    reader.fault(
      'contradiction',
      'lastBenefitOn',
      '「初回の受給」と食い違います。',
      'contradicts the first benefit.',
    );
  }
  if (firstTime === true && earlierPractical !== undefined) {
    reader.fault(
      'contradiction',
      'earlierPractical',
      '「初回の受給」と食い違います。',
      'contradicts the first benefit.',
    );
  }
  if (earlierPractical !== undefined && earlierPractical.start >= start) {
    reader.fault(
      'contradiction',
      'earlierPractical.start',
      '受講開始日より前の日付を入力してください。',
      'must precede the start date.',
    );
  }
  if (fourYearCourse === true && course.kind !== 'practical') {
    reader.fault(
      'contradiction',
      'fourYearCourse',
      '専門実践教育訓練だけの項目です。',
      'concerns practical training only.',
    );
  }
}

/** Three years at most, or four where the law's shortest course is four years long. */
function checkPeriods(reader: FieldReader, course: TrainingCase): void {
  const { kind, start, fees, months, completedOn } = course;
  const maxPeriods = kind !== 'practical' || course.fourYearCourse === true ? 8 : 6;
  const expected = halfYearsOf(start, months, completedOn);
  const count = fees.length > 1 ? fees.length : (expected ?? 1);
  if (count > maxPeriods) {
    reader.fault(
      'periods-mismatch',
      fees.length > 1 ? 'fees' : months === undefined ? 'completedOn' : 'months',
      `6か月の期が${count}期になりますが、${maxPeriods}期までです。法令上最短4年の課程は、その旨を入力してください。`,
      `makes ${count} six-month periods, and the most is ${maxPeriods}. For a course of a legal minimum of four years, say so.`,
    );
    return;
  }
  if (fees.length > 1 && months !== undefined && expected !== fees.length) {
    reader.fault(
      'periods-mismatch',
      'fees',
      `受講期間の期数（${expected}）と費用の数（${fees.length}）が合いません。`,
      `${fees.length} fees do not fit the ${expected} six-month periods of the course.`,
    );
    return;
  }
  if (kind !== 'practical' || completedOn === undefined) return;
  const last = wholeHalfYears(start, count)[count - 1];
  if (last !== undefined && (completedOn < last.from || completedOn > last.to)) {
    reader.fault(
      'periods-mismatch',
      'completedOn',
      `最後の期（${last.from}〜${last.to}）の中の日付ではありません。`,
      `is not within the last six-month period (${last.from} to ${last.to}).`,
    );
  }
}
