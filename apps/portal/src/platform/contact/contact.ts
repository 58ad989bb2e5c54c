import { z } from 'zod';
import { localisedEasy } from '../i18n/localised.ts';
import { longestAddress } from '../publishing/addresses.ts';
import { field } from '../publishing/field.ts';
import { telephoneNumber } from './telephone.ts';

/** Days on which a desk answers; `weekdays` as offices of the state keep them, and banks much the same. */
const openingDays = [
  'every-day',
  'every-day-but-new-year',
  'weekdays',
  'saturday',
  'sunday-and-holidays',
] as const;

const clock = z
  .string()
  .max(5)
  .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);

const openingSpan = z
  .strictObject({
    days: field(z.enum(openingDays), { label: { ja: '曜日', en: 'Days' } }),
    from: field(clock, {
      label: { ja: '始まり（日本時間、09:30 のように）', en: 'From (Japan time, as 09:30)' },
    }),
    to: field(clock, { label: { ja: '終わり（24:00 まで）', en: 'To (up to 24:00)' } }),
  })
  .refine(({ from, to }) => from < to, {
    path: ['to'],
    params: { ja: '終わりは、始まりより後にしてください。', en: 'The end comes after the beginning.' },
  });

/** When a desk answers: each span is open on its days, all of them together. */
export type OpeningSpan = z.output<typeof openingSpan>;

/**
 * Contact details and how far they are verified: fields for a kind's record or an item of a list. There is no
 * contact without a telephone number, mail address or form.
 */
export const contactFields = {
  number: field(telephoneNumber.optional(), {
    label: { ja: '電話番号', en: 'Telephone number' },
    help: { ja: '03-5978-7509、#9110 のように。', en: 'As in 03-5978-7509 or #9110.' },
  }),
  hours: field(z.array(openingSpan).max(14).optional(), {
    label: { ja: '受付時間', en: 'Hours' },
    help: {
      ja: '決まっている時間だけを入れます。地域などで違うときは、下に文で書きます。',
      en: 'Only hours that hold everywhere. Where they differ, say so below in words.',
    },
  }),
  hoursNote: field(localisedEasy('sentence').optional(), {
    label: { ja: '受付時間についてのことば', en: 'Hours in words' },
  }),
  mail: field(z.string().max(254).regex(z.regexes.email).optional(), {
    label: { ja: 'メールアドレス', en: 'Mail address' },
  }),
  form: field(
    z
      .url({ protocol: /^https$/ })
      .max(longestAddress)
      .optional(),
    {
      label: { ja: '連絡フォーム', en: 'Contact form' },
      help: { ja: 'フォームのあるページ。', en: 'The page that has the form.' },
    },
  ),
  source: field(
    z
      .url({ protocol: /^https?$/ })
      .max(longestAddress)
      .optional(),
    { label: { ja: '読んだページ', en: 'Where it was read' } },
  ),
  readOn: field(z.iso.date().optional(), { label: { ja: '読んだ日', en: 'Read on' } }),
  confirmedOn: field(z.iso.date().optional(), {
    label: { ja: '編集者が確かめた日', en: 'Confirmed by an editor on' },
    help: {
      ja: '窓口に聞くか、窓口自身のページで確かめた日。空のうちは「確認待ち」です。',
      en: 'When the desk was asked or its own page was read. Left empty, it is to be confirmed.',
    },
  }),
};

const contact = z.strictObject(contactFields);
export type Contact = z.output<typeof contact>;

/** Address that a telephone dials; `#` begins a fragment unless it is escaped. */
export function telephoneHref(number: string): string {
  return `tel:${number.replace(/-/g, '').replace('#', '%23')}`;
}
