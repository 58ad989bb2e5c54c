import { afterAll, expect, test, vi } from 'vitest';
import { openDatabaseLine } from '../../../test/database-line.ts';
import { createTestDatabase } from '../../../test/test-database.ts';
import { openTestPortal, type TestPortal } from '../../../test/test-portal.ts';
import { transact } from '../database/transact.ts';
import { systemActor } from '../publishing/model.ts';

const stops: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const stop of stops.toReversed()) await stop();
});

const bilingual = (ja: string) => ({ ja, en: ja });
const page = (title: string) => ({ title: bilingual(title), body: bilingual(title) });
const now = new Date('2026-11-23T03:00:00Z');

async function open(options: Parameters<typeof openTestPortal>[0]): Promise<TestPortal> {
  const portal = await openTestPortal(options);
  stops.push(() => portal.stop());
  return portal;
}

test('two nodes on one database show a change within two seconds', async () => {
  const first = await open({ content: false });
  const second = await open({ content: false, databaseUrl: first.databaseUrl });
  await first.platform.publishing.publishDirectly(
    { id: 'about', kind: 'page', data: page('新しい案内'), reason: '' },
    now,
  );
  const start = performance.now();
  await vi.waitFor(async () => expect(await (await second.get('/about')).text()).toContain('新しい案内'), {
    timeout: 2_000,
    interval: 20,
  });
  console.log(`a change reached the other node after ${Math.round(performance.now() - start)} ms`);
  await first.platform.publishing.act('about', 'withdraw', systemActor, '', now);
  await vi.waitFor(async () => expect((await second.get('/about')).status).toBe(404), {
    timeout: 2_000,
    interval: 20,
  });
});

test('without the database pages go on from memory, readiness says so, and the node catches up by itself', {
  timeout: 60_000,
}, async () => {
  const databaseUrl = await createTestDatabase();
  const line = await openDatabaseLine(databaseUrl);
  stops.push(() => line.close());
  const portal = await open({ content: false, databaseUrl: line.url });
  const other = await open({ content: false, databaseUrl });
  const { publishing } = other.platform;
  await publishing.publishDirectly({ id: 'about', kind: 'page', data: page('前の文'), reason: '' }, now);
  await expect.poll(async () => (await portal.get('/about')).status).toBe(200);
  expect((await portal.get('/readyz')).status).toBe(200);

  line.cut();
  await expect.poll(async () => (await portal.get('/readyz')).status).toBe(503);
  expect(await (await portal.get('/about')).text()).toContain('前の文');
  expect((await portal.get('/search?q=x')).status).toBe(200);
  expect((await portal.get('/healthz')).status).toBe(200);

  await publishing.revise('about', { data: page('後の文'), reason: '', basedOn: 1 }, systemActor, now);
  await publishing.publishOwn('about', '', now);
  line.mend();
  await expect.poll(async () => (await portal.get('/about')).text()).toContain('後の文');
  await expect.poll(async () => (await portal.get('/readyz')).status).toBe(200);
});

test('a kind that only a newer node knows is passed over, and what is published beside it is shown', async () => {
  const portal = await open({ content: false });
  const { publishing, connection } = portal.platform;
  const entry = (id: string) => ({ id, kind: 'page', data: page(id), reason: '' });
  await publishing.publishDirectly(entry('about'), now);
  await expect.poll(async () => (await portal.get('/about')).status).toBe(200);
  await transact(connection.db, async (tx) => {
    await publishing.within(tx).publishOwn('about', '', now);
    await tx.execute("update published_record set kind = 'poem' where publication_id = 'about'");
    await publishing.within(tx).publishDirectly(entry('terms'), now);
  });
  await expect.poll(async () => (await portal.get('/terms')).status).toBe(200);
  expect((await portal.get('/about')).status).toBe(404);
  expect((await portal.get('/api/v1/entries/about')).status).toBe(404);
});
