import { z } from 'zod';
import { field } from '../../../../platform/publishing/field.ts';
import { type ClosedTerms, defineKind } from '../../../../platform/publishing/kind.ts';

/** Most runs of a programme that are not over yet, with some room for those just past. */
export const mostRuns = 300;

const clock = z
  .string()
  .max(5)
  .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);

/** Codes of JIS X 0401, `01` to `47`. */
const prefectures = Array.from({ length: 47 }, (_, index) => String(index + 1).padStart(2, '0'));

/** Whether one can still apply. */
export const runStates = {
  label: { ja: '空き', en: 'Places' },
  values: {
    open: { ja: '受付中', en: 'Open' },
    few: { ja: '残りわずか', en: 'Few places left' },
    full: { ja: '満員', en: 'Full' },
    cancelled: { ja: '中止', en: 'Cancelled' },
  },
} as const satisfies ClosedTerms;

export const runPlaces = {
  label: { ja: '会場かオンラインか', en: 'In person or online' },
  values: {
    onsite: { ja: '会場', en: 'In person' },
    online: { ja: 'オンライン', en: 'Online' },
    both: { ja: '会場とオンライン', en: 'In person and online' },
  },
} as const satisfies ClosedTerms;

const names = <Name extends string>(values: Readonly<Record<Name, unknown>>) =>
  Object.keys(values) as [Name, ...Name[]];

/** An address of the web or of mail, and a telephone number, after normalisation. */
const linkOrAddress =
  /:\/\/|www\.|@|[a-z0-9]\.(?:jp|com|net|org|info|biz|co|io|me|dev|app|xyz|site|shop|online|link|top|cc|ly|gg|cn|ru)(?![a-z])/i;
const telephoneNumber =
  /(?<!\d)(?:0|\+81)\d{0,4}[\s()\u002d\u2010-\u2015\u2212\u30fc]{0,2}\d{1,4}[\s()\u002d\u2010-\u2015\u2212\u30fc]{0,2}\d{3,4}(?!\d)/;

/**
 * Whether a text leads nowhere. A venue is public at once and calendars make links of what looks like one, so
 * that whoever holds a provider's account must not be able to send people somewhere by it.
 */
function leadsNowhere(text: string): boolean {
  const plain = text.normalize('NFKC');
  return !linkOrAddress.test(plain) && !telephoneNumber.test(plain);
}

const fields = {
  days: field(z.array(z.iso.date()).min(1).max(60), {
    label: { ja: '開催日', en: 'Days' },
    help: {
      ja: '何日もあるときは、すべての日を書きます。例：2027-01-15、2027-01-22',
      en: 'Every day on which it is held, such as 2027-01-15, 2027-01-22.',
    },
  }),
  from: field(clock.optional(), {
    label: { ja: '開始時刻', en: 'Begins at' },
    help: { ja: '日本時間。09:30 のように。', en: 'Japan time, as 09:30.' },
  }),
  to: field(clock.optional(), {
    label: { ja: '終了時刻', en: 'Ends at' },
    help: {
      ja: '日本時間。17:00 のように。最後の日のこの時刻を過ぎると、日程は自動で消えます。',
      en: 'Japan time, as 17:00. After this time on the last day the run disappears by itself.',
    },
  }),
  place: field(z.enum(names(runPlaces.values)), { label: runPlaces.label, vocabulary: 'run-place' }),
  prefecture: field(z.enum(prefectures as [string, ...string[]]).optional(), {
    label: { ja: '会場の都道府県', en: 'Prefecture of the venue' },
    help: { ja: '会場で開くときは必ず。', en: 'Needed where there is a venue.' },
    vocabulary: 'region',
  }),
  venue: field(
    z
      .string()
      .trim()
      .min(1)
      .max(100)
      .refine(leadsNowhere, {
        params: {
          ja: 'ウェブやメールのアドレス、電話番号は書けません。会場の名前だけを書いてください。',
          en: 'Give the name of the venue alone, without web or mail addresses and telephone numbers.',
        },
      })
      .optional(),
    {
      label: { ja: '会場の名前', en: 'Venue' },
      help: { ja: '例：○○会館 3階 会議室B', en: 'Such as the building, floor and room.' },
    },
  ),
  capacity: field(z.number().int().min(1).max(100_000).optional(), {
    label: { ja: '定員', en: 'Places in all' },
  }),
  applyBy: field(z.iso.date().optional(), {
    label: { ja: '申込締切', en: 'Apply by' },
    help: { ja: '申し込める最後の日。', en: 'The last day to apply.' },
  }),
  price: field(z.number().int().min(0).max(100_000_000).optional(), {
    label: { ja: 'この日程の受講料（円）', en: 'Price of this run (yen)' },
    help: {
      ja: '講座の受講料と違うときだけ。税の扱いは講座と同じです。',
      en: 'Only where it differs from the programme; taxed as that is.',
    },
  }),
  state: field(z.enum(names(runStates.values)), { label: runStates.label, vocabulary: 'run-state' }),
};

type Fields = z.output<z.ZodObject<typeof fields>>;

const isInOrder = (days: readonly string[]) =>
  days.every((day, index) => index === 0 || (days[index - 1] ?? '') < day);

/** What holds between the fields of a run. */
function withRules<Schema extends z.ZodType<Fields>>(schema: Schema): Schema {
  return schema
    .refine(({ place, prefecture }) => place === 'online' || prefecture !== undefined, {
      path: ['prefecture'],
      params: {
        ja: '会場で開くときは、都道府県を選んでください。',
        en: 'choose the prefecture of the venue.',
      },
    })
    .refine(({ days, from, to }) => days.length > 1 || !from || !to || from < to, {
      path: ['to'],
      params: { ja: '終了時刻は、開始時刻より後にしてください。', en: 'the end comes after the beginning.' },
    })
    .refine(({ days, applyBy }) => !applyBy || applyBy <= (days[0] ?? ''), {
      path: ['applyBy'],
      params: {
        ja: '申込締切は、最初の開催日か、それより前にしてください。',
        en: 'one applies by the first day, or before.',
      },
    })
    .refine(({ days }) => isInOrder(days), {
      path: ['days'],
      params: {
        ja: '開催日は、早い順に、同じ日は1度だけ書いてください。',
        en: 'give the days in order, each once.',
      },
    }) as Schema;
}

/** A run (開催) of a programme. Its texts are plain and without links: nobody reviews them. */
export const run = withRules(
  z.strictObject({
    id: z
      .string()
      .max(60)
      .regex(/^[\w-]{1,60}$/),
    ...fields,
  }),
);

export type Run = z.output<typeof run>;
export type RunState = Run['state'];

/**
 * The fields of a run as a kind of their own, for its form. It is never published: runs are part of their
 * programme.
 */
export const runKind = defineKind({
  name: 'programme-run',
  label: { ja: '日程', en: 'Run' },
  listed: false,
  schema: withRules(z.strictObject(fields)),
});

/** The list of the programmes that a file may name. */
export const ownProgrammes = 'own-programme';

/** A row of a file of runs: a run, and the programme that it is of. */
export const runRowKind = defineKind({
  name: 'programme-run-row',
  label: { ja: '日程', en: 'Run' },
  listed: false,
  schema: withRules(
    z.strictObject({
      programme: field(z.string().max(100), {
        label: { ja: '講座', en: 'Programme' },
        help: {
          ja: '講座の名前を一覧から選びます。講座の番号（アドレスの最後）でもかまいません。',
          en: 'The name of the programme, from the list; the end of its address works too.',
        },
        vocabulary: ownProgrammes,
      }),
      ...fields,
    }),
  ),
});
