import type { PasskeyOptions } from '@better-auth/passkey';
import { APIError } from 'better-auth/api';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { session } from '../../../platform/identity/schema.ts';
import { findSecondFactors } from '../../../platform/identity/second-factor.ts';
import type { SignedInUser } from '../../../platform/identity/user.ts';
import { done, type Outcome, type Problem, refused } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';
import { isMalformedJson } from '../../../platform/web/well-formed.ts';
import { findWaysIn } from './own-account.ts';
import { checkCode, isOwnPassword, type SecurityParts, type SecurityRequest } from './security.ts';

/** What somebody shows once more before a change that could cost them their account. */
export const proofFields = {
  password: z.string().max(1_000).optional(),
  code: z.string().trim().max(40).optional(),
  /** Signed answer of a passkey, as JSON. */
  passkey: z.string().max(10_000).optional(),
};

interface Proof {
  password?: string | undefined;
  code?: string | undefined;
  passkey?: string | undefined;
}

/** With what somebody can confirm that it is them; with nothing of it they sign in anew. */
export interface ProofOptions {
  password: boolean;
  code: boolean;
  passkey: boolean;
}

export async function proofOptions(
  { connection, now }: Pick<Platform, 'connection' | 'now'>,
  user: SignedInUser,
): Promise<ProofOptions> {
  const { hasPassword } = await findWaysIn({ connection, now }, user);
  const { app, passkeys } = await findSecondFactors(connection.db, user.id);
  return { password: hasPassword, code: app && !hasPassword, passkey: passkeys > 0 };
}

/** Minutes after signing in within which somebody who has nothing to show is believed. */
export const freshMinutes = 15;

/** The session that goes on after the proof: a passkey opens a new one. */
export interface Confirmed {
  sessionId: string;
  cookies: string[];
}

/** Asks for the password, a code or a passkey, of those that the account has. */
export async function confirmIdentity(
  parts: SecurityParts,
  { password, code, passkey }: Proof,
  request: SecurityRequest,
): Promise<Outcome<Confirmed>> {
  const { user } = request;
  const options = await proofOptions(parts, user);
  if (options.passkey && passkey) return confirmByPasskey(parts, passkey, request);
  const same = done({ sessionId: user.session.id, cookies: [] });
  if (options.password) {
    const outcome = await isOwnPassword(parts, password ?? '', request);
    return outcome.ok ? same : outcome;
  }
  if (options.code) {
    const outcome = await checkCode(parts, code ?? '', request);
    return outcome.ok ? same : outcome;
  }
  const age = parts.now().getTime() - user.session.startedAt.getTime();
  return !options.passkey && age < freshMinutes * 60_000
    ? same
    : refused(options.passkey ? passkeyWanted : signInAgain);
}

async function confirmByPasskey(
  { identity, connection }: SecurityParts,
  answer: string,
  { user, headers }: SecurityRequest,
): Promise<Outcome<Confirmed>> {
  const response = readAnswer(answer);
  if (!response) return refused(passkeyWanted);
  try {
    const { headers: set, response: opened } = await identity.auth.api.verifyPasskeyAuthentication({
      body: { response },
      headers,
      returnHeaders: true,
    });
    if (opened.user.id === user.id)
      return done({ sessionId: opened.session.id, cookies: set.getSetCookie() });
    await connection.db.delete(session).where(eq(session.id, opened.session.id));
    return refused(passkeyWanted);
  } catch (error) {
    if (error instanceof APIError) return refused(passkeyWanted);
    throw error;
  }
}

type PasskeyAnswer = Parameters<
  NonNullable<NonNullable<PasskeyOptions['authentication']>['afterVerification']>
>[0]['clientData'];

const passkeyAnswer = z.custom<PasskeyAnswer>(
  (value) => z.object({ id: z.string().max(2_000) }).safeParse(value).success,
);

function readAnswer(answer: string): PasskeyAnswer | undefined {
  // Of a form the field was looked at, not what its escapes stand for.
  if (isMalformedJson(answer)) return undefined;
  try {
    return passkeyAnswer.parse(JSON.parse(answer));
  } catch {
    return undefined;
  }
}

const passkeyWanted: Problem = {
  code: 'passkey-wanted',
  field: 'newEmail',
  message: {
    ja: 'パスキーで本人だと確かめられませんでした。「パスキーで確かめて送る」を押してください。',
    en: 'Your passkey did not confirm that it is you. Press “Confirm with a passkey and send”.',
  },
};
const signInAgain: Problem = {
  code: 'sign-in-again',
  field: 'newEmail',
  message: {
    ja: `サインインし直してから${freshMinutes}分以内に操作してください。`,
    en: `Sign in again, then do this within ${freshMinutes} minutes.`,
  },
};
