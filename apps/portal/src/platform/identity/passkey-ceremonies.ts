import type { PasskeyOptions } from '@better-auth/passkey';
import { APIError } from 'better-auth/api';
import { eq } from 'drizzle-orm';
import { recordAudit } from '../audit/audit.ts';
import type { Database } from '../database/connection.ts';
import { transact } from '../database/transact.ts';
import type { Mail } from '../mail/mail.ts';
import { notifyOfChange } from './account-change.ts';
import { networkHeader } from './request-headers.ts';
import { siteUser } from './schema.ts';
import { noteSecondFactor, owedProof } from './second-factor.ts';

interface CeremonyDependencies {
  db: Database;
  mail: Pick<Mail, 'send'>;
  baseUrl: string;
  now(): Date;
}

/**
 * Requires user verification (fingerprint, face or PIN) for passkeys, which better-auth does not, so that a
 * passkey is two factors.
 */
export function passkeyCeremonies({
  db,
  mail,
  baseUrl,
  now,
}: CeremonyDependencies): Pick<PasskeyOptions, 'registration' | 'authentication'> {
  return {
    registration: {
      async afterVerification({ ctx, user, verification }) {
        if (!verification.registrationInfo?.userVerified) throw notVerified();
        const { session } = ctx.context;
        const [holder] = await db.select().from(siteUser).where(eq(siteUser.id, user.id));
        if (!session || !holder) throw new APIError('UNAUTHORIZED');
        const shownAt = session.session.secondFactorAt as Date | null | undefined;
        // Someone who knows only the password must not add a passkey of their own.
        if ((await owedProof(db, holder, shownAt)) === 'second-factor') throw new APIError('FORBIDDEN');
        const at = now();
        const network = ctx.headers?.get(networkHeader) ?? null;
        await transact(db, async (tx) => {
          await noteSecondFactor(tx, session.session.id, at);
          await recordAudit(tx, {
            actor: { id: holder.id, network },
            action: 'passkey.add',
            object: { kind: 'user', id: holder.id },
            at,
          });
          const language = holder.language === 'en' ? 'en' : 'ja';
          await notifyOfChange(tx, { mail, baseUrl }, { ...holder, language }, 'passkey-added', at);
        });
      },
    },
    authentication: {
      async afterVerification({ verification }) {
        if (!verification.authenticationInfo.userVerified) throw notVerified();
      },
    },
  };
}

const notVerified = () => new APIError('BAD_REQUEST', { code: 'USER_NOT_VERIFIED' });
