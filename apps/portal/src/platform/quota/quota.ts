import { createHmac } from 'node:crypto';
import { and, eq, lt, sql } from 'drizzle-orm';
import type { Queryable } from '../database/connection.ts';
import { writeMoment } from '../i18n/dates.ts';
import type { Label } from '../i18n/localised.ts';
import { handleSchedule, type JobHandler } from '../jobs/job-type.ts';
import { done, type Outcome, type Problem, refused } from '../outcome/outcome.ts';
import type { Platform } from '../platform.ts';
import { quotaUse } from './schema.ts';

declare const digest: unique symbol;
/** Keyed digest that replaces an address in counters, so that no address is stored. */
export type AddressDigest = string & { readonly [digest]: true };

/** The subjects that a use is counted for. */
export interface QuotaSubjects {
  /** User id. */
  person?: string;
  /** Organisation id. */
  organisation?: string;
  /** Sender of the request. */
  client?: AddressDigest;
  /** Recipient of a mail. */
  recipient?: AddressDigest;
}
type Scope = keyof QuotaSubjects;

interface Limit {
  by: Scope;
  max: number;
  per: 'hour' | 'day';
}

/** A limit on how often something may be done. */
export interface Quota {
  /** kebab-case name in the database. */
  name: string;
  /** What is counted, as in “20 invitations an hour”. */
  what: Label;
  unit?: Unit;
  limits: readonly Limit[];
}

/** A limit on how much of something may exist at a time. */
export interface Stock extends Pick<Quota, 'name' | 'what' | 'unit'> {
  by: Scope;
  max: number;
  /** A sentence on how to free capacity. */
  remedy: Label;
}

type Unit = 'items' | 'bytes';

/** @param secret  prevents finding addresses in the table by trial */
export function addressDigest(secret: string, address: string): AddressDigest {
  return createHmac('sha256', secret)
    .update(`quota ${address.trim().toLowerCase()}`)
    .digest('base64url') as AddressDigest;
}

/**
 * Counts a use within the use case's transaction; rolled back, it does not count. Limits by subjects that are
 * not given are skipped. When refused, the reached limit is not counted; the caller rolls back the others.
 * @param amount  number of uses, or of bytes
 * @returns refused with `quota-reached`, which states the limit and when it resets
 */
export async function useQuota(
  tx: Queryable,
  quota: Quota,
  subjects: QuotaSubjects,
  now: Date,
  amount = 1,
): Promise<Outcome<undefined>> {
  for (const limit of quota.limits) {
    const subject = subjects[limit.by];
    if (subject === undefined) continue;
    const seconds = periods[limit.per].seconds;
    const endsAt = new Date(now.getTime() + seconds * 1_000);
    const key = { quota: quota.name, scope: limit.by, seconds, subject };
    const isOver = sql`${quotaUse.endsAt} <= ${now.toISOString()}::timestamptz`;
    const [counted] =
      amount > limit.max
        ? []
        : await tx
            .insert(quotaUse)
            .values({ ...key, used: amount, endsAt })
            .onConflictDoUpdate({
              target: [quotaUse.quota, quotaUse.scope, quotaUse.seconds, quotaUse.subject],
              set: {
                used: sql`case when ${isOver} then 0 else ${quotaUse.used} end + ${amount}`,
                endsAt: sql`case when ${isOver} then excluded.ends_at else ${quotaUse.endsAt} end`,
              },
              setWhere: sql`${isOver} or ${quotaUse.used} + ${amount} <= ${limit.max}`,
            })
            .returning({ used: quotaUse.used });
    if (counted) continue;
    const [row] = await tx
      .select({ endsAt: quotaUse.endsAt })
      .from(quotaUse)
      .where(
        and(...Object.entries(key).map(([name, value]) => eq(quotaUse[name as keyof typeof key], value))),
      );
    return refused(quotaReached(quota, limit, row && row.endsAt > now ? row.endsAt : now));
  }
  return done(undefined);
}

/**
 * Checks that there is room for more. Concurrent checks for the same subject wait until the transaction ends,
 * so that the count stays valid.
 * @param held  counts what exists now
 * @returns refused with `stock-full`, which states the limit and how to free capacity
 */
export async function checkStock(
  tx: Queryable,
  stock: Stock,
  subject: string,
  held: () => Promise<number>,
  adding = 1,
): Promise<Outcome<undefined>> {
  const key = `stock ${stock.name} ${stock.by} ${subject}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
  return (await held()) + adding <= stock.max ? done(undefined) : refused(stockFull(stock));
}

/** Deletes expired counters every night. */
export function quotaJobs({ connection, now }: Pick<Platform, 'connection' | 'now'>): JobHandler[] {
  return [
    handleSchedule('quota.forget-ended', '50 4 * * *', async () => {
      await connection.db.delete(quotaUse).where(lt(quotaUse.endsAt, now()));
    }),
  ];
}

/** Whether a refusal is due to a quota rather than to the input. */
export function isOverQuota(problems: readonly Problem[]): boolean {
  return problems.some(({ code }) => code === 'quota-reached' || code === 'stock-full');
}

function quotaReached({ what, unit }: Quota, { by, max, per }: Limit, resumesAt: Date): Problem {
  const amount = amountOf(max, unit);
  const { ja, en } = periods[per];
  return {
    code: 'quota-reached',
    message: {
      ja: `${what.ja}は、${scopes[by].ja}につき${ja}に${amount.ja}までです。${writeMoment(resumesAt, 'ja')}から続けられます。`,
      en: `The limit is ${amount.en}${what.en} ${en} for ${scopes[by].en}. You can go on from ${writeMoment(resumesAt, 'en')}.`,
    },
  };
}

function stockFull({ what, unit, by, max, remedy }: Stock): Problem {
  const amount = amountOf(max, unit);
  return {
    code: 'stock-full',
    message: {
      ja: `${what.ja}は、${scopes[by].ja}につき${amount.ja}までです。${remedy.ja}`,
      en: `The limit is ${amount.en}${what.en} for ${scopes[by].en}. ${remedy.en}`,
    },
  };
}

function amountOf(max: number, unit: Unit = 'items'): Label {
  if (unit === 'items') return { ja: `${max.toLocaleString('en')}件`, en: `${max.toLocaleString('en')} ` };
  const megabytes = (max / 1024 / 1024).toLocaleString('en', { maximumFractionDigits: 1 });
  return { ja: `${megabytes} MB`, en: `${megabytes} MB of ` };
}

const periods = {
  hour: { seconds: 60 * 60, ja: '1時間', en: 'an hour' },
  day: { seconds: 24 * 60 * 60, ja: '1日', en: 'a day' },
} as const;

const scopes: Record<Scope, Label> = {
  person: { ja: '1人', en: 'one person' },
  organisation: { ja: '1組織', en: 'one organisation' },
  client: { ja: '同じ接続元', en: 'one connection' },
  recipient: { ja: '同じ宛先', en: 'one mail address' },
};
