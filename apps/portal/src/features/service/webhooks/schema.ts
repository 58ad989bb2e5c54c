import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { DeliveryFailure, DeliveryState, EndpointState, WebhookEvent } from './model.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** A server of somebody else's that is told of what is published and withdrawn. */
export const webhookEndpoint = pgTable(
  'webhook_endpoint',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    url: text('url').notNull(),
    /** Whoever signs must have the secret itself, so it cannot be kept as a digest. */
    secret: text('secret').notNull(),
    /** The secret before the last change, which still signs for a day beside the new one. */
    formerSecret: text('former_secret'),
    formerSecretUntil: moment('former_secret_until'),
    state: text('state').$type<EndpointState>().notNull().default('active'),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [check('webhook_endpoint_state_known', sql`${table.state} in ('active','paused','failing')`)],
);

/** A message to one endpoint, and what became of it. */
export const webhookDelivery = pgTable(
  'webhook_delivery',
  {
    /** Also the `webhook-id`, the same in every try. */
    id: uuid('id').primaryKey(),
    endpointId: uuid('endpoint_id')
      .notNull()
      .references(() => webhookEndpoint.id, { onDelete: 'cascade' }),
    event: text('event').$type<WebhookEvent>().notNull(),
    /** The very bytes that are signed and sent. */
    body: text('body').notNull(),
    state: text('state').$type<DeliveryState>().notNull().default('waiting'),
    attempts: integer('attempts').notNull().default(0),
    /** HTTP status of the last answer. */
    lastStatus: integer('last_status'),
    /** Code of why there was no answer. */
    lastError: text('last_error').$type<DeliveryFailure>(),
    createdAt: moment('created_at').notNull(),
    /** When it was delivered, or given up. */
    finishedAt: moment('finished_at'),
  },
  (table) => [
    index('webhook_delivery_endpoint').on(table.endpointId, table.createdAt),
    check('webhook_delivery_state_known', sql`${table.state} in ('waiting','delivered','failed')`),
  ],
);
