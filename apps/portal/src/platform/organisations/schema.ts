import { sql } from 'drizzle-orm';
import { check, date, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { organisationTable } from '../database/organisation-table.ts';
import type { Scope } from './scopes.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Credentials of an organisation's programs. Only a digest of the token is stored. */
export const accessToken = organisationTable(
  'access_token',
  {
    id: text('id').notNull(),
    name: text('name').notNull(),
    /** SHA-256 of the whole token, in base64url. */
    digest: text('digest').notNull(),
    scopes: text('scopes').array().notNull().$type<Scope[]>(),
    /** User id. */
    createdBy: text('created_by'),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    revokedAt: moment('revoked_at'),
    /** Day in Japan, `YYYY-MM-DD`. */
    lastUsedOn: date('last_used_on', { mode: 'string' }),
    /** Network of the last use, such as `192.0.2.0/24`. */
    lastUsedFrom: text('last_used_from'),
  },
  ['id'],
  (table) => [
    uniqueIndex('access_token_digest').on(table.organisationId, table.digest),
    check(
      'access_token_longest',
      sql`length(${table.id}) <= 100 and length(${table.name}) <= 100 and length(${table.digest}) <= 100
        and length(${table.scopes}::text) <= 2000 and length(${table.createdBy}) <= 200
        and length(${table.lastUsedFrom}) <= 100`,
    ),
  ],
);
