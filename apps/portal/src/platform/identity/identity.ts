import { asc, eq } from 'drizzle-orm';
import type { Config } from '../config/index.ts';
import type { Database } from '../database/connection.ts';
import type { Mail } from '../mail/mail.ts';
import type { Logger } from '../observability/log.ts';
import { createAccountGate, mayHaveSession } from './account-gate.ts';
import { type Auth, createAuth } from './auth.ts';
import { organisationRoles, siteRoles } from './permissions.ts';
import { networkHeader } from './request-headers.ts';
import { membership, organisation } from './schema.ts';
import { readSecret } from './secret.ts';
import { SignInLimits } from './sign-in-limits.ts';
import type { Membership, SignedInUser } from './user.ts';

export interface IdentityParts {
  config: Config;
  db: Database;
  mail: Pick<Mail, 'send'>;
  log: Logger;
  now(): Date;
}

/** Who somebody is, and the cookies that keep it so. */
interface SignedIn {
  user: SignedInUser;
  setCookies: string[];
}

/** Accounts, sessions and the ways in. */
export interface Identity {
  auth: Auth;
  limits: SignInLimits;
  /** Key for digests that must not be guessed. */
  secret: string;
  /**
   * Who sends a request.
   * @param headers  from `authHeaders`
   */
  recognise(headers: Headers): Promise<SignedIn | undefined>;
}

export function createIdentity({ config, db, mail, log, now }: IdentityParts): Identity {
  const secret = readSecret(config.secret, config.dataDir);
  const gate = createAccountGate({ db, demonstration: config.demonstration, now });
  const auth = createAuth({ db, baseUrl: config.baseUrl, secret, oidc: config.oidc, mail, gate, log, now });
  return {
    auth,
    limits: new SignInLimits(db, secret),
    secret,
    async recognise(headers) {
      const { headers: answer, response: found } = await auth.api.getSession({
        headers,
        returnHeaders: true,
      });
      if (!found || !mayHaveSession(found.user, config.demonstration)) return undefined;
      const { user, session } = found;
      return {
        user: {
          id: user.id,
          name: user.name,
          email: user.email,
          role: known(siteRoles, user.role),
          language: user.language === 'en' ? 'en' : 'ja',
          twoFactorEnabled: user.twoFactorEnabled ?? false,
          memberships: await membershipsOf(db, user.id),
          session: { id: session.id, startedAt: session.createdAt },
          audit: { id: user.id, network: headers.get(networkHeader) },
        },
        setCookies: answer.getSetCookie(),
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

/** A word of a column that a check constraint keeps to the words we know. */
function known<Word extends string>(words: readonly Word[], value: string): Word {
  const word = words.find((each) => each === value);
  if (!word) throw new Error(`the database holds the unknown role ${value}`);
  return word;
}
