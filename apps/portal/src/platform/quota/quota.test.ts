import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase } from '../../../test/test-database.ts';
import { connectDatabase, type DatabaseConnection } from '../database/connection.ts';
import { transact, unwrap } from '../database/transact.ts';
import { done } from '../outcome/outcome.ts';
import { addressDigest, checkStock, type Quota, type QuotaSubjects, type Stock, useQuota } from './quota.ts';
import { quotaUse } from './schema.ts';

let connection: DatabaseConnection;
beforeAll(async () => {
  connection = connectDatabase(await createTestDatabase('empty'));
});
afterAll(() => connection.close());

const start = new Date('2026-11-30T01:00:00Z');
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const letters: Quota = {
  name: 'test-letters',
  what: { ja: '手紙', en: 'letters' },
  limits: [
    { by: 'person', max: 3, per: 'hour' },
    { by: 'organisation', max: 4, per: 'day' },
  ],
};
const use = (subjects: QuotaSubjects, now = start, amount?: number) =>
  transact(connection.db, (tx) => useQuota(tx, letters, subjects, now, amount));
const oks = async (asked: Promise<{ ok: boolean }[]>) => (await asked).filter(({ ok }) => ok).length;

describe('a quota', () => {
  test('refuses what goes beyond it, says the limit and when it goes on, and goes on then', async () => {
    for (let time = 0; time < 3; time += 1) expect((await use({ person: 'ann' })).ok).toBe(true);
    const refusal = await use({ person: 'ann' }, later(20));
    expect(refusal).toEqual({
      ok: false,
      problems: [
        {
          code: 'quota-reached',
          message: {
            ja: '手紙は、1人につき1時間に3件までです。2026年11月30日 11:00から続けられます。',
            en: 'The limit is 3 letters an hour for one person. You can go on from 30 November 2026, 11:00 (JST).',
          },
        },
      ],
    });
    expect((await use({ person: 'bob' }, later(20))).ok).toBe(true);
    expect((await use({ person: 'ann' }, later(60))).ok).toBe(true);
  });

  test('holds however many ask at the same time', async () => {
    const asked = Promise.all(Array.from({ length: 20 }, () => use({ person: 'crowd' })));
    expect(await oks(asked)).toBe(3);
  });

  test('is not used by what was rolled back, on any of its limits', async () => {
    const people = ['d1', 'd2', 'd3', 'd4'];
    for (const person of people) expect((await use({ person, organisation: 'org' })).ok).toBe(true);
    for (let time = 0; time < 5; time += 1)
      expect((await use({ person: 'd5', organisation: 'org' })).ok).toBe(false);
    expect((await use({ person: 'd5' }, start, 3)).ok).toBe(true);
  });

  test('is refused at once by what is larger than all of it', async () => {
    expect((await use({ person: 'eve' }, start, 4)).ok).toBe(false);
    expect((await use({ person: 'eve' }, start, 3)).ok).toBe(true);
  });

  test('keeps no address', async () => {
    const byClient: Quota = {
      ...letters,
      name: 'test-client',
      limits: [{ by: 'client', max: 1, per: 'day' }],
    };
    const client = addressDigest('a secret of the portal', '192.0.2.7');
    await useQuota(connection.db, byClient, { client }, start);
    const rows = await connection.db.select().from(quotaUse);
    expect(JSON.stringify(rows)).not.toContain('192.0.2');
    expect(client).not.toBe(addressDigest('another secret', '192.0.2.7'));
  });
});

describe('a stock', () => {
  const boxes: Stock = {
    name: 'test-boxes',
    what: { ja: '箱', en: 'boxes' },
    unit: 'bytes',
    by: 'organisation',
    max: 2 * 1024 * 1024,
    remedy: { ja: '要らない箱を片づけてください。', en: 'Clear a box away.' },
  };

  test('refuses what has no room, and says what makes room', async () => {
    const megabyte = 1024 * 1024;
    const held = async () => megabyte;
    expect((await checkStock(connection.db, boxes, 'org', held, megabyte)).ok).toBe(true);
    expect(await checkStock(connection.db, boxes, 'org', held, megabyte + 1)).toMatchObject({
      ok: false,
      problems: [
        {
          code: 'stock-full',
          message: {
            ja: '箱は、1組織につき2 MBまでです。要らない箱を片づけてください。',
            en: 'The limit is 2 MB of boxes for one organisation. Clear a box away.',
          },
        },
      ],
    });
  });

  test('holds however many ask at the same time', async () => {
    let there = 0;
    const single: Stock = { ...boxes, name: 'test-single', unit: 'items', max: 3 };
    const add = () =>
      transact(connection.db, async (tx) => {
        unwrap(await checkStock(tx, single, 'org', async () => there));
        const before = there;
        await tx.execute('select 1');
        there = before + 1;
        return done(undefined);
      });
    expect(await oks(Promise.all(Array.from({ length: 8 }, add)))).toBe(3);
  });
});
