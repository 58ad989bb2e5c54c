import { APIError } from 'better-auth/api';
import { eq } from 'drizzle-orm';
import { networkHeader } from '../../../platform/identity/request-headers.ts';
import { session, siteUser } from '../../../platform/identity/schema.ts';
import { codeAlreadyUsed } from '../../../platform/identity/second-factor-plugin.ts';
import { endSessions } from '../../../platform/identity/session-end.ts';
import type { SignInFailure } from '../../../platform/identity/sign-in-failures.ts';
import type { AttemptOutcome } from '../../../platform/identity/sign-in-limits.ts';
import type { SignedInUser } from '../../../platform/identity/user.ts';
import type { Problem } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';
import { codeUsed } from './security.ts';

export interface Credentials {
  email: string;
  password: string;
}

/** Result of a sign-in attempt. */
export type SignInOutcome =
  | { step: 'done' | 'second-factor'; cookies: string[] }
  | { step: 'refused'; problem: Problem; retryAfter?: number };

export interface SignInRequest {
  headers: Headers;
  /** Client's IP address, for rate limiting only; not stored. */
  address: string;
  /** User previously signed in in this browser. */
  before: SignedInUser | undefined;
}

type SignInDependencies = Pick<Platform, 'identity' | 'connection' | 'now'>;

/** First step: e-mail and password. The result does not reveal whether the account exists. */
export async function signIn(
  dependencies: SignInDependencies,
  { email, password }: Credentials,
  { headers, address, before }: SignInRequest,
): Promise<SignInOutcome> {
  const { identity, connection, now } = dependencies;
  const attempt = { account: email, address };
  const allowed = await identity.limits.begin(attempt);
  if (!allowed.ok) {
    if (allowed.begins) await noteFailure(dependencies, 'sign-in.lock', email, headers);
    return lockedFor(allowed);
  }
  try {
    const { headers: answer, response } = await identity.auth.api.signInEmail({
      body: { email, password },
      headers,
      returnHeaders: true,
    });
    await identity.limits.succeed(attempt);
    if (before) {
      const end = { actor: before.audit, why: 'signed-in-anew', at: now() } as const;
      await endSessions(connection.db, eq(session.id, before.session.id), end);
    }
    const step = 'twoFactorRedirect' in response ? 'second-factor' : 'done';
    return { step, cookies: answer.getSetCookie() };
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
    await noteFailure(dependencies, 'sign-in.fail', email, headers);
    return { step: 'refused', problem: problemOf(error) };
  }
}

/** Logs a failure by account id only: the entered address could be a password in the wrong field. */
async function noteFailure(
  { identity, connection }: SignInDependencies,
  action: SignInFailure['action'],
  email: string,
  headers: Headers,
): Promise<void> {
  const [holder] = await connection.db
    .select({ id: siteUser.id })
    .from(siteUser)
    .where(eq(siteUser.email, email.toLowerCase()));
  const actor = { id: null, network: headers.get(networkHeader) };
  const detail = { through: '/sign-in/email' };
  await identity.failures.note({ action, userId: holder?.id ?? null, actor, detail });
}

const lockedFor = ({ retryAfter }: Extract<AttemptOutcome, { ok: false }>): SignInOutcome => ({
  step: 'refused',
  problem: locked,
  retryAfter,
});

export interface SecondFactor {
  /** Six digits of an authenticator app, or one of the backup codes. */
  code: string;
}

/** Second step: a code of the authenticator app, or a backup code. */
export async function confirmSecondFactor(
  { identity }: SignInDependencies,
  { code }: SecondFactor,
  { headers, address }: Omit<SignInRequest, 'before'>,
): Promise<SignInOutcome> {
  const attempt = { account: `second-factor ${headers.get('cookie') ?? ''}`, address };
  const allowed = await identity.limits.begin(attempt);
  if (!allowed.ok) {
    if (allowed.begins) {
      const actor = { id: null, network: headers.get(networkHeader) };
      const detail = { through: '/two-factor' };
      await identity.failures.note({ action: 'second-factor.lock', userId: null, actor, detail });
    }
    return lockedFor(allowed);
  }
  const { auth } = identity;
  const digits = code.replace(/\s/g, '');
  try {
    const call = { body: { code: digits }, headers, returnHeaders: true } as const;
    const { headers: answer } = /^\d{6}$/.test(digits)
      ? await auth.api.verifyTOTP(call)
      : await auth.api.verifyBackupCode(call);
    await identity.limits.succeed(attempt);
    return { step: 'done', cookies: answer.getSetCookie() };
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
    return { step: 'refused', problem: secondFactorProblemOf(error) };
  }
}

/** Error codes for a correct password of an account that may not sign in. */
const closedAccount = new Set(['FAILED_TO_CREATE_SESSION', 'EMAIL_NOT_VERIFIED']);
/** Error codes after which sign-in starts again: the challenge expired or had too many wrong codes. */
const spentChallenge = new Set(['INVALID_TWO_FACTOR_COOKIE', 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE']);

function problemOf(error: APIError): Problem {
  return closedAccount.has(error.body?.code ?? '') ? accountClosed : wrongCredentials;
}

function secondFactorProblemOf(error: APIError): Problem {
  const code = error.body?.code ?? '';
  if (spentChallenge.has(code)) return challengeSpent;
  if (code === codeAlreadyUsed) return codeUsed;
  return code === 'ACCOUNT_TEMPORARILY_LOCKED' ? locked : wrongCode;
}

const wrongCredentials: Problem = {
  code: 'wrong-credentials',
  field: 'email',
  message: {
    ja: 'メールアドレスかパスワードが違います。',
    en: 'The e-mail address or the password is wrong.',
  },
};
const accountClosed: Problem = {
  code: 'account-closed',
  field: 'email',
  message: {
    ja: 'このアカウントではサインインできません。運営者に問い合わせてください。',
    en: 'This account cannot sign in. Please ask the people who run this site.',
  },
};
const locked: Problem = {
  code: 'too-many-attempts',
  message: {
    ja: '失敗が続いたため、しばらくサインインできません。15分ほど待ってからもう一度お試しください。',
    en: 'Too many failed attempts. Please wait about 15 minutes, then try again.',
  },
};
const wrongCode: Problem = {
  code: 'wrong-code',
  field: 'code',
  message: {
    ja: 'コードが違います。アプリに今出ているコードを入れてください。',
    en: 'The code is wrong. Enter the one that your app shows now.',
  },
};
const challengeSpent: Problem = {
  code: 'challenge-spent',
  field: 'code',
  message: {
    ja: '時間が過ぎたか、間違いが続きました。はじめからサインインしてください。',
    en: 'Too much time has passed, or too many codes were wrong. Please sign in from the start.',
  },
};
