import { randomBytes, randomUUID } from 'node:crypto';
import { and, desc, eq, isNull } from 'drizzle-orm';
import { type AuditActor, recordAudit } from '../../../platform/audit/audit.ts';
import type { Queryable } from '../../../platform/database/connection.ts';
import { type Transaction, transact, unwrap } from '../../../platform/database/transact.ts';
import type { Language } from '../../../platform/i18n/language.ts';
import { siteUrl } from '../../../platform/i18n/site-url.ts';
import { type Invitation, takeUp } from '../../../platform/identity/account-gate.ts';
import { nameInMail } from '../../../platform/identity/names.ts';
import { addUser, preparePassword } from '../../../platform/identity/new-user.ts';
import { isStaff, type OrganisationRole, type SiteRole } from '../../../platform/identity/permissions.ts';
import { invitation, organisation, siteUser } from '../../../platform/identity/schema.ts';
import type { SignedInUser } from '../../../platform/identity/user.ts';
import { done, type Outcome, type Problem, refused } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';
import { addressDigest, type Quota, useQuota } from '../../../platform/quota/quota.ts';
import { digestOf } from '../../../platform/signing/token-digest.ts';
import { accountPaths } from './account-paths.ts';
import { isHardToGuess } from './guessable.ts';
import { invitationLife } from './invitation-life.ts';
import { invitationMail } from './mail.ts';

export interface Offer {
  email: string;
  siteRole: SiteRole;
  language: Language;
  organisation?: { id: string; role: OrganisationRole };
}

const what = { ja: '招待', en: 'invitations' };
/** Quota of an organisation's owners, so that they cannot spam strangers in the body's name. */
const invitations: Quota = {
  name: 'invitations',
  what,
  limits: [
    { by: 'person', max: 20, per: 'hour' },
    { by: 'organisation', max: 40, per: 'day' },
    { by: 'recipient', max: 3, per: 'day' },
  ],
};
/** Quota of the body's own invitations, counted separately so that organisations cannot use it up. */
const staffInvitations: Quota = {
  name: 'invitations-of-staff',
  what,
  limits: [
    { by: 'person', max: 100, per: 'hour' },
    { by: 'recipient', max: 10, per: 'day' },
  ],
};

/**
 * Invites an address by mail, replacing an earlier invitation of it to the same role or organisation. The result
 * does not reveal whether the address has an account.
 */
export async function invite(
  platform: Platform,
  offer: Offer,
  inviter: SignedInUser,
): Promise<Outcome<{ id: string }>> {
  return transact(platform.connection.db, (tx) => inviteWithin(tx, platform, offer, inviter));
}

/** As `invite`, within the caller's transaction. */
export async function inviteWithin(
  tx: Transaction,
  { config, identity, mail, now }: Pick<Platform, 'config' | 'identity' | 'mail' | 'now'>,
  offer: Offer,
  inviter: SignedInUser,
): Promise<Outcome<{ id: string }>> {
  const token = randomBytes(32).toString('base64url');
  const id = randomUUID();
  const email = offer.email.toLowerCase();
  const at = now();
  const place = offer.organisation && (await organisationName(tx, offer.organisation.id));
  if (offer.organisation && place === undefined) return refused(noSuchOrganisation);
  const subjects = {
    person: inviter.id,
    recipient: addressDigest(identity.secret, email),
    ...(offer.organisation && { organisation: offer.organisation.id }),
  };
  unwrap(await useQuota(tx, isStaff(inviter.role) ? staffInvitations : invitations, subjects, at));
  await tx
    .update(invitation)
    .set({ status: 'withdrawn' })
    .where(
      and(
        eq(invitation.email, email),
        eq(invitation.status, 'pending'),
        offer.organisation
          ? eq(invitation.organizationId, offer.organisation.id)
          : isNull(invitation.organizationId),
      ),
    );
  await tx.insert(invitation).values({
    id,
    tokenDigest: digestOf(token),
    email,
    siteRole: offer.siteRole,
    organizationId: offer.organisation?.id ?? null,
    role: offer.organisation?.role ?? null,
    language: offer.language,
    inviterId: inviter.id,
    createdAt: at,
    expiresAt: new Date(at.getTime() + invitationLife * 24 * 60 * 60 * 1_000),
  });
  await mail.send(tx, {
    to: email,
    template: invitationMail,
    data: {
      link: siteUrl(config.baseUrl, `${accountPaths.invitations}/${token}`, offer.language),
      inviterName: nameInMail(inviter.name, offer.language),
      organisationName: place && nameInMail(place, offer.language),
    },
    language: offer.language,
    key: `invitation/${id}`,
  });
  await recordAudit(tx, {
    actor: inviter.audit,
    action: 'invitation.send',
    object: { kind: 'invitation', id },
    detail: { role: offer.siteRole, organisation: offer.organisation?.id ?? null },
    at,
  });
  return done({ id });
}

/** An invitation as shown on its link's page. */
export interface OpenInvitation {
  id: string;
  email: string;
  siteRole: SiteRole;
  organisationName: string | undefined;
  /** Whether the address has an account; the invitation is then accepted by signing in. */
  hasAccount: boolean;
}

