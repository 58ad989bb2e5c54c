import { APIError } from 'better-auth/api';
import { eq, sql } from 'drizzle-orm';
import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Queryable } from '../../../platform/database/connection.ts';
import { transact } from '../../../platform/database/transact.ts';
import { type AccountChange, notifyOfChange } from '../../../platform/identity/account-change.ts';
import { isStaff } from '../../../platform/identity/permissions.ts';
import { secondFactor, siteUser } from '../../../platform/identity/schema.ts';
import { findSecondFactors, noteSecondFactor } from '../../../platform/identity/second-factor.ts';
import { codeAlreadyUsed } from '../../../platform/identity/second-factor-plugin.ts';
import type { SignedInUser } from '../../../platform/identity/user.ts';
import { done, type Outcome, type Problem, refused } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';
import { isHardToGuess } from './guessable.ts';

export interface SecurityRequest {
  user: SignedInUser;
  headers: Headers;
  address: string;
}

/** Result of a change by better-auth, with the cookies of the session that replaces the old one. */
type Changed<Value> = Outcome<{ cookies: string[]; value: Value }>;

export type SecurityDependencies = Pick<Platform, 'identity' | 'connection' | 'mail' | 'config' | 'now'>;

/** Actions after which the user is notified by mail. */
const notifiedChanges: Readonly<Record<string, AccountChange>> = {
  'password.change': 'password',
  'second-factor.enable': 'totp-on',
  'second-factor.disable': 'totp-off',
  'second-factor.renew-codes': 'backup-codes',
  'passkey.remove': 'passkey-removed',
};

