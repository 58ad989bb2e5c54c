import { eq, inArray } from 'drizzle-orm';
import type { Queryable } from '../database/connection.ts';
import type { Reading } from '../i18n/language.ts';
import type { Label } from '../i18n/localised.ts';
import { membership, siteUser } from '../identity/schema.ts';
import type { SignedInUser } from '../identity/user.ts';
import { systemActor } from '../publishing/model.ts';
import { isOwner, seesAsStaff } from './access.ts';
import type { Entry } from './entry.ts';

/**
 * Displays who did something, to a reader who may not know every name.
 * @param forTheBody  whether they acted for the body, as in a review
 */
export type Naming = (userId: string, forTheBody?: boolean) => string;

/**
 * Names for a reader of an entry: staff see every name, others only those of the owning organisation. Those
 * who acted for the body are never named to its owners, even if they joined the organisation later; their ids
 * are not looked up.
 */
export async function namingFor(
  db: Queryable,
  userIds: readonly string[],
  user: SignedInUser,
  owned: Pick<Entry, 'ownerId'>,
  { language }: Pick<Reading, 'language'>,
): Promise<Naming> {
  const staff = seesAsStaff(user, owned);
  const readable = staff ? [...userIds] : await colleagues(db, user, owned);
  const rows =
    readable.length > 0
      ? await db
          .select({ id: siteUser.id, name: siteUser.name, deletedAt: siteUser.deletedAt })
          .from(siteUser)
          .where(inArray(siteUser.id, readable))
      : [];
  const names = new Map(rows.map(({ id, name, deletedAt }) => [id, deletedAt ? someone[language] : name]));
  return (id, forTheBody = false) => {
    if (id === systemActor.id) return system[language];
    if (forTheBody && !staff) return reviewer[language];
    return names.get(id) ?? (staff ? someone[language] : reviewer[language]);
  };
}

/** Members of the entry's organisation if the reader is one; otherwise the reader alone. */
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

/** Label for staff whose name the reader may not see. */
const reviewer: Label = { ja: '審査担当', en: 'A reviewer' };
const system: Label = { ja: '自動', en: 'Automatic' };
const someone: Label = { ja: '以前の利用者', en: 'A former user' };
