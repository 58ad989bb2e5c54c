import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { BrowserSession } from '../../../../test/browser-session.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { systemActor } from '../../../platform/publishing/model.ts';
import { webhookDelivery, webhookEndpoint } from './schema.ts';
import { Webhooks } from './service.ts';

interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

/** A receiver on another host. */
const receiver = {
  origin: '',
  received: [] as Received[],
  answer: () => 204,
};
const server = createServer(async (request, response) => {
  receiver.received.push({ headers: request.headers, body: await text(request) });
  response.writeHead(receiver.answer()).end();
});

let portal: TestPortal;
let admin: BrowserSession;
let entry: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  receiver.origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  portal = await openTestPortal({ trustedOrigins: [receiver.origin] });
  admin = new BrowserSession(portal);
  await admin.signIn('admin@example.jp');
  entry = portal.platform.model.ofKind('initiative')[0]?.id ?? '';
});
afterAll(async () => {
  await portal.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
afterEach(async () => {
  receiver.received = [];
  receiver.answer = () => 204;
  await portal.platform.connection.db.delete(webhookEndpoint);
});

async function register(): Promise<{ id: string; secret: string }> {
  const form = { name: '受け取る側', url: `${receiver.origin}/hook` };
  const page = await (await admin.post('/admin/webhooks/new', form)).text();
  const [, secret = ''] = /one-time-secret">([^<]+)</.exec(page) ?? [];
  const [, id = ''] = /\/admin\/webhooks\/([\w-]{36})/.exec(page) ?? [];
  return { id, secret };
}

/** Verifies the signature as a receiver does. */
function signedWith(secret: string, { headers, body }: Received): boolean {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const content = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const expected = `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
  return String(headers['webhook-signature']).split(' ').includes(expected);
}

async function receivedOne(): Promise<Received> {
  await expect.poll(() => receiver.received.length).toBe(1);
  return receiver.received[0] as Received;
}

const deliveries = () => portal.platform.connection.db.select().from(webhookDelivery);

async function republish(): Promise<void> {
  const outcome = await portal.platform.publishing.publishOwn(entry, 'news', new Date());
  expect(outcome.ok).toBe(true);
}

it('what is published is told, signed with the secret that was shown once', async () => {
  const { secret, id } = await register();
  expect(secret).toMatch(/^whsec_.{44}$/);
  await republish();
  const message = await receivedOne();
  expect(signedWith(secret, message)).toBe(true);
  expect(signedWith('whsec_AAAA', message)).toBe(false);
  expect(Math.abs(Date.now() / 1000 - Number(message.headers['webhook-timestamp']))).toBeLessThan(60);
  expect(JSON.parse(message.body)).toMatchObject({
    type: 'entry.published',
    data: {
      id: entry,
      kind: 'initiative',
      first: false,
      page: expect.stringContaining(`/initiatives/${entry}`),
    },
  });
  expect(await (await admin.get(`/admin/webhooks/${id}`)).text()).not.toContain(secret);
  expect((await admin.get('/admin/webhooks')).headers.get('cache-control')).toBe('private, no-store');
});

it('what is withdrawn is told; a renewal is not', async () => {
  const { secret } = await register();
  const { publishing } = portal.platform;
  await publishing.act(entry, 'confirm', systemActor, 'still right', new Date());
  await publishing.act(entry, 'withdraw', systemActor, 'ended', new Date());
  const message = await receivedOne();
  expect(signedWith(secret, message)).toBe(true);
  expect(JSON.parse(message.body)).toMatchObject({ type: 'entry.withdrawn', data: { id: entry } });
  await republish();
});

it('a change that is rolled back tells nobody', async () => {
  await register();
  const { publishing } = portal.platform;
  let refusing = true;
  publishing.observe(async () => {
    if (refusing) throw new Error('this change fails');
  });
  await expect(publishing.publishOwn(entry, 'news', new Date())).rejects.toThrow('this change fails');
  refusing = false;
  expect(await deliveries()).toEqual([]);
  await republish();
  await receivedOne();
});

it('of a kind that only a newer node knows nobody is told', async () => {
  await register();
  const { connection, jobs, outbound, kinds } = portal.platform;
  const webhooks = new Webhooks({ db: connection.db, jobs, outbound, kinds, baseUrl: 'https://example.jp' });
  const change = { event: 'published', id: 'x', kind: 'poem', revision: 1, first: true, data: {} } as const;
  await webhooks.enqueue(connection.db, change, new Date());
  expect(await deliveries()).toEqual([]);
});

it('while the secret changes, the former and the new one both sign', async () => {
  const { id, secret: former } = await register();
  const page = await (await admin.post(`/admin/webhooks/${id}/secret`)).text();
  const [, secret = ''] = /one-time-secret">([^<]+)</.exec(page) ?? [];
  expect(secret).not.toBe(former);
  await admin.post(`/admin/webhooks/${id}/test`);
  const message = await receivedOne();
  expect([signedWith(former, message), signedWith(secret, message)]).toEqual([true, true]);
});

it('a receiver in trouble gets the same message again, and is not told a second time once it has it', async () => {
  await register();
  let asked = 0;
  receiver.answer = () => {
    asked += 1;
    return asked === 1 ? 503 : 204;
  };
  await republish();
  await expect.poll(async () => (await deliveries())[0]?.lastStatus).toBe(503);
  await expect
    .poll(async () => {
      await portal.platform.connection.db.execute(
        `update jobs.job set start_after = now() where state = 'retry'`,
      );
      return (await deliveries())[0]?.state;
    })
    .toBe('delivered');
  const [first, second] = receiver.received;
  expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
  expect(second?.body).toBe(first?.body);
  expect((await deliveries())[0]).toMatchObject({ attempts: 2, lastStatus: 204 });
}, 45_000);

it('a receiver that says it is gone is sent nothing more until somebody resumes it', async () => {
  const { id } = await register();
  receiver.answer = () => 410;
  await republish();
  await expect.poll(async () => (await deliveries())[0]?.state).toBe('failed');
  expect(await (await admin.get(`/en/admin/webhooks/${id}`)).text()).toContain('sending was stopped');
  await republish();
  expect(await deliveries()).toHaveLength(1);
  receiver.answer = () => 204;
  await admin.post(`/admin/webhooks/${id}/resume`);
  await republish();
  await expect.poll(() => receiver.received.length).toBe(2);
});

it('a paused endpoint is told nothing, and a removed one is forgotten', async () => {
  const { id } = await register();
  await admin.post(`/admin/webhooks/${id}/pause`);
  await republish();
  expect(await deliveries()).toEqual([]);
  await admin.post(`/admin/webhooks/${id}/remove`);
  expect((await admin.get(`/admin/webhooks/${id}`)).status).toBe(404);
});

it.each([
  'http://169.254.169.254/latest',
  'http://localhost:5432/',
  'http://[::ffff:10.0.0.1]/',
  'ftp://example.jp/',
])('%s cannot be registered', async (url) => {
  const answer = await admin.post('/admin/webhooks/new', { name: 'inside', url });
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain('href="#url"');
});

it('only administrators come near', async () => {
  const editor = new BrowserSession(portal);
  await editor.signIn('editor@example.jp');
  const { id } = await register();
  for (const path of ['/admin/webhooks', '/admin/webhooks/new', `/admin/webhooks/${id}`])
    expect((await editor.get(path)).status).toBe(403);
  expect((await editor.post(`/admin/webhooks/${id}/remove`)).status).toBe(403);
  expect((await new BrowserSession(portal).get('/admin/webhooks')).status).toBe(303);
  const rows = await portal.platform.connection.db
    .select()
    .from(webhookEndpoint)
    .where(eq(webhookEndpoint.id, id));
  expect(rows).toHaveLength(1);
});
