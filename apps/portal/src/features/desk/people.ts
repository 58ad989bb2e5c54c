import { and, eq, inArray } from 'drizzle-orm';
import type { Queryable } from '../../platform/database/connection.ts';
import { membership, organisation, siteUser } from '../../platform/identity/schema.ts';
import type { SignedInUser } from '../../platform/identity/user.ts';
import { type Addressee, addressee, addresseeColumns, isWrittenTo } from '../../platform/mail/addressee.ts';
import { ownersOf } from '../../platform/mail/to-organisation.ts';
import { systemActor } from '../../platform/publishing/model.ts';
import { revision } from '../../platform/publishing/schema.ts';
import type { PageContext } from '../../platform/web/page-context.ts';
import { seesAsStaff } from './access.ts';
import type { Entry } from './entries.ts';
import { deskText } from './messages.ts';

/** Says who did something, to a reader who may not know everybody. */
export type Naming = (userId: string) => string;

/**
 * Names for a reader: staff read every name, others only those of their own organisations. A reviewer is never named
 * to whoever sent the entry; not even their id is looked up.
 */
export async function namingFor(
  db: Queryable,
  userIds: readonly string[],
  user: SignedInUser,
  ctx: PageContext,
): Promise<Naming> {
  const { entry } = deskText(ctx).label;
  const staff = seesAsStaff(user);
  const readable = staff ? [...userIds] : await colleagues(db, user);
  const rows =
    readable.length > 0
      ? await db
          .select({ id: siteUser.id, name: siteUser.name, deletedAt: siteUser.deletedAt })
          .from(siteUser)
          .where(inArray(siteUser.id, readable))
      : [];
  const names = new Map(rows.map(({ id, name, deletedAt }) => [id, deletedAt ? entry.someone : name]));
  return (id) => {
    if (id === systemActor.id) return entry.system;
    return names.get(id) ?? (staff ? entry.someone : entry.reviewer);
  };
}

async function colleagues(db: Queryable, user: SignedInUser): Promise<string[]> {
  const own = user.memberships.map(({ organisationId }) => organisationId);
  if (own.length === 0) return [user.id];
  const rows = await db
    .select({ id: membership.userId })
    .from(membership)
    .where(inArray(membership.organizationId, own));
  return [user.id, ...rows.map(({ id }) => id)];
}

export async function organisationName(db: Queryable, id: string | null): Promise<string | undefined> {
  if (id === null) return undefined;
  const rows = await db
    .select()
    .from(organisation)
    .where(inArray(organisation.id, [id]));
  return rows[0]?.name;
}

/** Everybody who looks after an entry and can sign in: its organisation's members, or who entered it for the body. */
export async function peopleBehind(db: Queryable, { id, ownerId }: Entry): Promise<Addressee[]> {
  if (ownerId !== null) return ownersOf(db, ownerId);
  const rows = await db
    .select(addresseeColumns)
    .from(siteUser)
    .innerJoin(revision, eq(revision.author, siteUser.id))
    .where(and(isWrittenTo, eq(revision.publicationId, id), eq(revision.number, 1)));
  return rows.map(addressee);
}
