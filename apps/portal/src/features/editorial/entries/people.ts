import { and, eq, inArray } from 'drizzle-orm';
import type { Queryable } from '../../../platform/database/connection.ts';
import { membership, organisation, siteUser } from '../../../platform/identity/schema.ts';
import type { SignedInUser } from '../../../platform/identity/user.ts';
import {
  type Addressee,
  addressee,
  addresseeColumns,
  isWrittenTo,
} from '../../../platform/mail/addressee.ts';
import { ownersOf } from '../../../platform/mail/to-organisation.ts';
import { systemActor } from '../../../platform/publishing/model.ts';
import { revision } from '../../../platform/publishing/schema.ts';
import type { PageContext } from '../../../platform/web/page-context.ts';
import { isOwner, seesAsStaff } from './access.ts';
import type { Entry } from './entries.ts';
import { deskText } from './messages.ts';

/**
 * Says who did something, to a reader who may not know everybody.
 * @param forTheBody  whether they did it for the body, such as a judgement
 */
export type Naming = (userId: string, forTheBody?: boolean) => string;

/**
 * Names for a reader of an entry: the body's staff read every name, others only those of the organisation that owns it.
 * Who acted for the body is never named to its owners, even where they joined the organisation later; not even their id
 * is looked up.
 */
export async function namingFor(
  db: Queryable,
  userIds: readonly string[],
  user: SignedInUser,
  owned: Pick<Entry, 'ownerId'>,
  ctx: PageContext,
): Promise<Naming> {
  const { entry } = deskText(ctx).label;
  const staff = seesAsStaff(user, owned);
  const readable = staff ? [...userIds] : await colleagues(db, user, owned);
  const rows =
    readable.length > 0
      ? await db
          .select({ id: siteUser.id, name: siteUser.name, deletedAt: siteUser.deletedAt })
          .from(siteUser)
          .where(inArray(siteUser.id, readable))
      : [];
  const names = new Map(rows.map(({ id, name, deletedAt }) => [id, deletedAt ? entry.someone : name]));
  return (id, forTheBody = false) => {
    if (id === systemActor.id) return entry.system;
    if (forTheBody && !staff) return entry.reviewer;
    return names.get(id) ?? (staff ? entry.someone : entry.reviewer);
  };
}

/** Members of the organisation that owns an entry, where the reader is one of them; else the reader alone. */
async function colleagues(
  db: Queryable,
  user: SignedInUser,
  owned: Pick<Entry, 'ownerId'>,
): Promise<string[]> {
  if (owned.ownerId === null || !isOwner(user, owned)) return [user.id];
  const rows = await db
    .select({ id: membership.userId })
    .from(membership)
    .where(eq(membership.organizationId, owned.ownerId));
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
