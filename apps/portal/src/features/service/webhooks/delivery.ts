import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '../../../platform/database/connection.ts';
import { transact } from '../../../platform/database/transact.ts';
import { defineJob, type JobRun } from '../../../platform/jobs/job-type.ts';
import type { Outbound } from '../../../platform/outbound/outbound.ts';
import { OutboundError } from '../../../platform/outbound/outbound-error.ts';
import { type DeliveryFailure, signMessage } from './model.ts';
import { webhookDelivery, webhookEndpoint } from './schema.ts';

/** Retries for about sixteen hours, so that a receiver may be down overnight. */
export const deliverWebhook = defineJob({
  name: 'webhooks.deliver',
  data: z.object({ id: z.uuid() }),
  retries: 12,
  firstDelay: 30,
  longestDelay: 4 * 3_600,
  timeLimit: 60,
  concurrency: 2,
});

const timeLimit = 15_000;
/** Only the status of a response is used. */
const sizeLimit = 1_024;
const gone = 410;

export interface DeliveryDependencies {
  db: Database;
  outbound: Pick<Outbound, 'call'>;
  now(): Date;
}

interface Result {
  status: number | null;
  error: DeliveryFailure | null;
}

/**
 * Sends a message to its endpoint. It may arrive twice if a node dies between the response and
 * recording it; both have the same `webhook-id`.
 * @throws Error to have the job retried
 */
export async function deliverMessage(
  id: string,
  run: JobRun,
  dependencies: DeliveryDependencies,
): Promise<void> {
  const { db, outbound, now } = dependencies;
  const [found] = await db
    .select()
    .from(webhookDelivery)
    .innerJoin(webhookEndpoint, eq(webhookEndpoint.id, webhookDelivery.endpointId))
    .where(and(eq(webhookDelivery.id, id), eq(webhookDelivery.state, 'waiting')));
  if (!found) return;
  const { webhook_delivery: delivery, webhook_endpoint: endpoint } = found;
  if (endpoint.state !== 'active') {
    await note(db, id, { status: null, error: 'endpoint-off' }, 'failed', now());
    return;
  }
  const at = now();
  const former = endpoint.formerSecretUntil && endpoint.formerSecretUntil > at && endpoint.formerSecret;
  const secrets = [endpoint.secret, ...(former ? [former] : [])];
  const result = await post(outbound, endpoint.url, delivery.body, {
    'content-type': 'application/json; charset=utf-8',
    ...signMessage(id, at, delivery.body, secrets),
  });
  if (result.status !== null && result.status >= 200 && result.status < 300) {
    await note(db, id, result, 'delivered', at);
    return;
  }
  const over = run.last || result.status === gone;
  await transact(db, async (tx) => {
    await note(tx, id, result, over ? 'failed' : 'waiting', at);
    if (over)
      await tx.update(webhookEndpoint).set({ state: 'failing' }).where(eq(webhookEndpoint.id, endpoint.id));
  });
  if (!over) throw new Error(`webhook ${id}: ${result.error ?? `status ${result.status}`}`);
}

async function post(
  outbound: Pick<Outbound, 'call'>,
  url: string,
  body: string,
  headers: Record<string, string>,
): Promise<Result> {
  try {
    const { status } = await outbound.call(url, { method: 'POST', headers, body, timeLimit, sizeLimit });
    return { status, error: null };
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    return { status: null, error: error.code };
  }
}

async function note(
  tx: Pick<Database, 'update'>,
  id: string,
  { status, error }: Result,
  state: 'waiting' | 'delivered' | 'failed',
  at: Date,
): Promise<void> {
  await tx
    .update(webhookDelivery)
    .set({
      state,
      attempts: sql`${webhookDelivery.attempts} + 1`,
      lastStatus: status,
      lastError: error,
      finishedAt: state === 'waiting' ? null : at,
    })
    .where(eq(webhookDelivery.id, id));
}