/** The invitation of a token; undefined if unknown, accepted, withdrawn or expired. */
export async function findInvitation(
  { connection, now }: Pick<Platform, 'connection' | 'now'>,
  token: string,
): Promise<OpenInvitation | undefined> {
  const offer = await lockOpen(connection.db, token, now());
  if (!offer) return undefined;
  const [holder] = await connection.db
    .select({ id: siteUser.id })
    .from(siteUser)
    .where(eq(siteUser.email, offer.email));
  return {
    id: offer.id,
    email: offer.email,
    siteRole: offer.siteRole,
    organisationName: offer.organizationId
      ? await organisationName(connection.db, offer.organizationId)
      : undefined,
    hasAccount: holder !== undefined,
  };
}

/** Creates the invited account. Its address counts as verified, because the link was sent to it. */
export async function joinByInvitation(
  { connection, now }: Pick<Platform, 'connection' | 'now'>,
  token: string,
  account: { name: string; email: string; password: string; language: Language },
): Promise<Outcome<{ email: string }>> {
  const fit = await isHardToGuess(account.password, account, 'password');
  if (!fit.ok) return fit;
  const passwordHash = await preparePassword(account.password);
  return transact(connection.db, async (tx) => {
    const offer = await lockOpen(tx, token, now());
    if (!offer) return refused(invitationOver);
    const userId = await addUser(
      tx,
      {
        email: offer.email,
        name: account.name,
        role: offer.siteRole,
        language: account.language,
        passwordHash,
      },
      now(),
    );
    if (!userId) return refused(invitationOver);
    await takeUp(tx, offer, userId, now());
    return done({ email: offer.email });
  });
}

/** Accepts an invitation for an existing account. Never raises the account's site role. */
export async function takeUpInvitation(
  { connection, now }: Pick<Platform, 'connection' | 'now'>,
  token: string,
  user: SignedInUser,
): Promise<Outcome<undefined>> {
  return transact(connection.db, async (tx) => {
    const offer = await lockOpen(tx, token, now());
    if (!offer || offer.email !== user.email) return refused(invitationOver);
    await takeUp(tx, offer, user.id, now());
    return done(undefined);
  });
}

export async function withdrawInvitation(
  { connection, now }: Pick<Platform, 'connection' | 'now'>,
  id: string,
  by: AuditActor,
  organisationId?: string,
): Promise<Outcome<undefined>> {
  return transact(connection.db, async (tx) => {
    const [row] = await tx
      .update(invitation)
      .set({ status: 'withdrawn' })
      .where(
        and(
          eq(invitation.id, id),
          eq(invitation.status, 'pending'),
          ...(organisationId ? [eq(invitation.organizationId, organisationId)] : []),
        ),
      )
      .returning({ id: invitation.id });
    if (!row) return refused(invitationOver);
    await recordAudit(tx, {
      actor: by,
      action: 'invitation.withdraw',
      object: { kind: 'invitation', id },
      at: now(),
    });
    return done(undefined);
  });
}

export interface ListedInvitation {
  id: string;
  email: string;
  siteRole: SiteRole;
  organisationName: string | null;
  organisationRole: OrganisationRole | null;
  expiresAt: Date;
}

/** Valid and recently expired invitations, newest first. */
export async function listInvitations(
  { connection }: Pick<Platform, 'connection'>,
  organisationId?: string,
): Promise<ListedInvitation[]> {
  const rows = await connection.db
    .select({
      id: invitation.id,
      email: invitation.email,
      siteRole: invitation.siteRole,
      organisationName: organisation.name,
      organisationRole: invitation.role,
      expiresAt: invitation.expiresAt,
    })
    .from(invitation)
    .leftJoin(organisation, eq(organisation.id, invitation.organizationId))
    .where(
      and(
        eq(invitation.status, 'pending'),
        ...(organisationId ? [eq(invitation.organizationId, organisationId)] : []),
      ),
    )
    .orderBy(desc(invitation.createdAt))
    .limit(200);
  return rows;
}

async function lockOpen(tx: Queryable, token: string, now: Date): Promise<Invitation | undefined> {
  const [offer] = await tx
    .select()
    .from(invitation)
    .where(and(eq(invitation.tokenDigest, digestOf(token)), eq(invitation.status, 'pending')))
    .for('update');
  return offer && offer.expiresAt > now ? offer : undefined;
}

async function organisationName(tx: Queryable, id: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ name: organisation.name })
    .from(organisation)
    .where(eq(organisation.id, id));
  return row?.name;
}

const invitationOver: Problem = {
  code: 'invitation-over',
  message: {
    ja: 'この招待はもう使えません。招待した人に、もう一度送るよう頼んでください。',
    en: 'This invitation no longer works. Ask whoever invited you to send it again.',
  },
};
const noSuchOrganisation: Problem = {
  code: 'no-such-organisation',
  field: 'organisation',
  message: { ja: 'その組織はありません。', en: 'There is no such organisation.' },
};
