import { APIError } from 'better-auth/api';
import { recordAudit } from '../../../platform/audit/audit.ts';
import { transact } from '../../../platform/database/transact.ts';
import { type AccountChange, tellOfChange } from '../../../platform/identity/account-change.ts';
import type { SignedInUser } from '../../../platform/identity/user.ts';
import { done, type Outcome, type Problem, refused } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';
import { withstandsGuessing } from './guessable.ts';

export interface SecurityRequest {
  user: SignedInUser;
  headers: Headers;
  address: string;
}

/** A change by better-auth, and the cookies of the session that it opened instead of the old one. */
type Changed<Value> = Outcome<{ cookies: string[]; value: Value }>;

type SecurityParts = Pick<Platform, 'identity' | 'connection' | 'mail' | 'config' | 'now'>;

/** Acts after which the holder is asked by mail whether they were theirs. */
const told: Readonly<Record<string, AccountChange>> = {
  'password.change': 'password',
  'second-factor.enable': 'totp-on',
  'second-factor.disable': 'totp-off',
  'second-factor.renew-codes': 'backup-codes',
  'passkey.remove': 'passkey-removed',
};

/** @returns refused for a wrong password, and for a new one that is easily guessed */
export async function changePassword(
  parts: SecurityParts,
  passwords: { current: string; next: string },
  request: SecurityRequest,
): Promise<Changed<unknown>> {
  const fit = await withstandsGuessing(passwords.next, request.user, 'next');
  if (!fit.ok) return fit;
  return change(parts, request, 'password.change', 'current', () =>
    parts.identity.auth.api.changePassword({
      body: {
        currentPassword: passwords.current,
        newPassword: passwords.next,
        revokeOtherSessions: true,
      },
      headers: request.headers,
      returnHeaders: true,
    }),
  );
}

/** Makes the secret of an authenticator app; it counts once a code has been confirmed. */
export async function startTotp(parts: SecurityParts, password: string, request: SecurityRequest) {
  return change(parts, request, 'second-factor.begin', 'totpPassword', () =>
    parts.identity.auth.api.enableTwoFactor({
      body: { password, method: 'totp' },
      headers: request.headers,
      returnHeaders: true,
    }),
  );
}

export async function confirmTotp(parts: SecurityParts, code: string, request: SecurityRequest) {
  return change(parts, request, 'second-factor.enable', 'code', () =>
    parts.identity.auth.api.verifyTOTP({
      body: { code: code.replace(/\s/g, '') },
      headers: request.headers,
      returnHeaders: true,
    }),
  );
}

export async function stopTotp(parts: SecurityParts, password: string, request: SecurityRequest) {
  return change(parts, request, 'second-factor.disable', 'totpPassword', () =>
    parts.identity.auth.api.disableTwoFactor({
      body: { password },
      headers: request.headers,
      returnHeaders: true,
    }),
  );
}

export async function renewBackupCodes(parts: SecurityParts, password: string, request: SecurityRequest) {
  return change(parts, request, 'second-factor.renew-codes', 'totpPassword', () =>
    parts.identity.auth.api.generateBackupCodes({
      body: { password },
      headers: request.headers,
      returnHeaders: true,
    }),
  );
}

export async function removePasskey(parts: SecurityParts, id: string, request: SecurityRequest) {
  return change(parts, request, 'passkey.remove', 'passkey', () =>
    parts.identity.auth.api.deletePasskey({ body: { id }, headers: request.headers, returnHeaders: true }),
  );
}

/** Whether a password is the user's: asked again before what cannot be undone. */
export async function isOwnPassword(
  parts: SecurityParts,
  password: string,
  request: SecurityRequest,
): Promise<Outcome<unknown>> {
  return change(parts, request, 'password.confirm', 'password', () =>
    parts.identity.auth.api.verifyPassword({
      body: { password },
      headers: request.headers,
      returnHeaders: true,
    }),
  );
}

async function change<Value>(
  { identity, connection, mail, config, now }: SecurityParts,
  { user, address }: SecurityRequest,
  action: string,
  field: string,
  act: () => Promise<{ headers: Headers; response: Value }>,
): Promise<Changed<Value>> {
  const attempt = { account: `confirm ${user.id}`, address };
  const allowed = await identity.limits.begin(attempt);
  if (!allowed.ok) return refused({ ...tooMany, field });
  try {
    const { headers, response } = await act();
    await identity.limits.succeed(attempt);
    const at = now();
    const change = told[action];
    await transact(connection.db, async (tx) => {
      await recordAudit(tx, { actor: user.audit, action, object: { kind: 'user', id: user.id }, at });
      if (change) await tellOfChange(tx, { mail, baseUrl: config.baseUrl }, user, change, at);
    });
    return done({ cookies: headers.getSetCookie(), value: response });
  } catch (error) {
    if (error instanceof APIError) return refused({ ...(field === 'code' ? wrongCode : wrong), field });
    throw error;
  }
}

const wrong: Problem = {
  code: 'wrong-password',
  message: { ja: 'パスワードが違います。', en: 'The password is wrong.' },
};
const wrongCode: Problem = {
  code: 'wrong-code',
  message: { ja: 'コードが違います。', en: 'The code is wrong.' },
};
const tooMany: Problem = {
  code: 'too-many-attempts',
  message: {
    ja: '間違いが続いたため、しばらく変えられません。15分ほど待ってください。',
    en: 'Too many failed attempts. Please wait about 15 minutes.',
  },
};
