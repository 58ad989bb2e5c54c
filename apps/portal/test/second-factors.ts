import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import { symmetricEncrypt } from 'better-auth/crypto';
import { eq } from 'drizzle-orm';
import { secondFactor, siteUser } from '../src/platform/identity/schema.ts';
import type { BrowserSession } from './browser-session.ts';
import { password } from './new-accounts.ts';
import type { TestPortal } from './test-portal.ts';

/** The code of a secret. @param distance  in steps of the clock from the present one */
export function codeOf(secret: string, distance = 0): Promise<string> {
  return createOTP(secret).hotp(Math.floor(Date.now() / 30_000) + distance);
}

/** The secret that a page shows as a key to type in. */
export const secretOf = (key: string): string =>
  new TextDecoder().decode(base32.decode(key.replaceAll(' ', '')));

/** Backup codes of the apps that tests set up. */
export const backupCodes = ['aaaaa-bbbbb', 'ccccc-ddddd'];

/** Sets up an authenticator app for an account, as its pages would. @returns the app's secret */
export async function setUpApp({ platform }: TestPortal, email: string): Promise<string> {
  const { secretConfig } = await platform.identity.auth.$context;
  const { db } = platform.connection;
  const [user] = await db.select().from(siteUser).where(eq(siteUser.email, email));
  if (!user) throw new Error(`${email} has no account`);
  const secret = `secret of ${user.id}`;
  const hidden = (data: string) => symmetricEncrypt({ key: secretConfig, data });
  await db.insert(secondFactor).values({
    id: `app of ${user.id}`,
    secret: await hidden(secret),
    backupCodes: await hidden(JSON.stringify(backupCodes)),
    userId: user.id,
    verified: true,
    enabledAt: platform.now(),
  });
  await db.update(siteUser).set({ twoFactorEnabled: true }).where(eq(siteUser.id, user.id));
  return secret;
}

/** Signs in with the password and a code. @param distance  as in `codeOf`: each step's code works once */
export async function signInWithCode(
  browser: BrowserSession,
  email: string,
  secret: string,
  distance = 0,
): Promise<Response> {
  await browser.signIn(email, password);
  return browser.post('/sign-in/second-factor', { code: await codeOf(secret, distance), to: '/account' });
}
