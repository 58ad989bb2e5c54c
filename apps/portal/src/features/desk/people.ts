import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Queryable } from '../../platform/database/connection.ts';
import type { Language } from '../../platform/i18n/language.ts';
import { membership, organisation, siteUser } from '../../platform/identity/schema.ts';
import type { SignedInUser } from '../../platform/identity/user.ts';
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

/** Somebody who is written to. */
export interface Addressee {
  id: string;
  email: string;
  language: Language;
}

/** Everybody who looks after an entry and can sign in: its organisation's members, or who entered it for the body. */
export async function peopleBehind(db: Queryable, { id, ownerId }: Entry): Promise<Addressee[]> {
  const able = and(isNull(siteUser.suspendedAt), isNull(siteUser.deletedAt));
  const columns = { id: siteUser.id, email: siteUser.email, language: siteUser.language };
  const rows =
    ownerId === null
      ? await db
          .select(columns)
          .from(siteUser)
          .innerJoin(revision, eq(revision.author, siteUser.id))
          .where(and(able, eq(revision.publicationId, id), eq(revision.number, 1)))
      : await db
          .select(columns)
          .from(siteUser)
          .innerJoin(membership, eq(membership.userId, siteUser.id))
          .where(and(able, eq(membership.organizationId, ownerId)));
  return rows.map((row) => ({ ...row, language: row.language === 'en' ? 'en' : 'ja' }));
}
