import type { Framework } from '@kakehashi/skills';
import { z } from 'zod';
import type { Reading } from '../../../../platform/i18n/language.ts';
import { adviceText } from '../advice-messages.ts';
import type { TeamFormValues } from '../pages/team.tsx';
import type { TeamConditions } from '../presenting/team-view.ts';
import { type Quarter, quartersFrom } from './quarters.ts';
import { longestTable, type Member, readTeamTable } from './team-table.ts';

/** Quarters of a plan. */
const planned = 4;
/** Quarters at which it may begin. */
const offered = 5;
const mostBudget = 1_000_000_000;

const fields = z.object({
  table: z
    .string()
    .max(longestTable * 3)
    .catch(''),
  place: z
    .string()
    .max(10)
    .regex(/^(any|online|0[1-9]|[1-3]\d|4[0-7])$/)
    .catch('any'),
  quarter: z.string().max(10).catch(''),
  budget: z.string().max(40).catch(''),
  hours: z.string().max(20).catch(''),
  as: z.string().max(10).catch(''),
});

export interface TeamRequest {
  values: TeamFormValues;
  asWorkbook: boolean;
}

export type ReadTeam =
  | { ok: true; members: readonly Member[]; conditions: TeamConditions }
  | { ok: false; errors: { field: keyof TeamFormValues; message: string }[] };

/** Quarters at which a plan may begin: the present one and those that follow. */
export function firstQuarters(today: string): Quarter[] {
  return quartersFrom(today, offered);
}

/** The form before anybody filled it in: it begins with the next quarter. */
export function emptyTeamForm(today: string): TeamFormValues {
  return { table: '', place: 'any', quarter: firstQuarters(today)[1]?.id ?? '', budget: '', hours: '20' };
}

/** The fields of a form that was sent, whatever they hold. */
export function sentTeamForm(form: Record<string, unknown>, today: string): TeamRequest {
  const { as, ...values } = fields.parse(form);
  const isOffered = firstQuarters(today).some(({ id }) => id === values.quarter);
  return {
    values: { ...values, quarter: isOffered ? values.quarter : emptyTeamForm(today).quarter },
    asWorkbook: as === 'xlsx',
  };
}

/** The team and the conditions of its plan, or every fault. */
export async function readTeamForm(
  values: TeamFormValues,
  framework: Framework,
  today: string,
  reading: Reading,
): Promise<ReadTeam> {
  const { team } = adviceText(reading).label;
  const errors: { field: keyof TeamFormValues; message: string }[] = [];
  const table = await readTeamTable(values.table, framework);
  if (!table.ok)
    for (const { message } of table.faults)
      errors.push({ field: 'table', message: message[reading.language] });
  const budget = numberIn(values.budget, 0, mostBudget);
  if (budget === 'wrong') errors.push({ field: 'budget', message: team.budgetFault });
  const hours = numberIn(values.hours, 1, 200);
  if (hours === 'wrong' || hours === undefined) errors.push({ field: 'hours', message: team.hoursFault });
  if (!table.ok || budget === 'wrong' || hours === 'wrong' || hours === undefined)
    return { ok: false, errors };
  const first = firstQuarters(today).find(({ id }) => id === values.quarter);
  return {
    ok: true,
    members: table.members,
    conditions: {
      quarters: quartersFrom(first?.from ?? today, planned),
      budget,
      hoursPerQuarter: hours,
      place: values.place,
    },
  };
}

/** A whole number as people write it: full-width, with commas, with 円 or 時間; undefined where nothing is written. */
function numberIn(written: string, least: number, most: number): number | 'wrong' | undefined {
  const text = written.normalize('NFKC').replace(/[\s,¥\\]|円|時間/g, '');
  if (text === '') return undefined;
  const tenThousands = /^(\d+)万$/.exec(text)?.[1];
  const digits = tenThousands ? `${tenThousands}0000` : text;
  if (!/^\d{1,10}$/.test(digits)) return 'wrong';
  const number = Number(digits);
  return number >= least && number <= most ? number : 'wrong';
}
