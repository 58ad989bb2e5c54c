import pg from 'pg';
import { afterEach, expect, test } from 'vitest';
import { openDatabaseLine } from '../../../test/database-line.ts';
import { createTestDatabase } from '../../../test/test-database.ts';
import { listen } from './listener.ts';

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});

async function start(intervals = { heartbeat: 60_000, answer: 5_000 }) {
  const databaseUrl = await createTestDatabase();
  const line = await openDatabaseLine(databaseUrl);
  stops.push(() => line.close());
  const events = { connected: 0, lost: 0, notices: [] as string[] };
  const handlers = {
    onConnected: () => void events.connected++,
    onNotice: (payload: string) => void events.notices.push(payload),
    onLost: () => void events.lost++,
  };
  const listening = await listen(line.url, 'trial', handlers, intervals);
  stops.push(() => listening.stop());
  const notify = async (payload: string) => {
    const client = new pg.Client(databaseUrl);
    await client.connect();
    await client.query('select pg_notify($1, $2)', ['trial', payload]);
    await client.end();
  };
  return { line, events: events, listening, notify };
}

test('notices are heard, and again after the line was cut', async () => {
  const { line, events, listening, notify } = await start();
  await notify('before');
  await expect.poll(() => events.notices).toEqual(['before']);
  line.cut();
  await expect.poll(() => listening.connected).toBe(false);
  line.mend();
  await expect.poll(() => listening.connected).toBe(true);
  await notify('after');
  await expect.poll(() => events).toEqual({ connected: 2, lost: 1, notices: ['before', 'after'] });
});

test('a line that fell silent without being closed is noticed and made anew', async () => {
  const { line, events, listening, notify } = await start({ heartbeat: 50, answer: 2_000 });
  line.silence();
  await expect.poll(() => events.connected).toBe(2);
  expect(events.lost).toBe(1);
  expect(listening.connected).toBe(true);
  await notify('after');
  await expect.poll(() => events.notices).toEqual(['after']);
});

test('a server that cannot be reached is told at once', async () => {
  const { line } = await start();
  line.cut();
  const handlers = { onConnected() {}, onNotice() {}, onLost() {} };
  await expect(listen(line.url, 'trial', handlers)).rejects.toThrow();
});
