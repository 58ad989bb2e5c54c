import { bigserial, index, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** Who did what to which thing, when, from where. Rows are added, never changed: triggers refuse the rest. */
export const auditEntry = pgTable(
  'audit_entry',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    at: timestamp('at', { withTimezone: true, mode: 'date' }).notNull(),
    /** User id, `system`, or null where nobody was signed in. */
    actorId: text('actor_id'),
    action: text('action').notNull(),
    objectKind: text('object_kind').notNull(),
    objectId: text('object_id').notNull(),
    /** Facts of the act; never a name, an address or a secret. */
    detail: jsonb('detail').$type<Record<string, unknown>>().notNull(),
    /** Network that the request came from, such as `192.0.2.0/24`; null for the system's own acts. */
    network: text('network'),
  },
  (table) => [
    index('audit_entry_object').on(table.objectKind, table.objectId),
    index('audit_entry_actor').on(table.actorId, table.at),
    index('audit_entry_at').on(table.at),
  ],
);
