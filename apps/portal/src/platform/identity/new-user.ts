import { randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import type { Queryable } from '../database/connection.ts';
import type { Language } from '../i18n/language.ts';
import { isAddressReserved } from './address-reservation.ts';
import type { SiteRole } from './permissions.ts';
import { signInMethod, siteUser } from './schema.ts';

export interface NewUser {
  email: string;
  name: string;
  role: SiteRole;
  language: Language;
  /** As made by `preparePassword`. */
  passwordHash: string;
  demonstration?: boolean;
}

/** Hash of a password. Takes some tenths of a second, so call it outside of transactions. */
export const preparePassword = (password: string): Promise<string> => hashPassword(password);

/**
 * Adds a user with a trusted address: from an invitation's link or the command line.
 * @returns undefined if the address belongs to an account, or is reserved for one
 */
export async function addUser(tx: Queryable, user: NewUser, now: Date): Promise<string | undefined> {
  if (await isAddressReserved(tx, user.email, now)) return undefined;
  const id = randomUUID();
  const [row] = await tx
    .insert(siteUser)
    .values({
      id,
      name: user.name,
      email: user.email.toLowerCase(),
      emailVerified: true,
      role: user.role,
      language: user.language,
      demonstration: user.demonstration ?? false,
      createdAt: now,
      updatedAt: now,
    })
    .onConflictDoNothing({ target: siteUser.email })
    .returning({ id: siteUser.id });
  if (!row) return undefined;
  await tx.insert(signInMethod).values({
    id: randomUUID(),
    userId: id,
    accountId: id,
    providerId: 'credential',
    password: user.passwordHash,
    createdAt: now,
    updatedAt: now,
  });
  return id;
}
