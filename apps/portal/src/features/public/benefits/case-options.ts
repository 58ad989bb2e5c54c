import { type FieldName, fieldNames } from '@kakehashi/benefits';

/** A property of a case: command option and table column. */
interface CaseOption {
  readonly field: FieldName;
  /** May be given several times or in several columns. */
  readonly many?: true;
  /** Needs no value on the command line. */
  readonly flag?: true;
  readonly example: string;
}

export const caseOptions: Readonly<Record<string, CaseOption>> = {
  kind: { field: 'kind', example: 'practical|specified|general (専門実践|特定一般|一般), support, leave' },
  start: { field: 'start', example: '2024-10-01' },
  fee: { field: 'fees', many: true, example: '500000' },
  months: { field: 'months', example: '24' },
  'completed-on': { field: 'completedOn', example: '2026-09-30' },
  'four-year-course': { field: 'fourYearCourse', flag: true, example: '' },
  'qualified-on': { field: 'qualifiedOn', example: '2026-10-15' },
  'employed-on': { field: 'employedOn', example: '2026-11-01' },
  'wage-up': { field: 'wageUpPercent', example: '5' },
  'insured-years': { field: 'insuredYears', example: '5' },
  'first-time': { field: 'firstTime', flag: true, example: '' },
  'last-benefit-on': { field: 'lastBenefitOn', example: '2020-03-31' },
  'left-work-on': { field: 'leftWorkOn', example: '2024-03-31' },
  'extension-reason': {
    field: 'extension.reason',
    example: 'pregnancy|birth|childcare|illness|injury|other (妊娠|出産|育児|疾病|負傷|その他)',
  },
  'extension-days': { field: 'extension.days', example: '200' },
  'earlier-start': { field: 'earlierPractical.start', example: '2020-04-01' },
  'earlier-paid': { field: 'earlierPractical.paid', example: '400000' },
  age: { field: 'ageAtStart', example: '40' },
  mode: { field: 'mode', example: 'day|evening|correspondence (昼間|夜間|通信)' },
  'basic-allowance': { field: 'basicDailyAllowance', example: '6000' },
  'certified-days': { field: 'certifiedDays', many: true, example: '60' },
  'leave-days': { field: 'leaveDays', example: '90' },
  unpaid: { field: 'unpaid', flag: true, example: '' },
  'insured-months': { field: 'insuredMonthsInTwoYears', example: '24' },
};

export function optionName(field: string): string {
  const [bare] = field.split(/\.\d+$/);
  return Object.entries(caseOptions).find(([, option]) => option.field === bare)?.[0] ?? field;
}

const columns = new Map<string, CaseOption>();
for (const [name, option] of Object.entries(caseOptions)) {
  columns.set(name, option);
  columns.set(option.field, option);
  columns.set(fieldNames[option.field].ja, option);
}

/** Longest heading in characters. */
const longestHeading = 200;

/** The option of a column, by option name, field name or Japanese name. */
export function columnOption(heading: string): CaseOption | undefined {
  if (heading.length > longestHeading) return undefined;
  return columns.get(heading.normalize('NFKC').trim().replace(/^--/, '').replace(/\d+$/, ''));
}

/** Builds a case from values: repeated fields become a list, dotted names an object. */
export function describeCase(
  values: readonly (readonly [CaseOption, string | boolean])[],
): Record<string, unknown> {
  const described: Record<string, unknown> = {};
  for (const [{ field, many }, value] of values) {
    if (value === '') continue;
    const [group, inner] = field.split('.') as [string, string | undefined];
    if (inner !== undefined) {
      described[group] = { ...(described[group] as object | undefined), [inner]: value };
    } else if (many === true) {
      described[field] = [...((described[field] as unknown[] | undefined) ?? []), value];
    } else {
      described[field] = value;
    }
  }
  return described;
}
