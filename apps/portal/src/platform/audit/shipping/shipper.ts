import { eq, sql } from 'drizzle-orm';
import { Gauge } from 'prom-client';
import type { DatabaseConnection, Queryable } from '../../database/connection.ts';
import { type Listening, listen } from '../../database/listener.ts';
import { transact } from '../../database/transact.ts';
import type { Logger } from '../../observability/log.ts';
import type { Metrics } from '../../observability/metrics.ts';
import { auditChannel, readRecords } from '../chain.ts';
import type { AuditRecord } from '../record.ts';
import { auditLink, auditShipment } from '../schema.ts';
import { appendLines } from './file.ts';
import { sendSyslog, syslogMessage } from './syslog.ts';
import type { AuditTarget } from './target.ts';

/** Records per batch; after a failure up to one batch may arrive twice. */
const atOnce = 500;

/** Milliseconds. */
interface ShippingIntervals {
  /** Between checks for entries that another node left unsent when it died. */
  look: number;
  /** Before the first retry; the delay doubles after each failure. */
  firstRetry: number;
  longestRetry: number;
}
const defaultIntervals: ShippingIntervals = { look: 30_000, firstRetry: 1_000, longestRetry: 60_000 };

export interface AuditShipper {
  start(): void;
  /** Finishes the batch being sent, then stops. */
  stop(): Promise<void>;
}

export interface AuditShipperDependencies {
  connection: DatabaseConnection;
  log: Logger;
  metrics: Pick<Metrics, 'registry'>;
  target: AuditTarget;
  /** Host name of the site, used as the syslog sender. */
  host: string;
  now(): Date;
  intervals?: ShippingIntervals;
}

/**
 * Ships the audit log as it is written: at least once, in chain order, by one node at a time. The position is
 * stored in the database; while the target is unreachable, shipping waits.
 */
export function createAuditShipper(dependencies: AuditShipperDependencies): AuditShipper {
  const { connection, log, metrics, target, now, intervals = defaultIntervals } = dependencies;
  const send = senderTo(target, dependencies.host);
  let listening: Listening | undefined;
  let opening: Promise<void> | undefined;
  let shipping: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let wait = intervals.firstRetry;
  let again = false;
  let stopped = false;

  new Gauge({
    name: 'kakehashi_audit_unshipped',
    help: 'Entries of the audit log that its target has not yet',
    registers: [metrics.registry],
    async collect() {
      const behind = await entriesBehind(connection.db, target.name).catch(() => undefined);
      if (behind !== undefined) this.set(behind);
    },
  });

  function wake(): void {
    again = true;
    if (stopped) return;
    clearTimeout(timer);
    shipping ??= ship()
      .then(
        () => {
          wait = intervals.firstRetry;
          comeBack(intervals.look);
        },
        (error) => {
          log.warn(
            { err: error, target: target.name },
            'the audit log cannot be shipped now; it is tried again',
          );
          comeBack(wait);
          wait = Math.min(wait * 2, intervals.longestRetry);
        },
      )
      .finally(() => {
        shipping = undefined;
      });
  }

  function comeBack(milliseconds: number): void {
    if (!stopped) timer = setTimeout(wake, again && milliseconds === intervals.look ? 0 : milliseconds);
  }

  async function ship(): Promise<void> {
    again = false;
    while (!stopped) {
      const { sent, lost } = await shipSome(connection, target.name, send, now());
      for (const position of lost)
        log.error({ position }, 'an entry of the audit log is gone; what is shipped has a gap there');
      if (sent === 0) return;
    }
  }

  function open(): void {
    opening = listen(connection.url, auditChannel, {
      onConnected: wake,
      onNotice: wake,
      onLost: (error) => log.warn({ err: error }, 'lost the database; the audit log is shipped later'),
    }).then(
      (begun) => {
        listening = begun;
      },
      (error) => {
        log.warn({ err: error }, 'cannot hear of the audit log yet');
        if (!stopped) timer = setTimeout(open, intervals.longestRetry);
      },
    );
  }

  return {
    start: open,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await opening;
      clearTimeout(timer);
      await listening?.stop();
      await shipping;
    },
  };
}

function senderTo(target: AuditTarget, host: string): (records: readonly AuditRecord[]) => Promise<void> {
  if (target.kind === 'file')
    return (records) =>
      appendLines(
        target.path,
        records.map((record) => JSON.stringify(record)),
      );
  return (records) =>
    sendSyslog(
      target,
      records.map((record) => syslogMessage(record, host)),
    );
}

/** Sends the records after the last delivered one; does nothing while another node is shipping. */
async function shipSome(
  { db }: DatabaseConnection,
  name: string,
  send: (records: readonly AuditRecord[]) => Promise<void>,
  at: Date,
): Promise<{ sent: number; lost: number[] }> {
  await db.insert(auditShipment).values({ target: name, position: 0, at }).onConflictDoNothing();
  return transact(db, async (tx) => {
    const mine = eq(auditShipment.target, name);
    const [shipment] = await tx.select().from(auditShipment).where(mine).for('update', { skipLocked: true });
    if (!shipment) return { sent: 0, lost: [] };
    const following = await readRecords(tx, shipment.position, atOnce);
    const last = following.at(-1);
    if (!last) return { sent: 0, lost: [] };
    const records = following.flatMap((record) => ('lost' in record ? [] : [record]));
    if (records.length > 0) await send(records);
    await tx.update(auditShipment).set({ position: last.position, at }).where(mine);
    const lost = following.flatMap((record) => ('lost' in record ? [record.position] : []));
    return { sent: following.length, lost };
  });
}

async function entriesBehind(db: Queryable, name: string): Promise<number> {
  const [head] = await db
    .select({ position: sql<number>`coalesce(max(${auditLink.position}), 0)::float8` })
    .from(auditLink);
  const [shipment] = await db.select().from(auditShipment).where(eq(auditShipment.target, name));
  return (head?.position ?? 0) - (shipment?.position ?? 0);
}
