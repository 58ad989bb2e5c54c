import { pino } from 'pino';
import { Registry } from 'prom-client';
import { afterEach, expect, it } from 'vitest';
import { z } from 'zod';
import { interruptible } from '../../../test/interruptible-server.ts';
import { createTestDatabase } from '../../../test/test-database.ts';
import { connectDatabase, type DatabaseConnection } from '../database/connection.ts';
import { transact } from '../database/transact.ts';
import type { Metrics } from '../observability/metrics.ts';
import { defineJob, handleJob, handleSchedule, type JobHandler, type JobRun } from './job-type.ts';
import { createJobs, type Jobs } from './jobs.ts';
import { enqueue } from './outbox.ts';

const greet = defineJob({ name: 'test.greet', data: z.object({ whom: z.string() }), firstDelay: 1 });
const intervals = { due: 0.5, lost: 1, life: 10 };

interface Node {
  jobs: Jobs;
  connection: DatabaseConnection;
}

const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

function startNode(url: string, handlers: JobHandler[]): Node {
  const connection = connectDatabase(url);
  const metrics = { registry: new Registry() } as Metrics;
  const jobs = createJobs(connection, pino({ level: 'silent' }), metrics, intervals);
  jobs.start(handlers);
  undo.push(async () => {
    await jobs.stop();
    await connection.close();
  });
  return { jobs, connection };
}

/** A handler that records its runs, and lets a test wait for a number of them. */
function noting(run: (whom: string, about: JobRun) => Promise<void> = async () => {}) {
  const done: string[] = [];
  const waiting: { count: number; tell(): void }[] = [];
  return {
    done,
    handler: handleJob(greet, async ({ whom }, about) => {
      await run(whom, about);
      done.push(whom);
      for (const { count, tell } of waiting) if (done.length >= count) tell();
    }),
    reached: (count: number) =>
      new Promise<void>((tell) => {
        if (done.length >= count) tell();
        else waiting.push({ count, tell });
      }),
  };
}

it('work is done when its transaction commits, and never when it is rolled back', async () => {
  const { handler, done, reached } = noting();
  const { connection } = startNode(await createTestDatabase(), [handler]);
  await transact(connection.db, async (tx) => {
    await enqueue(tx, greet, { whom: 'rolled back' });
    throw new Error('the change failed');
  }).catch(() => {});
  await transact(connection.db, (tx) => enqueue(tx, greet, { whom: 'committed' }));
  await reached(1);
  expect(done).toEqual(['committed']);
});

it('work asked for while no node runs jobs is done by the first that does', async () => {
  const url = await createTestDatabase();
  const connection = connectDatabase(url);
  await enqueue(connection.db, greet, { whom: 'early bird' });
  await connection.close();
  const { handler, reached } = noting();
  startNode(url, [handler]);
  await reached(1);
});

it('work asked for twice under one key is done once, also after it was done', async () => {
  const { handler, done, reached } = noting();
  const { connection } = startNode(await createTestDatabase(), [handler]);
  const ask = (whom: string, key: string) => enqueue(connection.db, greet, { whom }, { key });
  await Promise.all([ask('once', 'k1'), ask('once', 'k1')]);
  await reached(1);
  await ask('once', 'k1');
  await ask('another', 'k2');
  await reached(2);
  expect(done).toEqual(['once', 'another']);
});

it('work that fails is tried again, and knows which try it is', async () => {
  const attempts: number[] = [];
  const { handler, reached } = noting(async (_, { attempt }) => {
    attempts.push(attempt);
    if (attempt < 3) throw new Error('not yet');
  });
  const { connection } = startNode(await createTestDatabase(), [handler]);
  await enqueue(connection.db, greet, { whom: 'stubborn' });
  await reached(1);
  expect(attempts).toEqual([1, 2, 3]);
});

it('work is left alone until its time has come', async () => {
  const { handler, done, reached } = noting();
  const { connection } = startNode(await createTestDatabase(), [handler]);
  await enqueue(connection.db, greet, { whom: 'tomorrow' }, { at: new Date(Date.now() + 86_400_000) });
  await enqueue(connection.db, greet, { whom: 'now' });
  await reached(1);
  expect(done).toEqual(['now']);
});

it('two nodes share the work', async () => {
  const url = await createTestDatabase();
  const both = Promise.withResolvers<void>();
  const working = new Set<string>();
  const joinIn = (name: string) => async () => {
    working.add(name);
    if (working.size === 2) both.resolve();
    await both.promise;
  };
  const [first, second] = [noting(joinIn('first')), noting(joinIn('second'))];
  const { connection } = startNode(url, [first.handler]);
  startNode(url, [second.handler]);
  const people = Array.from({ length: 20 }, (_, index) => `person ${index}`);
  for (const whom of people) await enqueue(connection.db, greet, { whom });
  await both.promise;
  await Promise.race([first.reached(20), second.reached(20), allDone([first.done, second.done], 20)]);
  expect([...first.done, ...second.done].sort()).toEqual([...people].sort());
});

it('the database goes away and comes back; work goes on', async () => {
  const server = await interruptible(await createTestDatabase());
  const { handler, reached } = noting();
  const { jobs, connection } = startNode(server.url, [handler]);
  await jobs.ready;
  await server.interrupt();
  await expect(enqueue(connection.db, greet, { whom: 'too early' })).rejects.toThrow();
  await expect.poll(() => jobs.running).toBe(false);
  await server.restore();
  await enqueue(connection.db, greet, { whom: 'back again' });
  await reached(1);
});

it('a node that cannot run jobs yet keeps trying', async () => {
  const server = await interruptible(await createTestDatabase());
  await server.interrupt();
  const { handler, reached } = noting();
  const { jobs, connection } = startNode(server.url, [handler]);
  await server.restore();
  await jobs.ready;
  await enqueue(connection.db, greet, { whom: 'late' });
  await reached(1);
});

it('stopping waits for the work under way', async () => {
  const begun = Promise.withResolvers<void>();
  const mayEnd = Promise.withResolvers<void>();
  const { handler, done } = noting(async () => {
    begun.resolve();
    await mayEnd.promise;
  });
  const { jobs, connection } = startNode(await createTestDatabase(), [handler]);
  await enqueue(connection.db, greet, { whom: 'last' });
  await begun.promise;
  const stopped = jobs.stop();
  mayEnd.resolve();
  await stopped;
  expect(done).toEqual(['last']);
});

it('schedules are those of the newest start', async () => {
  const url = await createTestDatabase();
  const before = startNode(url, [handleSchedule('test.daily', '0 7 * * *', async () => {})]);
  await before.jobs.ready;
  const after = startNode(url, [handleSchedule('test.weekly', '0 7 * * 1', async () => {})]);
  await after.jobs.ready;
  const { rows } = await after.connection.db.execute('select name, cron, timezone from jobs.schedule');
  expect(rows).toEqual([{ name: 'test.weekly', cron: '0 7 * * 1', timezone: 'Asia/Tokyo' }]);
});

/** Resolves when the lists together hold this many. */
async function allDone(lists: string[][], count: number): Promise<void> {
  await expect.poll(() => lists.flat().length).toBe(count);
}
