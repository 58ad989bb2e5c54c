import { and, eq, inArray } from 'drizzle-orm';
import type { Queryable } from '../../../platform/database/connection.ts';
import type { Entry } from '../../../platform/editing/entry.ts';
import { organisation, siteUser } from '../../../platform/identity/schema.ts';
import {
  type Addressee,
  addressee,
  addresseeColumns,
  isWrittenTo,
} from '../../../platform/mail/addressee.ts';
import { ownersOf } from '../../../platform/mail/to-organisation.ts';
import { revision } from '../../../platform/publishing/schema.ts';

export async function organisationName(db: Queryable, id: string | null): Promise<string | undefined> {
  if (id === null) return undefined;
  const rows = await db
    .select()
    .from(organisation)
    .where(inArray(organisation.id, [id]));
  return rows[0]?.name;
}

/** People responsible for an entry who can sign in: the organisation's members, or the staff who entered it. */
export async function peopleBehind(db: Queryable, { id, ownerId }: Entry): Promise<Addressee[]> {
  if (ownerId !== null) return ownersOf(db, ownerId);
  const rows = await db
    .select(addresseeColumns)
    .from(siteUser)
    .innerJoin(revision, eq(revision.author, siteUser.id))
    .where(and(isWrittenTo, eq(revision.publicationId, id), eq(revision.number, 1)));
  return rows.map(addressee);
}
