import { bigint, bigserial, index, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** Who did what to which object, when and from where. Append-only: triggers refuse updates and deletes. */
export const auditEntry = pgTable(
  'audit_entry',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    at: timestamp('at', { withTimezone: true, mode: 'date' }).notNull(),
    /** User id, `system`, or null if nobody was signed in. */
    actorId: text('actor_id'),
    action: text('action').notNull(),
    objectKind: text('object_kind').notNull(),
    objectId: text('object_id').notNull(),
    /** Facts about the act. Never a name, an address or a secret. */
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

/**
 * The hash chain of the entries. The database links each entry at the end of its transaction, one transaction
 * at a time, so positions have no gaps and a reader who sees one entry sees all earlier ones.
 */
export const auditLink = pgTable('audit_link', {
  /** From 1. */
  position: bigint('position', { mode: 'number' }).primaryKey(),
  entryId: bigint('entry_id', { mode: 'number' })
    .notNull()
    .unique()
    .references(() => auditEntry.id),
  /** `recordHash` of the entry, its position and the previous hash. */
  hash: text('hash').notNull(),
});

/** How far the log has been shipped. */
export const auditShipment = pgTable('audit_shipment', {
  /** Address of the target without credentials. */
  target: text('target').primaryKey(),
  /** Position of the last delivered entry. */
  position: bigint('position', { mode: 'number' }).notNull(),
  at: timestamp('at', { withTimezone: true, mode: 'date' }).notNull(),
});
