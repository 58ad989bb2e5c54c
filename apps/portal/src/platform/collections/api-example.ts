import type { OpenCollection } from './collections.ts';
import type { EntryValue } from './entry.ts';

/** An entry made of the examples of the columns, as documentation shows it. */
export function exampleOf({ columns }: Pick<OpenCollection, 'columns'>): Record<string, EntryValue> {
  return Object.fromEntries(
    columns.map(({ name, schema, several, example }) => {
      const written: EntryValue[] = [
        several ? example.split(';').filter(Boolean) : example || null,
        example === 'true',
        Number(example),
        example,
      ];
      return [name, written.find((value) => schema.safeParse(value).success) ?? null];
    }),
  );
}
