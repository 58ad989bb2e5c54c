import { type SQL, sql } from 'drizzle-orm';
import type { LocalisedText } from '../i18n/language.ts';
import { publication, revision } from '../publishing/schema.ts';
import type { EntryForm } from './form/entry-form.ts';

/** SQL for an entry's title, which is in a different field for each kind. */
export function titleColumn(forms: ReadonlyMap<string, EntryForm>): SQL<LocalisedText | null> {
  const cases = [...forms].flatMap(([kind, { kind: declared }]) =>
    declared.card ? [sql`when ${kind} then ${revision.data} -> ${declared.card.title}::text`] : [],
  );
  return sql<LocalisedText | null>`case ${publication.kind} ${sql.join(cases, sql` `)} end`;
}

/** SQL for an entry's addresses, for any kind. */
export function addressColumn(forms: ReadonlyMap<string, EntryForm>): SQL<string[]> {
  const names = [...new Set([...forms.values()].flatMap(addressFields))];
  const values = names.map((name) => sql`${revision.data} ->> ${name}::text`);
  return sql<
    string[]
  >`array_remove(array[${values.length > 0 ? sql.join(values, sql`, `) : sql`null`}]::text[], null)`;
}

/** Fields of a kind that hold an address. */
export function addressFields({ fields }: EntryForm): string[] {
  return fields.flatMap(({ name, node }) => (node.type === 'address' ? [name] : []));
}
