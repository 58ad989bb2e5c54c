import { createHash, randomUUID } from 'node:crypto';
import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { genericOAuth, organization, twoFactor } from 'better-auth/plugins';
import { eq } from 'drizzle-orm';
import type { OidcConfig } from '../config/index.ts';
import type { Database } from '../database/connection.ts';
import type { Language } from '../i18n/language.ts';
import type { Mail } from '../mail/mail.ts';
import type { Logger } from '../observability/log.ts';
import { tellOfChange } from './account-change.ts';
import type { AccountGate } from './account-gate.ts';
import { passwordResetMail, verifyEmailMail } from './mail.ts';
import { passkeyHost } from './passkey-host.ts';
import * as tables from './schema.ts';

export interface AuthParts {
  db: Database;
  /** Origin the site is reached under. */
  baseUrl: string;
  secret: string;
  oidc: OidcConfig | undefined;
  mail: Pick<Mail, 'send'>;
  gate: AccountGate;
  log: Logger;
  now(): Date;
}

/** The only way in that is not ours: what browsers' passkeys and the OpenID provider talk to. */
export const authPath = '/api/auth';
export const oidcProviderId = 'oidc';

export const passwordLength = { shortest: 12, longest: 128 } as const;
const hour = 60 * 60;
const day = 24 * hour;

/** Signed out after a day without a request. */
const sessionLife = { expiresIn: day, updateAge: hour, freshAge: 15 * 60 };

/**
 * Authentication by better-auth. It is called from our own forms through `auth.api`; over HTTP it answers only the
 * few addresses that `authRoutes` lets through.
 */
export function createAuth({ db, baseUrl, secret, oidc, mail, gate, log, now }: AuthParts) {
  const addressOf = (language: Language, path: string) =>
    `${baseUrl}${language === 'ja' ? '' : `/${language}`}${path}`;
  const rpID = passkeyHost(baseUrl);
  async function tellOfPasskey(userId: string): Promise<void> {
    const [user] = await db.select().from(tables.siteUser).where(eq(tables.siteUser.id, userId));
    if (!user) return;
    const holder = { ...user, language: languageOf(user) };
    await tellOfChange(db, { mail, baseUrl }, holder, 'passkey-added', now());
  }
  return betterAuth({
    appName: 'Kakehashi',
    baseURL: baseUrl,
    basePath: authPath,
    secret,
    telemetry: { enabled: false },
    logger: { log: (level, message) => log.debug({ level }, `better-auth: ${message}`) },
    trustedOrigins: [baseUrl, ...(rpID ? [atHost(baseUrl, rpID)] : [])],
    database: drizzleAdapter(db, {
      provider: 'pg',
      transaction: true,
      schema: {
        user: tables.siteUser,
        session: tables.session,
        account: tables.signInMethod,
        verification: tables.verification,
        twoFactor: tables.secondFactor,
        passkey: tables.passkey,
        organization: tables.organisation,
        member: tables.membership,
        invitation: tables.invitation,
      },
    }),
    user: {
      additionalFields: {
        role: { type: 'string', input: false, defaultValue: 'provider' },
        language: { type: 'string', input: false, defaultValue: 'ja' },
        demonstration: { type: 'boolean', input: false, defaultValue: false },
        suspendedAt: { type: 'date', input: false, required: false },
        deletedAt: { type: 'date', input: false, required: false },
      },
      changeEmail: { enabled: true },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      requireEmailVerification: true,
      minPasswordLength: passwordLength.shortest,
      maxPasswordLength: passwordLength.longest,
      resetPasswordTokenExpiresIn: hour,
      revokeSessionsOnPasswordReset: true,
      onPasswordReset: ({ user }) =>
        tellOfChange(db, { mail, baseUrl }, { ...user, language: languageOf(user) }, 'password', now()),
      async sendResetPassword({ user, token }) {
        const language = languageOf(user);
        const link = addressOf(language, `/password-reset/${token}`);
        const key = `password-reset/${digest(token)}`;
        await mail.send(db, { to: user.email, template: passwordResetMail, data: { link }, language, key });
      },
    },
    emailVerification: {
      expiresIn: day,
      autoSignInAfterVerification: false,
      async sendVerificationEmail({ user, token }) {
        const language = languageOf(user);
        const link = addressOf(language, `/verify-email?token=${encodeURIComponent(token)}`);
        const key = `verify-email/${digest(token)}`;
        await mail.send(db, { to: user.email, template: verifyEmailMail, data: { link }, language, key });
      },
    },
    session: { ...sessionLife, cookieCache: { enabled: false } },
    account: { accountLinking: { enabled: true } },
    verification: { storeIdentifier: 'hashed' },
    // Attempts are counted by `SignInLimits`, by account as well and over all nodes.
    rateLimit: { enabled: false },
    databaseHooks: {
      user: { create: { before: gate.admitUser, after: gate.welcomeUser } },
      account: { create: { before: withoutTokens }, update: { before: withoutTokens } },
      session: { create: { before: gate.admitSession, after: gate.noteSession } },
    },
    advanced: {
      cookiePrefix: 'kakehashi',
      useSecureCookies: baseUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => randomUUID() },
    },
    plugins: [
      twoFactor({ issuer: 'Kakehashi', twoFactorCookieMaxAge: 10 * 60 }),
      passkey({
        rpName: 'Kakehashi',
        ...(rpID && { rpID, origin: [baseUrl, atHost(baseUrl, rpID)] }),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: { afterVerification: ({ user }) => tellOfPasskey(user.id) },
      }),
      organization({
        allowUserToCreateOrganization: false,
        creatorRole: 'owner',
        schema: { invitation: { additionalFields: { tokenDigest: { type: 'string', required: true } } } },
      }),
      genericOAuth({ config: oidc ? [oidcProvider(oidc)] : [] }),
    ],
  });
}

export type Auth = ReturnType<typeof createAuth>;

function oidcProvider({ issuer, clientId, clientSecret, name }: OidcConfig) {
  return {
    providerId: oidcProviderId,
    name,
    discoveryUrl: `${issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    scopes: ['openid', 'email', 'profile'],
    requireIdTokenVerification: true,
    pkce: true,
  };
}

/** Who somebody is at the OpenID provider is kept; what would act there in their name is not. */
async function withoutTokens(account: object) {
  return { data: { ...account, accessToken: null, refreshToken: null, idToken: null } };
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

function languageOf(user: object): Language {
  return 'language' in user && user.language === 'en' ? 'en' : 'ja';
}

function atHost(baseUrl: string, host: string): string {
  const url = new URL(baseUrl);
  url.hostname = host;
  return url.origin;
}
