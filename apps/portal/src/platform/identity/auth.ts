import { randomUUID } from 'node:crypto';
import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { genericOAuth, organization, twoFactor } from 'better-auth/plugins';
import { recordAudit } from '../audit/audit.ts';
import type { OidcConfig } from '../config/index.ts';
import type { Database } from '../database/connection.ts';
import type { Language } from '../i18n/language.ts';
import { siteUrl } from '../i18n/site-url.ts';
import type { Mail } from '../mail/mail.ts';
import type { Logger } from '../observability/log.ts';
import { digestOf } from '../signing/token-digest.ts';
import { notifyOfChange } from './account-change.ts';
import type { AccountGate } from './account-gate.ts';
import { discoveryUrl, issuerPlugin } from './issuer-plugin.ts';
import { passwordResetMail } from './mail.ts';
import { passkeyCeremonies } from './passkey-ceremonies.ts';
import { passkeyHost } from './passkey-host.ts';
import * as tables from './schema.ts';
import { secondFactorPlugin } from './second-factor-plugin.ts';
import { cookieLife } from './session-life.ts';
import type { SignInFailures } from './sign-in-failures.ts';

export interface AuthDependencies {
  db: Database;
  /** Origin of the site. */
  baseUrl: string;
  secret: string;
  oidc: OidcConfig | undefined;
  mail: Pick<Mail, 'send'>;
  gate: AccountGate;
  failures: SignInFailures;
  log: Logger;
  now(): Date;
}

/** Path of the better-auth endpoints, used by passkeys and the OpenID provider. */
export const authPath = '/api/auth';
export const oidcProviderId = 'oidc';

export const passwordLength = { shortest: 12, longest: 128 } as const;
const hour = 60 * 60;

/**
 * Session lifetime and the freshness of a proof are decided in `session-life.ts` and `fresh-proof.ts`. The
 * cookie gets the longest lifetime; with an age of 0 better-auth skips its own freshness check.
 */
const sessionLife = { expiresIn: cookieLife, disableSessionRefresh: true, freshAge: 0 };

/**
 * Authentication by better-auth, called through `auth.api` from the portal's own forms; over HTTP only the
 * paths in `authRoutes` are reachable.
 */
export function createAuth({ db, baseUrl, secret, oidc, mail, gate, failures, log, now }: AuthDependencies) {
  const addressOf = (language: Language, path: string) => siteUrl(baseUrl, path, language);
  const rpID = passkeyHost(baseUrl);
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
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      requireEmailVerification: true,
      minPasswordLength: passwordLength.shortest,
      maxPasswordLength: passwordLength.longest,
      resetPasswordTokenExpiresIn: hour,
      revokeSessionsOnPasswordReset: true,
      async onPasswordReset({ user }) {
        const [actor, object] = [
          { id: user.id, network: null },
          { kind: 'user', id: user.id },
        ];
        await recordAudit(db, { actor, action: 'password.reset', object, at: now() });
        await notifyOfChange(
          db,
          { mail, baseUrl },
          { ...user, language: languageOf(user) },
          'password',
          now(),
        );
      },
      async sendResetPassword({ user, token }) {
        const language = languageOf(user);
        const link = addressOf(language, `/password-reset/${token}`);
        const key = `password-reset/${digestOf(token)}`;
        await mail.send(db, { to: user.email, template: passwordResetMail, data: { link }, language, key });
      },
    },
    session: {
      ...sessionLife,
      cookieCache: { enabled: false },
      additionalFields: {
        secondFactorAt: { type: 'date', input: false, required: false },
        confirmedAt: { type: 'date', input: false, required: false },
      },
    },
    account: { accountLinking: { enabled: true } },
    verification: { storeIdentifier: 'hashed' },
    // `SignInLimits` counts attempts instead, also by account and across nodes.
    rateLimit: { enabled: false },
    databaseHooks: {
      user: { create: { before: gate.admitUser, after: gate.welcomeUser } },
      account: { create: { before: withoutTokens }, update: { before: withoutTokens } },
      session: {
        create: { before: gate.admitSession, after: gate.noteSession },
        delete: { after: gate.noteSessionEnd },
      },
    },
    advanced: {
      cookiePrefix: 'kakehashi',
      useSecureCookies: baseUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => randomUUID() },
    },
    plugins: [
      twoFactor({ issuer: 'Kakehashi', twoFactorCookieMaxAge: 10 * 60, allowPasswordless: true }),
      secondFactorPlugin({ db, failures, now }),
      passkey({
        rpName: 'Kakehashi',
        ...(rpID && { rpID, origin: [baseUrl, atHost(baseUrl, rpID)] }),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        ...passkeyCeremonies({ db, mail, baseUrl, now }),
      }),
      organization({
        allowUserToCreateOrganization: false,
        creatorRole: 'owner',
        schema: { invitation: { additionalFields: { tokenDigest: { type: 'string', required: true } } } },
      }),
      issuerPlugin(oidc, { log, now }),
      genericOAuth({ config: oidc ? [oidcProvider(oidc)] : [] }),
    ],
  });
}

export type Auth = ReturnType<typeof createAuth>;

function oidcProvider(oidc: OidcConfig) {
  const { clientId, clientSecret, name } = oidc;
  return {
    providerId: oidcProviderId,
    name,
    discoveryUrl: discoveryUrl(oidc),
    clientId,
    clientSecret,
    scopes: ['openid', 'email', 'profile'],
    requireIdTokenVerification: true,
    pkce: true,
  };
}

/**
 * Keeps the identity at the OpenID provider but not its tokens, which would allow acting as the user there.
 */
async function withoutTokens(account: object) {
  return { data: { ...account, accessToken: null, refreshToken: null, idToken: null } };
}

function languageOf(user: object): Language {
  return 'language' in user && user.language === 'en' ? 'en' : 'ja';
}

function atHost(baseUrl: string, host: string): string {
  const url = new URL(baseUrl);
  url.hostname = host;
  return url.origin;
}
