import type { PasskeyOptions } from '@better-auth/passkey';
import { APIError } from 'better-auth/api';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { freshMinutes, isFresh, noteConfirmation } from '../../../platform/identity/fresh-proof.ts';
import { passkeyHost } from '../../../platform/identity/passkey-host.ts';
import { session } from '../../../platform/identity/schema.ts';
import { findSecondFactors } from '../../../platform/identity/second-factor.ts';
import type { SignedInUser } from '../../../platform/identity/user.ts';
import { done, type Outcome, type Problem, refused } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';
import { isMalformedJson } from '../../../platform/web/well-formed.ts';
import { findSignInMethods } from './own-account.ts';
import { proofField } from './proof-field.ts';
import { checkCode, isOwnPassword, type SecurityDependencies, type SecurityRequest } from './security.ts';

/** Fields by which a user confirms their identity before a sensitive action. */
export const proofFields = {
  password: z.string().max(1_000).optional(),
  code: z.string().trim().max(40).optional(),
  /** Signed response of a passkey, as JSON. */
  passkey: z.string().max(10_000).optional(),
};

interface Proof {
  password?: string | undefined;
  code?: string | undefined;
  passkey?: string | undefined;
}

/** Methods by which a user can confirm their identity. If there are none, they have to sign in again. */
interface ProofOptions {
  password: boolean;
  code: boolean;
  passkey: boolean;
}

/** The confirmation that a page asks for. */
export interface ProofView extends ProofOptions {
  /** Whether passkeys work at the address the page was opened at. */
  passkeyHere: boolean;
  /** False if the user confirmed their identity some minutes ago. */
  isAsked: boolean;
}

/**
 * @param url  the address the page was opened at
 * @param always  whether to ask even after a recent confirmation
 */
export async function proofView(
  parts: Pick<Platform, 'connection' | 'config' | 'now'>,
  user: SignedInUser,
  url: string,
  always: boolean,
): Promise<ProofView> {
  return {
    ...(await proofOptions(parts, user)),
    passkeyHere: new URL(url).hostname === passkeyHost(parts.config.baseUrl),
    isAsked: always || !isFresh(user.session.provenAt, parts.now()),
  };
}

async function proofOptions(
  { connection, now }: Pick<Platform, 'connection' | 'now'>,
  user: SignedInUser,
): Promise<ProofOptions> {
  const { hasPassword } = await findSignInMethods({ connection, now }, user);
  const { app, passkeys } = await findSecondFactors(connection.db, user.id);
  return { password: hasPassword, code: app && !hasPassword, passkey: passkeys > 0 };
}

/** The session after confirmation; confirming by passkey opens a new one. */
export interface Confirmed {
  sessionId: string;
  cookies: string[];
}

/** Verifies a password, code or passkey, whichever the account has. */
export async function confirmIdentity(
  dependencies: SecurityDependencies,
  { password, code, passkey }: Proof,
  request: SecurityRequest,
): Promise<Outcome<Confirmed>> {
  const { user } = request;
  const options = await proofOptions(dependencies, user);
  if (options.passkey && passkey) return confirmByPasskey(dependencies, passkey, request);
  const same = { sessionId: user.session.id, cookies: [] };
  if (!options.password && !options.code) {
    if (options.passkey) return refused(passkeyWanted);
    return isFresh(user.session.provenAt, dependencies.now()) ? done(same) : refused(signInAgain);
  }
  const outcome = options.password
    ? await isOwnPassword(dependencies, password ?? '', request)
    : await checkCode(dependencies, code ?? '', request);
  if (!outcome.ok) return outcome;
  await noteConfirmation(dependencies.connection.db, user.session.id, dependencies.now());
  return done(same);
}

/** As `confirmIdentity`, but succeeds without proof if the identity was confirmed some minutes ago. */
export async function confirmUnlessFresh(
  dependencies: SecurityDependencies,
  proof: Proof,
  request: SecurityRequest,
): Promise<Outcome<Confirmed>> {
  const { id, provenAt } = request.user.session;
  if (isFresh(provenAt, dependencies.now())) return done({ sessionId: id, cookies: [] });
  return confirmIdentity(dependencies, proof, request);
}

async function confirmByPasskey(
  { identity, connection }: SecurityDependencies,
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
  // The form check saw the raw field; JSON escapes are decoded only here.
  if (isMalformedJson(answer)) return undefined;
  try {
    return passkeyAnswer.parse(JSON.parse(answer));
  } catch {
    return undefined;
  }
}

const passkeyWanted: Problem = {
  code: 'passkey-wanted',
  field: proofField,
  message: {
    ja: 'パスキーで本人だと確かめられませんでした。「パスキーで確かめて進む」を押してください。',
    en: 'Your passkey did not confirm that it is you. Press “Confirm with a passkey and go on”.',
  },
};
export const signInAgain: Problem = {
  code: 'sign-in-again',
  field: proofField,
  message: {
    ja: `サインインし直してから${freshMinutes}分以内に操作してください。`,
    en: `Sign in again, then do this within ${freshMinutes} minutes.`,
  },
};
