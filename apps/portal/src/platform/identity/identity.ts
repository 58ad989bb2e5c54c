import { asc, eq } from 'drizzle-orm';
import type { Config } from '../config/index.ts';
import type { Database } from '../database/connection.ts';
import type { Mail } from '../mail/mail.ts';
import type { Logger } from '../observability/log.ts';
import { createAccountGate, mayHaveSession } from './account-gate.ts';
import { type Auth, createAuth } from './auth.ts';
import { provenAt } from './fresh-proof.ts';
import { organisationRoles, type SiteRole, siteRoles } from './permissions.ts';
import { networkHeader } from './request-headers.ts';
import { membership, organisation, session } from './schema.ts';
import { owedProof } from './second-factor.ts';
import { readSecret } from './secret.ts';
import { endSessions } from './session-end.ts';
import { endOf, isOver, isRenewalDue, type SessionTimes } from './session-life.ts';
import { SignInFailures } from './sign-in-failures.ts';
import { SignInLimits } from './sign-in-limits.ts';
import type { Membership, SignedInUser } from './user.ts';

export interface IdentityDependencies {
  config: Config;
  db: Database;
  mail: Pick<Mail, 'send'>;
  log: Logger;
  now(): Date;
}

/** Accounts, sessions and sign-in methods. */
export interface Identity {
  auth: Auth;
  limits: SignInLimits;
  failures: SignInFailures;
  /** Key for digests that must not be guessable. */
  secret: string;
  /**
   * The user who sends a request. Ends an expired session and renews an active one; neither changes a cookie.
   * @param headers  from `authHeaders`
   */
  recognise(headers: Headers): Promise<SignedInUser | undefined>;
}

export function createIdentity({ config, db, mail, log, now }: IdentityDependencies): Identity {
  const secret = readSecret(config.secret, config.dataDir);
  const { baseUrl, oidc, demonstration } = config;
  const gate = createAccountGate({ db, demonstration, now });
  const failures = new SignInFailures(db, secret, now);
  const auth = createAuth({ db, baseUrl, secret, oidc, mail, gate, failures, log, now });

  async function keptUp(sessionId: string, times: SessionTimes, role: SiteRole): Promise<boolean> {
    const at = now();
    const own = eq(session.id, sessionId);
    if (isOver(times, role, at)) {
      await endSessions(db, own, { actor: { id: null, network: null }, why: 'expired', at });
      return false;
    }
    if (isRenewalDue(times, at))
      await db
        .update(session)
        .set({ updatedAt: at, expiresAt: endOf(times.startedAt, role, at) })
        .where(own);
    return true;
  }

  return {
    auth,
    limits: new SignInLimits(db, secret),
    failures,
    secret,
    async recognise(headers) {
      const found = await auth.api.getSession({ headers });
      if (!found || !mayHaveSession(found.user, demonstration)) return undefined;
      const { user, session } = found;
      const role = known(siteRoles, user.role);
      const times = { startedAt: session.createdAt, renewedAt: session.updatedAt };
      if (!(await keptUp(session.id, times, role))) return undefined;
      const standing = { id: user.id, role, demonstration: user.demonstration ?? false };
      return {
        id: user.id,
        name: user.name,
        email: user.email,
        role,
        language: user.language === 'en' ? 'en' : 'ja',
        twoFactorEnabled: user.twoFactorEnabled ?? false,
        memberships: await membershipsOf(db, user.id),
        session: { id: session.id, startedAt: session.createdAt, provenAt: provenAt(session) },
        owes: await owedProof(db, standing, session.secondFactorAt),
        audit: { id: user.id, network: headers.get(networkHeader) },
      };
    },
  };
}

async function membershipsOf(db: Database, userId: string): Promise<Membership[]> {
  const rows = await db
    .select({ organisationId: organisation.id, organisationName: organisation.name, role: membership.role })
    .from(membership)
    .innerJoin(organisation, eq(organisation.id, membership.organizationId))
    .where(eq(membership.userId, userId))
    .orderBy(asc(organisation.name));
  return rows.map((row) => ({ ...row, role: known(organisationRoles, row.role) }));
}

/** Narrows the text of a column that a check constraint limits to known values. */
function known<Word extends string>(words: readonly Word[], value: string): Word {
  const word = words.find((each) => each === value);
  if (!word) throw new Error(`the database holds the unknown role ${value}`);
  return word;
}
