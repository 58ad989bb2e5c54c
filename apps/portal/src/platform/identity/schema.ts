import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { Language } from '../i18n/language.ts';
import type { OrganisationRole, SiteRole } from './permissions.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/**
 * Users. Property names are those better-auth requires. A deleted account keeps its row without personal
 * data, so that revisions and the audit log keep their author.
 */
export const siteUser = pgTable(
  'site_user',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    email: text('email').notNull().unique(),
    emailVerified: boolean('email_verified').notNull().default(false),
    image: text('image'),
    twoFactorEnabled: boolean('two_factor_enabled').notNull().default(false),
    role: text('role').$type<SiteRole>().notNull().default('provider'),
    /** Language of mail to the user. */
    language: text('language').$type<Language>().notNull().default('ja'),
    /** Demonstration account of the sample content; cannot sign in on a portal that others can reach. */
    demonstration: boolean('demonstration').notNull().default(false),
    suspendedAt: moment('suspended_at'),
    deletedAt: moment('deleted_at'),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [
    check('site_user_role_known', sql`${table.role} in ('provider','editor','reviewer','administrator')`),
  ],
);

const userId = () =>
  text('user_id')
    .notNull()
    .references(() => siteUser.id, { onDelete: 'cascade' });

/** A session of a browser. Addresses are not stored. */
export const session = pgTable(
  'session',
  {
    id: text('id').primaryKey(),
    token: text('token').notNull().unique(),
    userId: userId(),
    expiresAt: moment('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    activeOrganizationId: text('active_organisation_id'),
    /** When a second factor was last verified in this session; null: never. */
    secondFactorAt: moment('second_factor_at'),
    /** When the holder last confirmed their identity again; null: not since signing in. */
    confirmedAt: moment('confirmed_at'),
    /** When the holder signed in; a session that replaces this one after a password change keeps it. */
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [index('session_user').on(table.userId)],
);

/** A sign-in method: the password (`credential`) or an account at the OpenID provider. */
export const signInMethod = pgTable(
  'sign_in_method',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: userId(),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: moment('access_token_expires_at'),
    refreshTokenExpiresAt: moment('refresh_token_expires_at'),
    scope: text('scope'),
    password: text('password'),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [
    index('sign_in_method_user').on(table.userId),
    uniqueIndex('sign_in_method_account').on(table.providerId, table.accountId),
  ],
);

/** One-time secrets: reset links, challenges. */
export const verification = pgTable(
  'verification',
  {
    id: text('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: moment('expires_at').notNull(),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [index('verification_identifier').on(table.identifier)],
);

/** The encrypted secret of an authenticator app, and the encrypted backup codes. */
export const secondFactor = pgTable(
  'second_factor',
  {
    id: text('id').primaryKey(),
    secret: text('secret').notNull(),
    backupCodes: text('backup_codes').notNull(),
    userId: userId(),
    verified: boolean('verified').default(true),
    failedVerificationCount: integer('failed_verification_count').default(0),
    lockedUntil: moment('locked_until'),
    /** When the first code was confirmed; null: not yet, or before this was recorded. */
    enabledAt: moment('enabled_at'),
  },
  (table) => [index('second_factor_user').on(table.userId)],
);

/** TOTP time steps whose code an account has already used. */
export const usedTotpStep = pgTable(
  'used_totp_step',
  {
    userId: userId(),
    /** Half minutes since 1970. */
    step: bigint('step', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.step] })],
);

export const passkey = pgTable(
  'passkey',
  {
    id: text('id').primaryKey(),
    name: text('name'),
    publicKey: text('public_key').notNull(),
    userId: userId(),
    credentialID: text('credential_id').notNull(),
    counter: integer('counter').notNull(),
    deviceType: text('device_type').notNull(),
    backedUp: boolean('backed_up').notNull(),
    transports: text('transports'),
    createdAt: moment('created_at'),
    aaguid: text('aaguid'),
  },
  (table) => [index('passkey_user').on(table.userId), index('passkey_credential').on(table.credentialID)],
);

/** A change of an account's address: requested, confirmed by a link, and reversible for some days. */
export const emailChange = pgTable(
  'email_change',
  {
    id: text('id').primaryKey(),
    userId: userId(),
    formerEmail: text('former_email').notNull(),
    newEmail: text('new_email').notNull(),
    /** Digest of the token in the link to the new address. */
    tokenDigest: text('token_digest').notNull().unique(),
    /** The session that requested it; the link works only in that session. */
    sessionId: text('session_id').notNull(),
    askedAt: moment('asked_at').notNull(),
    /** When the new address was confirmed and replaced the former; null: not yet. */
    changedAt: moment('changed_at'),
    /** Digest of the token in the link to the former address. */
    undoDigest: text('undo_digest').unique(),
    /** When it stopped being reversible, because it or an earlier change was undone. */
    closedAt: moment('closed_at'),
  },
  (table) => [
    index('email_change_user').on(table.userId),
    index('email_change_former').on(table.formerEmail),
    check('email_change_undoable', sql`(${table.changedAt} is null) = (${table.undoDigest} is null)`),
  ],
);

/** An organisation that enters programmes. */
export const organisation = pgTable('organisation', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  slug: text('slug').notNull().unique(),
  logo: text('logo'),
  metadata: text('metadata'),
  createdAt: moment('created_at').notNull(),
});

export const membership = pgTable(
  'membership',
  {
    id: text('id').primaryKey(),
    organizationId: text('organisation_id')
      .notNull()
      .references(() => organisation.id, { onDelete: 'cascade' }),
    userId: userId(),
    role: text('role').$type<OrganisationRole>().notNull().default('member'),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('membership_once').on(table.organizationId, table.userId),
    index('membership_user').on(table.userId),
    check('membership_role_known', sql`${table.role} in ('owner','member')`),
  ],
);

/** An invitation for one address; its link holds a token of which only the digest is stored. */
export const invitation = pgTable(
  'invitation',
  {
    id: text('id').primaryKey(),
    tokenDigest: text('token_digest').notNull().unique(),
    email: text('email').notNull(),
    siteRole: text('site_role').$type<SiteRole>().notNull().default('provider'),
    organizationId: text('organisation_id').references(() => organisation.id, { onDelete: 'cascade' }),
    /** Role within the organisation. */
    role: text('organisation_role').$type<OrganisationRole>(),
    language: text('language').$type<Language>().notNull().default('ja'),
    status: text('status').$type<'pending' | 'accepted' | 'withdrawn'>().notNull().default('pending'),
    inviterId: text('inviter_id').notNull(),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
  },
  (table) => [
    index('invitation_email').on(table.email),
    check('invitation_status_known', sql`${table.status} in ('pending','accepted','withdrawn')`),
    check(
      'invitation_role_known',
      sql`${table.siteRole} in ('provider','editor','reviewer','administrator')`,
    ),
    check('invitation_organisation_whole', sql`(${table.organizationId} is null) = (${table.role} is null)`),
  ],
);

/** Failed attempts by key, counted by rate-limiter-flexible across all nodes. */
export const attempt = pgTable('attempt', {
  key: text('key').primaryKey(),
  points: integer('points').notNull().default(0),
  /** Milliseconds since 1970. */
  expire: bigint('expire', { mode: 'number' }),
});

/** Fingerprint of the secret used by the node that started last: one row. */
export const secretFingerprint = pgTable(
  'secret_fingerprint',
  {
    only: boolean('only').primaryKey().default(true),
    fingerprint: text('fingerprint').notNull(),
    /** When a node first started with it. */
    since: moment('since').notNull(),
  },
  (table) => [check('secret_fingerprint_one', sql`${table.only}`)],
);
