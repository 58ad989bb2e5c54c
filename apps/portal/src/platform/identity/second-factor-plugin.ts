import { createOTP } from '@better-auth/utils/otp';
import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api';
import { symmetricDecrypt } from 'better-auth/crypto';
import { eq } from 'drizzle-orm';
import type { Database } from '../database/connection.ts';
import { isFresh, provenAt } from './fresh-proof.ts';
import { networkHeader } from './request-headers.ts';
import { secondFactor } from './schema.ts';
import { useUpCode } from './second-factor.ts';
import type { SignInFailures } from './sign-in-failures.ts';

interface PluginDependencies {
  db: Database;
  failures: SignInFailures;
  now(): Date;
}

type HookContext = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

export const codeAlreadyUsed = 'CODE_ALREADY_USED';

const totpPath = '/two-factor/verify-totp';
const codePaths = new Set([totpPath, '/two-factor/verify-backup-code']);
const passkeyPath = '/passkey/verify-authentication';
const enrolmentPaths = new Set(['/passkey/generate-register-options', '/passkey/verify-registration']);

/**
 * Accepts each TOTP code only once, which better-auth does not ensure; records failures; and requires a
 * recent proof of identity before a passkey is added.
 */
export function secondFactorPlugin({ db, failures, now }: PluginDependencies): BetterAuthPlugin {
  async function noteFailure(ctx: HookContext, userId: string | null, code: string | undefined) {
    const network = ctx.headers?.get(networkHeader) ?? null;
    const isLocked = code === 'ACCOUNT_TEMPORARILY_LOCKED';
    const isPasskey = ctx.path === passkeyPath;
    const action = isPasskey ? 'sign-in.fail' : isLocked ? 'second-factor.lock' : 'second-factor.fail';
    const detail = { through: ctx.path };
    await failures.note({ action, userId, actor: { id: null, network }, detail });
  }

  return {
    id: 'kakehashi-second-factor',
    hooks: {
      before: [
        {
          matcher: ({ path }) => enrolmentPaths.has(path ?? ''),
          handler: createAuthMiddleware(async (ctx) => {
            const held = await getSessionFromCtx(ctx);
            if (held && !isFresh(provenAt(held.session), now()))
              throw new APIError('FORBIDDEN', { code: 'SESSION_NOT_FRESH' });
          }),
        },
        {
          matcher: ({ path }) => path === totpPath,
          handler: createAuthMiddleware(async (ctx) => {
            const userId = await holderOf(ctx);
            if (!userId) return;
            const [row] = await db.select().from(secondFactor).where(eq(secondFactor.userId, userId));
            if (!row) return;
            const otp = createOTP(
              await symmetricDecrypt({ key: ctx.context.secretConfig, data: row.secret }),
            );
            // Use the clock that better-auth uses.
            const isNew = await useUpCode(db, userId, String(ctx.body.code), otp.hotp, new Date());
            if (isNew) return;
            await noteFailure(ctx, userId, codeAlreadyUsed);
            throw new APIError('UNAUTHORIZED', { code: codeAlreadyUsed });
          }),
        },
      ],
      after: [
        {
          matcher: ({ path }) => codePaths.has(path ?? '') || path === passkeyPath,
          handler: createAuthMiddleware(async (ctx) => {
            const { returned } = ctx.context;
            if (!(returned instanceof APIError)) return;
            const userId = ctx.path === passkeyPath ? null : await holderOf(ctx);
            await noteFailure(ctx, userId, returned.body?.code);
          }),
        },
      ],
    },
  };
}

/**
 * Owner of the code: the signed-in user, or the one who gave a password and is being asked for the second
 * factor.
 */
async function holderOf(ctx: HookContext): Promise<string | null> {
  const held = await getSessionFromCtx(ctx);
  if (held) return held.user.id;
  const { name } = ctx.context.createAuthCookie('two_factor');
  const challenge = await ctx.getSignedCookie(name, ctx.context.secret);
  if (!challenge) return null;
  return (await ctx.context.internalAdapter.findVerificationValue(challenge))?.value ?? null;
}
