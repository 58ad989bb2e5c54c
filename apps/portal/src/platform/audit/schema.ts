import { bigint, bigserial, index, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

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

/**
 * The chain that the entries lie in. The database links each at the end of the transaction that writes it, one
 * transaction after the other: positions have no gaps, and whoever sees one sees all before it.
 */
export const auditLink = pgTable('audit_link', {
  /** From 1. */
  position: bigint('position', { mode: 'number' }).primaryKey(),
  entryId: bigint('entry_id', { mode: 'number' })
    .notNull()
    .unique()
    .references(() => auditEntry.id),
  /** Of the entry, its position and the hash before: `recordHash`. */
  hash: text('hash').notNull(),
});

/** How far the log has been shipped. */
export const auditShipment = pgTable('audit_shipment', {
  /** Address of the target, without what it keeps secret. */
  target: text('target').primaryKey(),
  /** Position of the last entry that it has. */
  position: bigint('position', { mode: 'number' }).notNull(),
  at: timestamp('at', { withTimezone: true, mode: 'date' }).notNull(),
});
