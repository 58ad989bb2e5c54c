import { dayInTokyo } from '../i18n/dates.ts';
import type { Problem } from '../outcome/outcome.ts';
import type { Kind } from './kind.ts';

interface LastDay {
  /** `YYYY-MM-DD` */
  day: string;
  /** Field with that day. */
  field: string;
}

/** A record's last day, such as the last day of an event; undefined if it has none. */
export function lastDayOf({ fields }: Pick<Kind, 'fields'>, data: object): LastDay | undefined {
  const days = fields
    .filter(({ marking }) => marking.ends)
    .flatMap(({ name }) => {
      const value = (data as Record<string, string | readonly string[] | undefined>)[name] ?? [];
      return [value].flat().map((day) => ({ day, field: name }));
    });
  return days.reduce<LastDay | undefined>(
    (last, each) => (last && last.day >= each.day ? last : each),
    undefined,
  );
}

/** When a record is over: the end of its last day in Japan. */
export function endOf(kind: Pick<Kind, 'fields'>, data: object): Date | null {
  const last = lastDayOf(kind, data);
  return last ? new Date(Date.parse(`${last.day}T00:00:00+09:00`) + 86_400_000) : null;
}

/** The problem that prevents showing a record that is over; undefined if it is not over. */
export function overProblem(kind: Pick<Kind, 'fields'>, data: object, at: Date): Problem | undefined {
  const last = lastDayOf(kind, data);
  if (!last || last.day >= dayInTokyo(at)) return undefined;
  const label = kind.fields.find(({ name }) => name === last.field)?.marking.label;
  return {
    code: 'over',
    field: last.field,
    message: {
      ja: `「${label?.ja}」がすべて過ぎています。新しい日にするか、消してください。`,
      en: `“${label?.en}”: every day has passed. Enter a new one, or leave it empty.`,
    },
  };
}
