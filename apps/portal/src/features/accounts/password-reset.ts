import type { AttemptOutcome } from '../../platform/identity/sign-in-limits.ts';
import type { Platform } from '../../platform/platform.ts';

/**
 * Sends a link that sets a new password, if there is such an account. The work goes on after the answer, so that
 * neither the answer nor its time tells whether there is.
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
