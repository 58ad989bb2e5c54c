import { z } from 'zod';
import { answerSchemas } from '../../../platform/collections/api-schema.ts';
import type { OpenCollection } from '../../../platform/collections/collections.ts';

/** What the tools answer: words of the portal's own, so nothing here bounds what comes from outside. */
/** A record in a list: enough to choose by. */
const foundRecord = z.object({
  id: z.string().describe('Give this to read_record'),
  kind: z.string(),
  title: z.string(),
  summary: z.string(),
  operator: z.string().nullable(),
  page: z.url().describe('Its page on this site'),
  url: z.url().describe('The operator’s own page; where there is none, the page on this site'),
  language: z.enum(['ja', 'en']),
  updatedOn: z.iso.date(),
  sample: z.boolean().describe('true: made up to show the site, never to be recommended'),
});

export type FoundRecord = z.output<typeof foundRecord>;

export const searchAnswer = z.object({
  total: z.int().describe('How many records match'),
  relaxed: z.boolean().describe('true: no record has all the words; these have some of them'),
  suggestions: z.array(z.string()).describe('Other spellings that find something'),
  situations: z
    .array(z.object({ id: z.string(), title: z.string(), page: z.url() }))
    .describe('Something may have happened to the person: call find_help with one of these ids first'),
  items: z.array(foundRecord),
  nextOffset: z.int().nullable().describe('offset of the next page; null at the end'),
});

/** An entry of the collection, as the API gives it. */
export const recordAnswer = (collection: OpenCollection) =>
  z.object({
    record: answerSchemas(collection).one,
    licence: z.string().describe('Licence of these data'),
    source: z.url().describe('Name this as the source'),
  });

const japanTime = 'Moment in Japan time, such as 2026-12-01T09:30:00+09:00';

const contact = z.object({
  name: z.string(),
  forWhat: z.string().describe('For which matters'),
  telephone: z.string().nullable().describe('As dialled in Japan'),
  hours: z
    .array(z.object({ days: z.string(), from: z.string(), to: z.string() }))
    .describe('Japan time; empty where no hours are known that hold everywhere'),
  hoursNote: z.string().nullable(),
  openNow: z
    .boolean()
    .nullable()
    .describe('Japanese public holidays counted; null where the hours are not known'),
  openUntil: z.iso.datetime({ offset: true }).nullable().describe(japanTime),
  opensAt: z.iso.datetime({ offset: true }).nullable().describe(japanTime),
  mail: z.string().nullable(),
  form: z.string().nullable(),
  checkedOn: z.iso.date().nullable().describe('Day on which these details were last read or confirmed'),
});

const situation = z.object({
  id: z.string(),
  title: z.string(),
  page: z.url(),
  lead: z.string().nullable(),
  doFirst: z.array(z.string()).describe('In this order'),
  doNot: z.array(z.string()),
  keepAsEvidence: z.array(z.string()),
  comesNext: z.array(z.string()),
  contacts: z.array(contact).describe('Whom to call or write to, the first one first'),
  desks: z.array(z.object({ id: z.string(), title: z.string(), page: z.url() })),
  note: z.string().nullable(),
});

export const helpAnswer = z.object({
  asOf: z.iso.datetime({ offset: true }).describe('The moment for which openNow holds'),
  situations: z
    .array(situation)
    .describe('The nearest first; empty where none of them is what was described'),
  allSituations: z.array(z.object({ id: z.string(), title: z.string() })),
  emergency: z
    .object({ text: z.string(), telephone: z.string().nullable() })
    .nullable()
    .describe('Where somebody is in danger now'),
});

const both = z.object({ ja: z.string(), en: z.string() });
const source = z.object({ name: both, kind: z.enum(['official', 'secondary']), readOn: z.iso.date() });
const article = z.object({
  law: both,
  lawId: z.string().describe('Identifier in e-Gov’s collection of laws'),
  article: both,
  status: z.enum(['confirmed', 'secondary']),
});
const namedParameter = z.object({ id: z.string(), value: z.number(), unit: z.string(), from: z.iso.date() });
const unconfirmedPoint = z.object({
  code: z.string(),
  text: both,
  upTo: z.iso.date().optional(),
  source: source.optional(),
});

export const benefitAnswer = z.object({
  kind: z.string(),
  start: z.iso.date(),
  eligible: z
    .boolean()
    .nullable()
    .describe(
      'false: a condition is not met; null: not every condition was described, amounts hold if all are met',
    ),
  total: z.number().describe('Yen'),
  outOfPocket: z.number().nullable().describe('Yen of the fee left to the person'),
  payments: z.array(
    z.object({
      code: z.string(),
      name: both,
      period: z.object({ from: z.iso.date(), to: z.iso.date() }).nullable(),
      amount: z.number(),
      dueBy: z.iso.date().nullable().describe('Last day to claim'),
      claimWithin: both,
      basis: z.array(article),
    }),
  ),
  reasons: z.array(
    z.object({
      code: z.string(),
      about: z.enum(['benefit', 'top-up']),
      status: z.enum(['met', 'not-met', 'not-examined']),
      text: both,
      parameters: z.array(namedParameter),
    }),
  ),
  steps: z.array(
    z.object({ code: z.string(), text: both, dueBy: z.iso.date(), parameters: z.array(namedParameter) }),
  ),
  documents: z.array(both),
  notes: z.array(z.object({ code: z.string(), text: both })).describe('How the input was read'),
  trace: z
    .looseObject({
      rule: z.string(),
      amount: z.number(),
      parameters: z.array(namedParameter),
      children: z.array(z.unknown()).describe('Steps of the same shape'),
    })
    .describe('Why the total is what it is: a tree of rules'),
  unconfirmed: z
    .array(unconfirmedPoint)
    .describe('No official source settled these: say so, and send to Hello Work'),
  parameters: z
    .array(
      z.object({
        id: z.string(),
        name: both,
        unit: z.string(),
        value: z.number(),
        from: z.iso.date(),
        to: z.iso.date().nullable(),
        articles: z.array(article),
        source,
        checkedOn: z.iso.date(),
        status: z.enum(['confirmed', 'secondary', 'to-be-confirmed']),
        unconfirmed: z.array(unconfirmedPoint),
      }),
    )
    .describe('Every dated value that was applied, with article and source'),
  rulesCheckedOn: z.iso.date(),
});

export const datesAnswer = z.object({
  total: z.int(),
  items: z.array(
    z.object({
      date: z.iso.date().describe('The first day'),
      lastDay: z.iso.date().describe('The last day, the same where it is one day'),
      what: z
        .string()
        .describe(
          'heldOn: it takes place; applyBy: the last day to apply; everyYear: a period that returns; opens, closes: a call for entries',
        ),
      label: z.string().describe('The same in words'),
      title: z.string(),
      page: z.url(),
      regions: z.array(z.string()).describe('nationwide, or prefecture codes of JIS X 0401'),
      record: foundRecord.nullable().describe('null for a call for entries'),
    }),
  ),
  nextOffset: z.int().nullable(),
});
