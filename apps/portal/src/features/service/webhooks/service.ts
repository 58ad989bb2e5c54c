import { randomUUID } from 'node:crypto';
import { asc, desc, eq, lt, sql } from 'drizzle-orm';
import { type AuditActor, recordAudit } from '../../../platform/audit/audit.ts';
import type { Database, Queryable } from '../../../platform/database/connection.ts';
import { transact, unwrap } from '../../../platform/database/transact.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import type { Outbound } from '../../../platform/outbound/outbound.ts';
import { OutboundError } from '../../../platform/outbound/outbound-error.ts';
import { done, type Outcome, refused } from '../../../platform/outcome/outcome.ts';
import type { KindRegistry } from '../../../platform/publishing/kind.ts';
import type { PublicationChange } from '../../../platform/publishing/showing.ts';
import { checkStock, type Quota, type Stock, useQuota } from '../../../platform/quota/quota.ts';
import { deliverWebhook } from './delivery.ts';
import { changeBody, createSecret, testBody, type WebhookEvent } from './model.ts';
import { webhookDelivery, webhookEndpoint } from './schema.ts';

export type Endpoint = typeof webhookEndpoint.$inferSelect;
export type Delivery = typeof webhookDelivery.$inferSelect;

/** Milliseconds for which the previous secret still signs. */
const changeOver = 24 * 60 * 60 * 1_000;
/** Days for which deliveries are kept. */
const retentionDays = 30;
const shownDeliveries = 30;

/** Limited because each change is sent to every endpoint. */
const endpoints: Stock = {
  name: 'webhook-endpoint',
  what: { ja: 'Webhookの送り先', en: 'webhook endpoints' },
  by: 'organisation',
  max: 50,
  remedy: { ja: '使っていない送り先を外してください。', en: 'Remove one that is no longer used.' },
};
const testMessages: Quota = {
  name: 'webhook-test',
  what: { ja: '試しの送信', en: 'test messages' },
  limits: [{ by: 'person', max: 60, per: 'hour' }],
};
/** Endpoints belong to the body that runs the site. */
const theBody = '';

export interface WebhookDependencies {
  db: Database;
  jobs: Pick<Jobs, 'enqueue'>;
  outbound: Pick<Outbound, 'check'>;
  kinds: KindRegistry;
  baseUrl: string;
}

/** Actor and time of an action. */
export interface By {
  actor: AuditActor;
  at: Date;
}

/** The use cases of webhooks, each one transaction. */
export class Webhooks {
  readonly #dependencies: WebhookDependencies;

  constructor(dependencies: WebhookDependencies) {
    this.#dependencies = dependencies;
  }

  /** All endpoints, each with its newest message. */
  async list(): Promise<{ endpoint: Endpoint; last: Delivery | null }[]> {
    const { db } = this.#dependencies;
    const newest = db
      .selectDistinctOn([webhookDelivery.endpointId])
      .from(webhookDelivery)
      .orderBy(webhookDelivery.endpointId, desc(webhookDelivery.createdAt))
      .as('newest');
    const rows = await db
      .select()
      .from(webhookEndpoint)
      .leftJoin(newest, eq(newest.endpointId, webhookEndpoint.id))
      .orderBy(asc(webhookEndpoint.name));
    return rows.map(({ webhook_endpoint, newest: last }) => ({ endpoint: webhook_endpoint, last }));
  }

  /** An endpoint with its messages, newest first. */
  async find(id: string): Promise<{ endpoint: Endpoint; deliveries: Delivery[] } | undefined> {
    const { db } = this.#dependencies;
    const [endpoint] = await db.select().from(webhookEndpoint).where(eq(webhookEndpoint.id, id));
    if (!endpoint) return undefined;
    const deliveries = await db
      .select()
      .from(webhookDelivery)
      .where(eq(webhookDelivery.endpointId, id))
      .orderBy(desc(webhookDelivery.createdAt))
      .limit(shownDeliveries);
    return { endpoint, deliveries };
  }