/** @returns refused for a wrong password or a guessable new one */
export async function changePassword(
  dependencies: SecurityDependencies,
  passwords: { current: string; next: string },
  request: SecurityRequest,
): Promise<Changed<unknown>> {
  const fit = await isHardToGuess(passwords.next, request.user, 'next');
  if (!fit.ok) return fit;
  return change(dependencies, request, 'password.change', 'current', () =>
    dependencies.identity.auth.api.changePassword({
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

/** Creates the secret of an authenticator app; active only after a code was confirmed. */
export async function startTotp(
  dependencies: SecurityDependencies,
  password: string | undefined,
  request: SecurityRequest,
) {
  return change(dependencies, request, 'second-factor.begin', 'totpPassword', () =>
    dependencies.identity.auth.api.enableTwoFactor({
      body: { ...(password && { password }), method: 'totp' },
      headers: request.headers,
      returnHeaders: true,
    }),
  );
}

export async function confirmTotp(
  dependencies: SecurityDependencies,
  code: string,
  request: SecurityRequest,
) {
  const outcome = await change(dependencies, request, 'second-factor.enable', 'code', () =>
    dependencies.identity.auth.api.verifyTOTP({
      body: { code: code.replace(/\s/g, '') },
      headers: request.headers,
      returnHeaders: true,
    }),
  );
  if (outcome.ok)
    await dependencies.connection.db
      .update(secondFactor)
      .set({ enabledAt: dependencies.now() })
      .where(eq(secondFactor.userId, request.user.id));
  return outcome;
}

/** @returns refused for a wrong password, or for the last second factor of a user who must have one */
export async function stopTotp(
  dependencies: SecurityDependencies,
  password: string,
  request: SecurityRequest,
) {
  return unlessLast(dependencies, request.user, { app: true, field: 'totpPassword' }, () =>
    change(dependencies, request, 'second-factor.disable', 'totpPassword', () =>
      dependencies.identity.auth.api.disableTwoFactor({
        body: { password },
        headers: request.headers,
        returnHeaders: true,
      }),
    ),
  );
}

export async function renewBackupCodes(
  dependencies: SecurityDependencies,
  password: string,
  request: SecurityRequest,
) {
  return change(dependencies, request, 'second-factor.renew-codes', 'totpPassword', () =>
    dependencies.identity.auth.api.generateBackupCodes({
      body: { password },
      headers: request.headers,
      returnHeaders: true,
    }),
  );
}

/** @returns refused for the last second factor of a user who must have one */
export async function removePasskey(
  dependencies: SecurityDependencies,
  id: string,
  request: SecurityRequest,
) {
  return unlessLast(dependencies, request.user, { app: false, field: 'passkey' }, () =>
    change(dependencies, request, 'passkey.remove', 'passkey', () =>
      dependencies.identity.auth.api.deletePasskey({
        body: { id },
        headers: request.headers,
        returnHeaders: true,
      }),
    ),
  );
}

/** Removes a second factor unless staff would be left without one. Serialises removals per user. */
async function unlessLast<Value>(
  { connection }: SecurityDependencies,
  user: SignedInUser,
  { app, field }: { app: boolean; field: string },
  remove: () => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  return transact(connection.db, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`second-factor ${user.id}`}, 0))`);
    const factors = await findSecondFactors(tx, user.id);
    const left = app ? factors.passkeys : factors.passkeys - 1 + Number(factors.app);
    const needed = isStaff(user.role) && !(await isDemonstration(tx, user.id));
    return needed && left <= 0 ? refused({ ...lastFactor, field }) : remove();
  });
}

async function isDemonstration(tx: Queryable, id: string): Promise<boolean> {
  const [row] = await tx.select().from(siteUser).where(eq(siteUser.id, id));
  return row?.demonstration ?? false;
}

/** Verifies a code of the user's authenticator app, or a backup code. */
export async function checkCode(
  dependencies: SecurityDependencies,
  code: string,
  request: SecurityRequest,
): Promise<Outcome<unknown>> {
  const { api } = dependencies.identity.auth;
  const digits = code.replace(/\s/g, '');
  const call = { body: { code: digits }, headers: request.headers, returnHeaders: true } as const;
  return change(dependencies, request, 'second-factor.confirm', 'code', () =>
    /^\d{6}$/.test(digits) ? api.verifyTOTP(call) : api.verifyBackupCode(call),
  );
}

/** Verifies a code as the second factor of a session opened without one. */
export async function showSecondFactor(
  dependencies: SecurityDependencies,
  code: string,
  request: SecurityRequest,
): Promise<Outcome<unknown>> {
  const outcome = await checkCode(dependencies, code, request);
  if (outcome.ok)
    await noteSecondFactor(dependencies.connection.db, request.user.session.id, dependencies.now());
  return outcome;
}

/** Verifies the user's password, before actions that cannot be undone. */
export async function isOwnPassword(
  dependencies: SecurityDependencies,
  password: string,
  request: SecurityRequest,
): Promise<Outcome<unknown>> {
  return change(dependencies, request, 'password.confirm', 'password', () =>
    dependencies.identity.auth.api.verifyPassword({
      body: { password },
      headers: request.headers,
      returnHeaders: true,
    }),
  );
}

async function change<Value>(
  { identity, connection, mail, config, now }: SecurityDependencies,
  { user, address }: SecurityRequest,
  action: string,
  field: string,
  act: () => Promise<{ headers: Headers; response: Value }>,
): Promise<Changed<Value>> {
  const attempt = { account: `confirm ${user.id}`, address };
  const failed = { userId: user.id, actor: user.audit, detail: { through: action } };
  const allowed = await identity.limits.begin(attempt);
  if (!allowed.ok) {
    if (allowed.begins) await identity.failures.note({ ...failed, action: 'sign-in.lock' });
    return refused({ ...tooMany, field });
  }
  try {
    const { headers, response } = await act();
    await identity.limits.succeed(attempt);
    const at = now();
    const change = notifiedChanges[action];
    await transact(connection.db, async (tx) => {
      await recordAudit(tx, { actor: user.audit, action, object: { kind: 'user', id: user.id }, at });
      if (change) await notifyOfChange(tx, { mail, baseUrl: config.baseUrl }, user, change, at);
    });
    return done({ cookies: headers.getSetCookie(), value: response });
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
    await identity.failures.note({ ...failed, action: 'confirmation.fail' });
    const problem = field !== 'code' ? wrong : error.body?.code === codeAlreadyUsed ? codeUsed : wrongCode;
    return refused({ ...problem, field });
  }
}

const lastFactor: Problem = {
  code: 'last-second-factor',
  message: {
    ja: '編集・審査・管理をする方には、パスワードのほかに確かめる方法が一つは必要です。先に別のパスキーか認証アプリを登録してください。',
    en: 'Whoever edits, reviews or administers needs one way besides the password. Register another passkey or an app first.',
  },
};
const wrong: Problem = {
  code: 'wrong-password',
  message: { ja: 'パスワードが違います。', en: 'The password is wrong.' },
};
const wrongCode: Problem = {
  code: 'wrong-code',
  message: { ja: 'コードが違います。', en: 'The code is wrong.' },
};
/** Problem for a correct code that was already used. */
export const codeUsed: Problem = {
  code: 'code-used',
  field: 'code',
  message: {
    ja: 'このコードはもう使われました。アプリに次のコードが出たら、それを入れてください。',
    en: 'This code has been used. Wait until the app shows the next one, then enter that.',
  },
};
const tooMany: Problem = {
  code: 'too-many-attempts',
  message: {
    ja: '間違いが続いたため、しばらく変えられません。15分ほど待ってください。',
    en: 'Too many failed attempts. Please wait about 15 minutes.',
  },
};
