import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { DeliveryFailure, DeliveryState, EndpointState, WebhookEvent } from './model.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** An external server that is notified of publications and withdrawals. */
export const webhookEndpoint = pgTable(
  'webhook_endpoint',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    url: text('url').notNull(),
    /** Stored in plain text, because signing needs the secret itself. */
    secret: text('secret').notNull(),
    /** The previous secret; messages are also signed with it for a day. */
    formerSecret: text('former_secret'),
    formerSecretUntil: moment('former_secret_until'),
    state: text('state').$type<EndpointState>().notNull().default('active'),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [check('webhook_endpoint_state_known', sql`${table.state} in ('active','paused','failing')`)],
);

/** A message to one endpoint, and its delivery state. */
export const webhookDelivery = pgTable(
  'webhook_delivery',
  {
    /** Also the `webhook-id`; the same in every attempt. */
    id: uuid('id').primaryKey(),
    endpointId: uuid('endpoint_id')
      .notNull()
      .references(() => webhookEndpoint.id, { onDelete: 'cascade' }),
    event: text('event').$type<WebhookEvent>().notNull(),
    /** The exact body that is signed and sent. */
    body: text('body').notNull(),
    state: text('state').$type<DeliveryState>().notNull().default('waiting'),
    attempts: integer('attempts').notNull().default(0),
    /** HTTP status of the last response. */
    lastStatus: integer('last_status'),
    /** Error code if there was no response. */
    lastError: text('last_error').$type<DeliveryFailure>(),
    createdAt: moment('created_at').notNull(),
    /** When it was delivered, or the last attempt failed. */
    finishedAt: moment('finished_at'),
  },
  (table) => [
    index('webhook_delivery_endpoint').on(table.endpointId, table.createdAt),
    check('webhook_delivery_state_known', sql`${table.state} in ('waiting','delivered','failed')`),
  ],
);
