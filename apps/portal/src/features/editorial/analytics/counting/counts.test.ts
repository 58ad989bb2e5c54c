import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../../../../test/test-database.ts';
import { connectDatabase, type DatabaseConnection } from '../../../../platform/database/connection.ts';
import { maxCounted, trafficOver } from '../figures.ts';
import { figureCount, visitorSalt, visitorSketch } from '../schema.ts';
import { Counter } from './counter.ts';
import { saltsFor, takeIn } from './counts.ts';
import { keepLess } from './keeping.ts';
import { type Measure, Tally } from './tally.ts';

const now = new Date('2026-11-23T03:00:00Z');
const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0';

let connection: DatabaseConnection;
beforeAll(async () => {
  connection = connectDatabase(await createTestDatabase());
});
afterAll(() => connection.close());
beforeEach(async () => {
  for (const table of [figureCount, visitorSketch, visitorSalt]) await connection.db.delete(table);
});

async function write(day: string, measure: Measure, subject: string, times: number): Promise<void> {
  const tally = new Tally();
  for (let index = 0; index < times; index += 1) tally.count(day, measure, subject);
  const batch = tally.take();
  if (batch) await takeIn(connection.db, batch, now);
}

describe('nodes', () => {
  it('add up, and count a visitor of both once', async () => {
    const { db } = connection;
    const day = '2026-11-23';
    const [a, b] = [new Counter('portal.example'), new Counter('portal.example')];
    // By chance two visitors may fall into one register and be estimated as one: with this salt none do.
    await db.insert(visitorSalt).values({ day, salt: Buffer.alloc(32) });
    for (const node of [a, b]) node.setSalts(await saltsFor(db, [day]));
    const visit = (node: Counter, visitor: number) =>
      node.count(
        {
          page: '/',
          header: (name) => (name === 'user-agent' ? firefox : undefined),
          address: () => `192.0.2.${visitor}`,
        },
        day,
      );
    for (let visitor = 0; visitor < 20; visitor += 1) visit(a, visitor);
    for (let visitor = 10; visitor < 30; visitor += 1) visit(b, visitor);
    await Promise.all(
      [a, b].map(async (node) => {
        const batch = node.tally.take();
        if (batch) await takeIn(db, batch, now);
      }),
    );
    const [traffic] = (await trafficOver(db, { from: '2026-11', to: '2026-11' })).filter(
      ({ time }) => time === day,
    );
    expect(traffic).toEqual({ time: day, views: 40, visitors: 30 });
  });

  it('send a batch again without its being counted again', async () => {
    const tally = new Tally();
    tally.count('2026-11-23', 'page', '/');
    const batch = tally.take();
    if (!batch) throw new Error('nothing was counted');
    await takeIn(connection.db, batch, now);
    await takeIn(connection.db, batch, now);
    expect(await connection.db.select().from(figureCount)).toMatchObject([{ count: 1 }]);
  });

  it('share a salt for the day, which is destroyed when the day is over', async () => {
    const { db } = connection;
    const [first, second] = await Promise.all([
      saltsFor(db, ['2026-11-22', '2026-11-23']),
      saltsFor(db, ['2026-11-22', '2026-11-23']),
    ]);
    expect(first).toEqual(second);
    expect(first.get('2026-11-22')).not.toEqual(first.get('2026-11-23'));
    await saltsFor(db, ['2026-11-23']);
    expect((await db.select().from(visitorSalt)).map(({ day }) => day)).toEqual(['2026-11-23']);
  });
});

describe('searches', () => {
  it('are shown from three visitors on', async () => {
    await write('2026-11-20', 'search', '暗号', 2);
    await write('2026-11-21', 'search', '暗号', 1);
    await write('2026-11-21', 'search', '山田', 2);
    const found = await maxCounted(connection.db, 'search', { from: '2026-11', to: '2026-11' }, 10);
    expect(found).toEqual([{ subject: '暗号', count: 3 }]);
  });

  it('by fewer are forgotten when the month is over, and not before', async () => {
    await write('2026-10-31', 'search', 'ひとり', 2);
    await write('2026-10-30', 'no-result', 'みんな', 3);
    await write('2026-11-01', 'search', 'いま', 1);
    await keepLess(connection.db, now);
    const kept = await connection.db.select({ subject: figureCount.subject }).from(figureCount);
    expect(kept.map(({ subject }) => subject).sort()).toEqual(['いま', 'みんな']);
  });
});

describe('keeping less', () => {
  it('changes no sum of a month, and done again changes nothing', async () => {
    const counts = fc.array(
      fc.record({
        day: fc.integer({ min: 0, max: 400 }),
        page: fc.constantFrom('/', '/help', '/search'),
        times: fc.integer({ min: 1, max: 20 }),
      }),
      { maxLength: 15 },
    );
    const whole = { from: '2025-09', to: '2026-12' };
    await fc.assert(
      fc.asyncProperty(counts, async (some) => {
        await connection.db.delete(figureCount);
        for (const { day, page, times } of some) {
          const time = new Date(now.getTime() - day * 24 * 60 * 60 * 1_000);
          await write(time.toISOString().slice(0, 10), 'page', page, times);
        }
        const before = await trafficOver(connection.db, whole);
        const ranked = await maxCounted(connection.db, 'page', whole, 10);
        await keepLess(connection.db, now);
        const rows = await connection.db.select().from(figureCount);
        expect(await trafficOver(connection.db, whole)).toEqual(before);
        expect(await maxCounted(connection.db, 'page', whole, 10)).toEqual(ranked);
        expect(rows.filter(({ grain, day }) => grain === 'day' && day < '2026-08-01')).toEqual([]);
        await keepLess(connection.db, now);
        const byKey = (row: (typeof rows)[number]) => `${row.grain}${row.day}${row.subject}`;
        const again = await connection.db.select().from(figureCount);
        expect(again.toSorted((a, b) => byKey(a).localeCompare(byKey(b)))).toEqual(
          rows.toSorted((a, b) => byKey(a).localeCompare(byKey(b))),
        );
      }),
      { numRuns: 15 },
    );
  });

  it('makes numbers of the sketches of days that are over', async () => {
    const counter = new Counter('portal.example');
    counter.setSalts(new Map([['2026-11-20', new Uint8Array(32)]]));
    const header = (name: string) => (name === 'user-agent' ? firefox : undefined);
    for (let visitor = 0; visitor < 7; visitor += 1)
      counter.count({ page: '/', header, address: () => `192.0.2.${visitor}` }, '2026-11-20');
    const batch = counter.tally.take();
    if (!batch) throw new Error('nothing was counted');
    await takeIn(connection.db, batch, now);
    await keepLess(connection.db, now);
    expect(await connection.db.select().from(visitorSketch)).toEqual([]);
    const days = await trafficOver(connection.db, { from: '2026-11', to: '2026-11' });
    expect(days.find(({ time }) => time === '2026-11-20')?.visitors).toBe(7);
  });
});
