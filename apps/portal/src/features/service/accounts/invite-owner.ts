import { eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../../platform/database/transact.ts';
import type { Language } from '../../../platform/i18n/language.ts';
import { organisation } from '../../../platform/identity/schema.ts';
import type { SignedInUser } from '../../../platform/identity/user.ts';
import { type Outcome, type Problem, refused } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';
import { inviteWithin } from './invitations.ts';
import { createOrganisationWithin } from './organisations.ts';

/**
 * Creates an organisation and invites its first owner; does not add members to an existing organisation. Runs in
 * the caller's transaction, so that the organisation is not created if its owner cannot be invited.
 */
export async function inviteOwner(
  tx: Transaction,
  platform: Platform,
  { organisation: name, email, language }: { organisation: string; email: string; language: Language },
  inviter: SignedInUser,
): Promise<Outcome<{ id: string }>> {
  // Of two that ask for one name at once, one is let in.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`organisation ${name}`}, 0))`);
  const [same] = await tx
    .select({ id: organisation.id })
    .from(organisation)
    .where(eq(organisation.name, name));
  if (same) return refused(nameTaken);
  const { id } = await createOrganisationWithin(tx, name, inviter, platform.now());
  const owner = { id, role: 'owner' as const };
  return inviteWithin(tx, platform, { email, siteRole: 'provider', language, organisation: owner }, inviter);
}

const nameTaken: Problem = {
  code: 'organisation-exists',
  message: {
    ja: '同じ名前の組織がすでにあります。その組織の所有者から招待してもらうよう、本人に伝えてください。',
    en: 'There is an organisation of that name. Tell them to ask its owner for an invitation.',
  },
};
