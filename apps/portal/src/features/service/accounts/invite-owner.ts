import { eq } from 'drizzle-orm';
import type { Language } from '../../../platform/i18n/language.ts';
import { organisation } from '../../../platform/identity/schema.ts';
import type { SignedInUser } from '../../../platform/identity/user.ts';
import { type Outcome, type Problem, refused } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';
import { invite } from './invitations.ts';
import { createOrganisation } from './organisations.ts';

/** Makes an organisation and invites its first owner; who asks to belong to one that is there is not let in so. */
export async function inviteOwner(
  platform: Platform,
  { organisation: name, email, language }: { organisation: string; email: string; language: Language },
  inviter: SignedInUser,
): Promise<Outcome<{ id: string }>> {
  const { db } = platform.connection;
  const [same] = await db
    .select({ id: organisation.id })
    .from(organisation)
    .where(eq(organisation.name, name));
  if (same) return refused(nameTaken);
  const { id } = await createOrganisation(platform, name, inviter);
  const owner = { id, role: 'owner' as const };
  const invited = await invite(
    platform,
    { email, siteRole: 'provider', language, organisation: owner },
    inviter,
  );
  // Without its owner it would stand in the way of the next try.
  if (!invited.ok) await db.delete(organisation).where(eq(organisation.id, id));
  return invited;
}

const nameTaken: Problem = {
  code: 'organisation-exists',
  message: {
    ja: '同じ名前の組織がすでにあります。その組織の所有者から招待してもらうよう、本人に伝えてください。',
    en: 'There is an organisation of that name. Tell them to ask its owner for an invitation.',
  },
};
