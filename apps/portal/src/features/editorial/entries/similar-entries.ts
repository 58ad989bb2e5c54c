import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { EntryForm } from '../../../platform/editing/form/entry-form.ts';
import { type FormValues, oneValue } from '../../../platform/editing/form/form-values.ts';
import { addressColumn, addressFields, titleColumn } from '../../../platform/editing/record-columns.ts';
import { entryDraft } from '../../../platform/editing/schema.ts';
import { type Comparable, type Compared, comparedOf, likenessOf } from '../../../platform/editing/similar.ts';
import { staff } from '../../../platform/identity/permissions.ts';
import type { SignedInUser } from '../../../platform/identity/user.ts';
import type { Platform } from '../../../platform/platform.ts';
import { titleText } from '../../../platform/publishing/kind.ts';
import type { PublishedRecord } from '../../../platform/publishing/published-record.ts';
import { publication, revision } from '../../../platform/publishing/schema.ts';
import type { SimilarEntry } from '../../../ui/editing/similar-entries.tsx';

/** Most possible duplicates shown. */
const mostTold = 5;
/** Most unpublished entries compared. */
const maxCompared = 5_000;

const underWay = ['draft', 'submitted', 'in-review', 'changes-requested', 'scheduled'] as const;

/** Cache of the compared values by published record. */
const compared = new WeakMap<PublishedRecord, { title: string; compared: Compared }>();

/**
 * Possible duplicates of an entry: entries with the same official page or nearly the same
 * title. Includes those the user may see: published ones, unpublished ones of their organisations, and for
 * the body's staff all that were sent.
 * @param pathOf  path of an unpublished entry for this user
 */
export async function similarEntries(
  { connection: { db }, model }: Pick<Platform, 'connection' | 'model'>,
  forms: ReadonlyMap<string, EntryForm>,
  subject: Comparable,
  user: Pick<SignedInUser, 'role' | 'memberships'>,
  pathOf: (id: string) => string,
): Promise<SimilarEntry[]> {
  const own = comparedOf(subject);
  if (own.name === '' && own.addresses.size === 0) return [];
  const found = new Map<string, SimilarEntry>();
  const compare = (id: string, path: string, title: string, other: Compared) => {
    const likeness = id === subject.id || found.has(id) ? undefined : likenessOf(own, other);
    if (likeness) found.set(id, { title, path, likeness });
  };
  for (const [kind, form] of forms)
    for (const record of model.ofKind(kind)) {
      const known = compared.get(record) ?? publishedOf(form, record);
      compared.set(record, known);
      compare(record.id, form.kind.pagePath?.(record.id) ?? pathOf(record.id), known.title, known.compared);
    }
  const ids = user.memberships.map(({ organisationId }) => organisationId);
  const isStaff = staff.some((role) => role === user.role);
  const sent = await db
    .select({ id: publication.id, title: titleColumn(forms), addresses: addressColumn(forms) })
    .from(publication)
    .innerJoin(
      revision,
      and(eq(revision.publicationId, publication.id), eq(revision.number, publication.currentRevision)),
    )
    .where(
      and(
        inArray(publication.kind, [...forms.keys()]),
        inArray(publication.state, [...underWay]),
        isStaff ? undefined : inArray(publication.ownerId, ids),
      ),
    )
    .limit(maxCompared);
  for (const { id, title, addresses } of sent)
    compare(id, pathOf(id), title?.ja ?? id, comparedOf({ title: title?.ja ?? '', addresses }));
  const drafts = await db
    .select({ id: entryDraft.id, kind: entryDraft.kind, formValues: entryDraft.formValues })
    .from(entryDraft)
    .leftJoin(publication, eq(publication.id, entryDraft.id))
    .where(and(isNull(publication.id), inArray(entryDraft.ownerId, ids)))
    .limit(maxCompared);
  for (const { id, kind, formValues } of drafts) {
    const form = forms.get(kind);
    const draft = form && comparableDraft(form, id, formValues);
    if (draft) compare(id, pathOf(id), draft.title, comparedOf(draft));
  }
  const byAddress = ({ likeness }: SimilarEntry) => (likeness === 'same-address' ? 0 : 1);
  return [...found.values()].sort((one, other) => byAddress(one) - byAddress(other)).slice(0, mostTold);
}

/** An entry's draft, for comparison. */
export function comparableDraft(form: EntryForm, id: string, formValues: FormValues): Comparable {
  return {
    id,
    title: oneValue(formValues, `${form.kind.card?.title}.ja`),
    addresses: addressFields(form).map((name) => oneValue(formValues, name)),
  };
}

function publishedOf(form: EntryForm, { id, data }: PublishedRecord) {
  const title = titleText(form.kind, data)?.ja ?? id;
  const values = data as Record<string, unknown>;
  const addresses = addressFields(form).flatMap((name) =>
    typeof values[name] === 'string' ? values[name] : [],
  );
  return { title, compared: comparedOf({ title, addresses }) };
}