  /** Registers an endpoint. @returns refused if its address may not be called */
  async register(name: string, url: string, { actor, at }: By): Promise<Outcome<Endpoint>> {
    const { db, outbound } = this.#dependencies;
    try {
      await outbound.check(url);
    } catch (error) {
      if (!(error instanceof OutboundError)) throw error;
      return refused({ code: error.code, field: 'url', message: error.text });
    }
    return transact(db, async (tx) => {
      unwrap(await checkStock(tx, endpoints, theBody, () => tx.$count(webhookEndpoint)));
      const row = { id: randomUUID(), name, url, secret: createSecret(), createdAt: at };
      const [endpoint] = await tx.insert(webhookEndpoint).values(row).returning();
      await audit(tx, 'webhook.register', row.id, { actor, at });
      return done(endpoint as Endpoint);
    });
  }

  /** Replaces an endpoint's secret; the previous one keeps signing for a day. */
  async changeSecret(id: string, { actor, at }: By): Promise<Endpoint | undefined> {
    return this.#change(
      id,
      'webhook.change-secret',
      { actor, at },
      {
        formerSecret: sql`${webhookEndpoint.secret}`,
        formerSecretUntil: new Date(at.getTime() + changeOver),
        secret: createSecret(),
      },
    );
  }

  async pause(id: string, by: By): Promise<Endpoint | undefined> {
    return this.#change(id, 'webhook.pause', by, { state: 'paused' });
  }

  /** Resumes sending to a paused or failing endpoint. */
  async resume(id: string, by: By): Promise<Endpoint | undefined> {
    return this.#change(id, 'webhook.resume', by, { state: 'active' });
  }

  async remove(id: string, by: By): Promise<void> {
    await transact(this.#dependencies.db, async (tx) => {
      const removed = await tx.delete(webhookEndpoint).where(eq(webhookEndpoint.id, id)).returning();
      if (removed.length > 0) await audit(tx, 'webhook.remove', id, by);
    });
  }

  /** Sends a test message to an endpoint. */
  async sendTest(id: string, { actor, at }: By): Promise<Outcome<undefined>> {
    return transact(this.#dependencies.db, async (tx) => {
      unwrap(await useQuota(tx, testMessages, { ...(actor.id && { person: actor.id }) }, at));
      const [endpoint] = await tx.select().from(webhookEndpoint).where(eq(webhookEndpoint.id, id));
      if (endpoint) await this.#ask(tx, [endpoint], 'webhook.test', testBody(at), at);
      return done(undefined);
    });
  }

  /** Enqueues a change for every active endpoint, within the transaction that makes it. */
  async enqueue(tx: Queryable, change: PublicationChange, at: Date): Promise<void> {
    const kind = this.#dependencies.kinds.find(change.kind);
    if (!kind?.listed) return;
    const endpoints = await tx.select().from(webhookEndpoint).where(eq(webhookEndpoint.state, 'active'));
    if (endpoints.length === 0) return;
    const body = changeBody(change, kind, this.#dependencies.baseUrl, at);
    await this.#ask(tx, endpoints, `entry.${change.event}`, body, at);
  }

  async deleteOld(now: Date): Promise<void> {
    const before = new Date(now.getTime() - retentionDays * 24 * 60 * 60 * 1_000);
    await this.#dependencies.db.delete(webhookDelivery).where(lt(webhookDelivery.createdAt, before));
  }

  async #ask(
    tx: Queryable,
    endpoints: readonly Endpoint[],
    event: WebhookEvent,
    body: string,
    at: Date,
  ): Promise<void> {
    for (const endpoint of endpoints) {
      const id = randomUUID();
      await tx.insert(webhookDelivery).values({ id, endpointId: endpoint.id, event, body, createdAt: at });
      await this.#dependencies.jobs.enqueue(tx, deliverWebhook, { id }, { key: id });
    }
  }

  async #change(
    id: string,
    action: string,
    by: By,
    columns: Parameters<ReturnType<Database['update']>['set']>[0],
  ): Promise<Endpoint | undefined> {
    return transact(this.#dependencies.db, async (tx) => {
      const [endpoint] = await tx
        .update(webhookEndpoint)
        .set(columns)
        .where(eq(webhookEndpoint.id, id))
        .returning();
      if (endpoint) await audit(tx, action, id, by);
      return endpoint;
    });
  }
}

function audit(tx: Queryable, action: string, id: string, { actor, at }: By): Promise<void> {
  return recordAudit(tx, { actor, action, object: { kind: 'webhook', id }, at });
}
