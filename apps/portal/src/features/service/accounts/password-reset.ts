import { APIError } from 'better-auth/api';
import { eq } from 'drizzle-orm';
import { siteUser } from '../../../platform/identity/schema.ts';
import type { AttemptOutcome } from '../../../platform/identity/sign-in-limits.ts';
import { done, type Outcome, type Problem, refused } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';
import { isHardToGuess } from './guessable.ts';

/**
 * Mails a password reset link if the account exists. The work continues after the response, so that
 * neither its content nor its timing reveals whether it does.
 */
export async function requestPasswordReset(
  { identity, log }: Pick<Platform, 'identity' | 'log'>,
  email: string,
  address: string,
): Promise<AttemptOutcome> {
  const outcome = await identity.limits.askForMail({ account: email, address });
  if (outcome.ok)
    identity.auth.api
      .requestPasswordReset({ body: { email } })
      .catch((error) => log.error({ err: error }, 'could not send a link to reset a password'));
  return outcome;
}

/**
 * Sets a new password by a reset link. better-auth ends all sessions; the user is notified by mail.
 * @returns refused for an invalid link or a guessable password
 */
export async function resetPassword(
  { identity, connection }: Pick<Platform, 'identity' | 'connection'>,
  token: string,
  password: string,
): Promise<Outcome<undefined>> {
  const { internalAdapter } = await identity.auth.$context;
  const asked = await internalAdapter.findVerificationValue(`reset-password:${token}`);
  // Check the token before rating the password, which is costly: the endpoint is public.
  if (!asked) return refused(linkOver);
  const [holder] = await connection.db.select().from(siteUser).where(eq(siteUser.id, asked.value));
  if (!holder) return refused(linkOver);
  const fit = await isHardToGuess(password, holder, 'password');
  if (!fit.ok) return fit;
  try {
    await identity.auth.api.resetPassword({ body: { token, newPassword: password } });
    return done(undefined);
  } catch (error) {
    if (error instanceof APIError) return refused(linkOver);
    throw error;
  }
}

const linkOver: Problem = {
  code: 'link-over',
  field: 'password',
  message: {
    ja: 'このリンクはもう使えません。もう一度はじめからお試しください。',
    en: 'This link no longer works. Please start again.',
  },
};
export const tooManyMails: Problem = {
  code: 'too-many-mails',
  field: 'email',
  message: {
    ja: 'メールを何度も頼まれたため、しばらく送れません。1時間ほど待ってください。',
    en: 'Too many mails were asked for. Please wait about an hour.',
  },
};
