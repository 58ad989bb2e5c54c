import type { BenefitKind, FieldName } from '@kakehashi/benefits';

/** The groups in which the calculator asks, in this order; a kind has those it needs. */
export type StepName = 'kind' | 'course' | 'fees' | 'allowance' | 'person' | 'outcome';

export interface QuestionStep {
  readonly name: StepName;
  readonly fields: readonly FieldName[];
}

const kindStep: QuestionStep = { name: 'kind', fields: ['kind'] };
const person = [
  'insuredYears',
  'firstTime',
  'lastBenefitOn',
  'leftWorkOn',
  'extension',
  'extension.reason',
  'extension.days',
] as const;

/** Questions needed for each kind of benefit. */
export const questions: Record<BenefitKind, readonly QuestionStep[]> = {
  general: [
    kindStep,
    { name: 'course', fields: ['start', 'months', 'completedOn'] },
    { name: 'fees', fields: ['fees'] },
    { name: 'person', fields: person },
  ],
  specified: [
    kindStep,
    { name: 'course', fields: ['start', 'months', 'completedOn'] },
    { name: 'fees', fields: ['fees'] },
    { name: 'person', fields: person },
    { name: 'outcome', fields: ['qualifiedOn', 'employedOn'] },
  ],
  practical: [
    kindStep,
    { name: 'course', fields: ['start', 'months', 'completedOn', 'fourYearCourse'] },
    { name: 'fees', fields: ['fees'] },
    {
      name: 'person',
      fields: [...person, 'earlierPractical', 'earlierPractical.start', 'earlierPractical.paid'],
    },
    { name: 'outcome', fields: ['qualifiedOn', 'employedOn', 'wageUpPercent'] },
  ],
  support: [
    kindStep,
    { name: 'course', fields: ['start', 'mode'] },
    { name: 'allowance', fields: ['basicDailyAllowance', 'certifiedDays'] },
    { name: 'person', fields: ['ageAtStart', 'leftWorkOn', 'firstTime'] },
  ],
  leave: [
    kindStep,
    { name: 'course', fields: ['start', 'leaveDays', 'unpaid'] },
    { name: 'allowance', fields: ['basicDailyAllowance'] },
    { name: 'person', fields: ['insuredYears', 'insuredMonthsInTwoYears'] },
  ],
};

export const benefitKinds = Object.keys(questions) as BenefitKind[];

export function isBenefitKind(value: string | null): value is BenefitKind {
  return value !== null && Object.hasOwn(questions, value);
}

/** The step that asks for a field, also where a fault names one of several values (`fees.2`). */
export function stepAsking(kind: BenefitKind, field: string): StepName {
  const [bare = field] = field.split(/\.\d+$/);
  const step = questions[kind].find(({ fields }) => fields.some((asked) => asked === bare));
  return step?.name ?? 'kind';
}

export function asks(kind: BenefitKind, field: FieldName): boolean {
  return questions[kind].some(({ fields }) => fields.includes(field));
}
