import { z } from 'zod';
import {
  type AbilityId,
  abilities,
  type ContactId,
  contacts,
  type DecisionId,
  decisions,
  type HourLimit,
  hourLimits,
  type InsuredAnswer,
  insuredAnswers,
} from './questions.ts';

/** Anywhere, online only, or a prefecture (JIS X 0401, `01` to `47`) and online. */
export type Place = string;

/** A person's answers to the five questions. */
export interface Answers {
  /** Id of a role of the framework. */
  readonly work: string;
  readonly decide: readonly DecisionId[];
  readonly touch: readonly ContactId[];
  readonly can: readonly AbilityId[];
  readonly place: Place;
  readonly hours: HourLimit;
  readonly insured: InsuredAnswer;
}

const keys = <Key extends string>(values: Readonly<Record<Key, unknown>>) =>
  Object.keys(values) as [Key, ...Key[]];

/** What one can be sure of in an address that anybody may have written: unknown values are left out. */
const known = <Value extends string>(values: readonly [Value, ...Value[]]) => {
  const allowed = new Set<string>(values);
  return z
    .array(z.string().max(60))
    .transform((given) => [...new Set(given)].filter((value): value is Value => allowed.has(value)));
};

const place = z
  .string()
  .max(10)
  .regex(/^(any|online|0[1-9]|[1-3]\d|4[0-7])$/)
  .catch('any');

const schema = z.object({
  work: z.string().max(60).catch(''),
  decide: known(keys(decisions)),
  touch: known(keys(contacts)),
  can: known(keys(abilities)),
  place,
  hours: z.enum(hourLimits).catch('20'),
  insured: z.enum(insuredAnswers).catch('unknown'),
});

/** What an address says; `work` is empty where nothing, or no known role, is given. */
export function readAnswers(params: URLSearchParams, roles: readonly string[]): Answers {
  const lists = { decide: 'decide', touch: 'touch', can: 'can' } as const;
  const answers = schema.parse({
    work: params.get('work'),
    place: params.get('place'),
    hours: params.get('hours'),
    insured: params.get('insured'),
    ...Object.fromEntries(Object.keys(lists).map((name) => [name, params.getAll(name).slice(0, 40)])),
  });
  return { ...answers, work: roles.includes(answers.work) ? answers.work : '' };
}

/** The inverse of `readAnswers`: the address that gives the same plan again. */
export function answerParameters(answers: Answers): URLSearchParams {
  const params = new URLSearchParams({ work: answers.work });
  for (const name of ['decide', 'touch', 'can'] as const)
    for (const value of answers[name]) params.append(name, value);
  params.set('place', answers.place);
  params.set('hours', answers.hours);
  params.set('insured', answers.insured);
  return params;
}
