import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { simpleParser } from 'mailparser';
import pg from 'pg';
import { pino } from 'pino';
import { afterEach, expect, it } from 'vitest';
import { type MailServer, startMailServer } from '../../../test/mail-server.ts';
import { createTestDatabase, ownerOf } from '../../../test/test-database.ts';
import { connectDatabase, type DatabaseConnection } from '../database/connection.ts';
import { transact } from '../database/transact.ts';
import { createJobs } from '../jobs/jobs.ts';
import { jobOutbox } from '../jobs/schema.ts';
import { createMetrics } from '../observability/metrics.ts';
import { createMail, type Mail, type OutgoingMail } from './mail.ts';
import { mailMessage } from './schema.ts';
import { defineMail } from './template.ts';

const invitation = defineMail(
  'test.invitation',
  { ja: '招待', en: 'Invitation' },
  {
    ja: ({ name }: { name: string }) => ({
      subject: `${name}さんへの招待`,
      body: [`${name}さん、ようこそ。`],
    }),
    en: ({ name }) => ({ subject: `An invitation for ${name}`, body: [`Welcome, ${name}.`] }),
  },
);

const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

interface MailNode {
  mail: Mail;
  connection: DatabaseConnection;
}

interface NodeOptions {
  databaseUrl?: string;
  smtpUrl?: string | undefined;
  dataDir?: string;
  now?: () => Date;
  working?: boolean;
}

async function startNode(options: NodeOptions): Promise<MailNode> {
  const { smtpUrl, dataDir = tmpdir(), now = () => new Date(), working = true } = options;
  const connection = connectDatabase(options.databaseUrl ?? (await createTestDatabase()));
  const metrics = createMetrics({ records: () => 0, databaseUp: () => true, sequence: () => 0 });
  const jobs = createJobs(connection, pino({ level: 'silent' }), metrics, { due: 0.5, lost: 1, life: 10 });
  const config = {
    smtpUrl,
    mailFrom: '架け橋 <no-reply@portal.example>',
    baseUrl: 'https://portal.example',
    dataDir,
  };
  const mail = createMail({ config, db: connection.db, jobs, now });
  if (working) jobs.start(mail.handlers);
  undo.push(async () => {
    await jobs.stop();
    await mail.stop();
    await connection.close();
  });
  return { mail, connection };
}

async function mailServer(): Promise<MailServer> {
  const server = await startMailServer();
  undo.push(() => server.stop());
  return server;
}

const toHanako: OutgoingMail<{ name: string }> = {
  to: 'hanako@example.jp',
  template: invitation,
  data: { name: '花子' },
  language: 'ja',
  key: 'invitation/1',
};

async function onlyMessage({ mail }: MailNode) {
  const [message] = await mail.list(1);
  if (!message) throw new Error('no mail was asked for');
  return message;
}

const finished = (node: MailNode, state: 'sent' | 'failed') =>
  expect.poll(async () => (await onlyMessage(node)).state).toBe(state);

it('a mail arrives at an SMTP server with both texts in the language asked for', async () => {
  const server = await mailServer();
  const node = await startNode({ smtpUrl: server.url });
  await node.mail.send(node.connection.db, toHanako);
  await server.reached(1);
  const [arrived] = server.received;
  expect(arrived?.subject).toBe('花子さんへの招待');
  expect(arrived?.from?.value).toEqual([{ name: '架け橋', address: 'no-reply@portal.example' }]);
  expect(arrived?.text).toContain('花子さん、ようこそ。');
  expect(arrived?.html).toContain('<p>花子さん、ようこそ。</p>');
  expect(arrived?.headers.get('auto-submitted')).toBe('auto-generated');
  expect(arrived?.messageId).toBe(`<${(await onlyMessage(node)).id}@portal.example>`);
});

it('what a mail says is not kept once the server has it', async () => {
  const server = await mailServer();
  const node = await startNode({ smtpUrl: server.url });
  await node.mail.send(node.connection.db, toHanako);
  await finished(node, 'sent');
  expect(await onlyMessage(node)).toMatchObject({ text: null, html: null, attempts: 1, doubtful: false });
});

it('a mail asked for in a transaction that is rolled back is not sent, and one asked for twice is sent once', async () => {
  const server = await mailServer();
  const { mail, connection } = await startNode({ smtpUrl: server.url });
  await transact(connection.db, async (tx) => {
    await mail.send(tx, { ...toHanako, key: 'never', language: 'en' });
    throw new Error('the change failed');
  }).catch(() => {});
  await mail.send(connection.db, toHanako);
  await mail.send(connection.db, toHanako);
  await mail.send(connection.db, { ...toHanako, key: 'the last' });
  await server.reached(2);
  expect(server.received.map(({ subject }) => subject)).toEqual(['花子さんへの招待', '花子さんへの招待']);
  expect(await mail.list(10)).toHaveLength(2);
});

it('a list mail can be left with one click', async () => {
  const server = await mailServer();
  const { mail, connection } = await startNode({ smtpUrl: server.url });
  await mail.send(connection.db, { ...toHanako, unsubscribeUrl: 'https://portal.example/alerts/leave?t=1' });
  await server.reached(1);
  const list = server.received[0]?.headers.get('list');
  expect(list).toMatchObject({ unsubscribe: { url: 'https://portal.example/alerts/leave?t=1' } });
  expect(server.received[0]?.headers.get('list')).toHaveProperty('unsubscribe-post');
});

it('an address cannot bring headers or further receivers with it', async () => {
  const { mail, connection } = await startNode({ working: false });
  for (const to of ['a@example.jp\r\nBcc: b@example.jp', 'a@example.jp, b@example.jp', '<a@example.jp>', 'a'])
    await expect(mail.send(connection.db, { ...toHanako, to, key: to })).rejects.toThrow();
  expect(await mail.list(10)).toEqual([]);
});

it('a server that is busy gets the mail later', async () => {
  const server = await mailServer();
  const node = await startNode({ smtpUrl: server.url });
  let asked = 0;
  server.answer = async () => {
    asked += 1;
    return asked === 1 ? 451 : undefined;
  };
  await node.mail.send(node.connection.db, toHanako);
  await expect.poll(async () => (await onlyMessage(node)).lastError).toContain('451');
  await expect
    .poll(async () => {
      // The delay before the next attempt is half a minute; the test does not wait for it.
      await node.connection.db.execute(`update jobs.job set start_after = now() where state = 'retry'`);
      return (await onlyMessage(node)).state;
    })
    .toBe('sent');
  expect(server.received).toHaveLength(1);
});

it('an address that does not exist is given up at once', async () => {
  const server = await mailServer();
  server.unknown.add(toHanako.to);
  const node = await startNode({ smtpUrl: server.url });
  await node.mail.send(node.connection.db, toHanako);
  await finished(node, 'failed');
  const message = await onlyMessage(node);
  expect(message).toMatchObject({ attempts: 1, text: null });
  expect(message.lastError).toContain('550');
  expect(message.lastError).not.toContain(toHanako.to);
});

it('a worker killed after the server took the mail: it is sent again under the same Message-ID, and marked', async () => {
  const server = await mailServer();
  const databaseUrl = await createTestDatabase();
  const program = fileURLToPath(new URL('../../../test/mail-worker-process.ts', import.meta.url));
  const worker = spawn(process.execPath, [program, databaseUrl, server.url], { stdio: 'ignore' });
  const killed = new Promise((resolve) => worker.once('exit', resolve));
  server.answer = async () => {
    worker.kill('SIGKILL');
    await killed;
    return undefined;
  };
  const asking = await startNode({ databaseUrl, working: false });
  await asking.mail.send(asking.connection.db, toHanako);
  await server.reached(1);
  expect(await onlyMessage(asking)).toMatchObject({ state: 'sending', attempts: 1 });

  server.answer = async () => undefined;
  const later = () => new Date(Date.now() + 2 * 60_000);
  const node = await startNode({ databaseUrl, smtpUrl: server.url, now: later });
  await expect
    .poll(
      async () => {
        await node.connection.db.execute(`update jobs.job set start_after = now() where state = 'retry'`);
        return (await onlyMessage(node)).state;
      },
      { interval: 250 },
    )
    .toBe('sent');
  expect(await onlyMessage(node)).toMatchObject({ attempts: 2, doubtful: true });
  const [first, second, ...more] = server.received.map(({ messageId }) => messageId);
  expect(second).toBe(first);
  expect(more).toEqual([]);
}, 60_000);

it('a worker killed in its last try: the mail is shown as uncertain once no other follows, and never sent again', async () => {
  const server = await mailServer();
  let now = new Date('2026-11-23T00:00:00Z');
  const node = await startNode({ smtpUrl: server.url, working: false, now: () => now });
  await node.mail.send(node.connection.db, toHanako);
  const { id } = await onlyMessage(node);
  // The state left by a killed worker: leased, without a result.
  const leasedUntil = new Date(now.getTime() + 90_000);
  await node.connection.db.update(mailMessage).set({ state: 'sending', attempts: 21, leasedUntil });
  const closing = node.mail.handlers.find(({ type }) => type.name === 'mail.close-broken-off');
  const deliver = node.mail.handlers.find(({ type }) => type.name === 'mail.deliver');
  const run = { id, attempt: 1, last: true, signal: new AbortController().signal };
  now = new Date('2026-11-23T02:00:00Z');
  await closing?.run(null, run);
  expect(await onlyMessage(node)).toMatchObject({ state: 'sending' });
  now = new Date('2026-11-23T03:30:00Z');
  await closing?.run(null, run);
  expect(await onlyMessage(node)).toMatchObject({ state: 'uncertain', doubtful: true, text: null });
  await deliver?.run({ id }, run);
  await node.mail.send(node.connection.db, toHanako);
  expect(server.received).toEqual([]);
  expect(await onlyMessage(node)).toMatchObject({ state: 'uncertain', attempts: 21 });
});

it('a mail whose last try died before it was taken up is tried anew after a day, and sent once', async () => {
  const server = await mailServer();
  const databaseUrl = await createTestDatabase();
  const asking = await startNode({ databaseUrl, smtpUrl: server.url, working: false });
  await asking.mail.send(asking.connection.db, toHanako);
  // The state left by a dead worker: the queue has no job for it.
  await asking.connection.db.delete(jobOutbox);
  let now = new Date(Date.now() + 23 * 3_600_000);
  const node = await startNode({ databaseUrl, smtpUrl: server.url, now: () => now });
  const sweep = node.mail.handlers.find(({ type }) => type.name === 'mail.close-broken-off');
  const run = { id: 'x', attempt: 1, last: true, signal: new AbortController().signal };
  await sweep?.run(null, run);
  expect(await node.connection.db.select().from(jobOutbox)).toEqual([]);
  expect(await onlyMessage(node)).toMatchObject({ state: 'queued', attempts: 0 });
  now = new Date(Date.now() + 25 * 3_600_000);
  await sweep?.run(null, run);
  await sweep?.run(null, run);
  await expect.poll(async () => (await onlyMessage(node)).state).toBe('sent');
  expect(server.received).toHaveLength(1);
}, 60_000);

it('two workers that are given the same mail send it once', async () => {
  const server = await mailServer();
  const node = await startNode({ smtpUrl: server.url, working: false });
  await node.mail.send(node.connection.db, toHanako);
  const [deliver] = node.mail.handlers;
  const { id } = await onlyMessage(node);
  const run = { id, attempt: 1, last: false, signal: new AbortController().signal };
  // The server accepts the first mail only after the second attempt was refused.
  const { promise: taken, resolve: take } = Promise.withResolvers<undefined>();
  server.answer = () => taken;
  const tries = [deliver?.run({ id }, run), deliver?.run({ id }, run)];
  await expect(Promise.race(tries)).rejects.toThrow('another worker');
  take(undefined);
  const ends = await Promise.allSettled(tries);
  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await deliver?.run({ id }, run);
  expect(server.received).toHaveLength(1);
});

it('without an SMTP server, mail is written to files that only this user reads', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'kakehashi-mail-'));
  undo.push(() => rm(dataDir, { recursive: true }));
  const node = await startNode({ dataDir });
  await node.mail.send(node.connection.db, toHanako);
  await finished(node, 'sent');
  const { id, text } = await onlyMessage(node);
  expect(await readdir(join(dataDir, 'mail'))).toEqual([`${id}.eml`]);
  const file = join(dataDir, 'mail', `${id}.eml`);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await simpleParser(await readFile(file))).subject).toBe('花子さんへの招待');
  expect(text).toContain('花子さん、ようこそ。');
});

it('a forgotten address is gone from what was sent, and nothing waiting goes to it', async () => {
  const server = await mailServer();
  const node = await startNode({ smtpUrl: server.url, working: false });
  await node.mail.send(node.connection.db, toHanako);
  await node.mail.forget(node.connection.db, toHanako.to, 'other.');
  expect(await onlyMessage(node)).toMatchObject({ toAddress: toHanako.to });
  await node.mail.forget(node.connection.db, toHanako.to, 'test.');
  const [deliver] = node.mail.handlers;
  const { id } = await onlyMessage(node);
  await deliver?.run({ id }, { id, attempt: 1, last: false, signal: new AbortController().signal });
  expect(server.received).toEqual([]);
  expect(await onlyMessage(node)).toMatchObject({ toAddress: null, text: null, state: 'failed' });
});

it('after a season it is forgotten that a mail was sent', async () => {
  const node = await startNode({ working: false, now: () => new Date('2026-11-30T00:00:00Z') });
  await node.mail.send(node.connection.db, toHanako);
  await node.mail.send(node.connection.db, { ...toHanako, key: 'still waiting' });
  await node.connection.db.update(mailMessage).set({ createdAt: new Date('2026-08-01T00:00:00Z') });
  const { id } = await onlyMessage(node);
  const [deliver, deleteOld] = node.mail.handlers;
  const run = { id, attempt: 1, last: true, signal: new AbortController().signal };
  await deliver?.run({ id }, run);
  await deleteOld?.run(null, run);
  expect((await node.mail.list(10)).map(({ state }) => state)).toEqual(['queued']);
});

it('a mail that was given away and could not be noted as sent is marked doubtful when it is sent again', async () => {
  const server = await mailServer();
  let now = new Date('2026-12-01T00:00:00Z');
  const node = await startNode({ smtpUrl: server.url, working: false, now: () => now });
  const { db } = node.connection;
  await node.mail.send(db, toHanako);
  const { id } = await onlyMessage(node);
  const [deliver] = node.mail.handlers;
  const attempt = (number: number) => ({
    id,
    attempt: number,
    last: false,
    signal: AbortSignal.timeout(10_000),
  });
  const owner = new pg.Client(ownerOf(node.connection.url));
  await owner.connect();
  await owner.query(`
    create function refuse() returns trigger language plpgsql as $$ begin raise 'the disk is full'; end $$;
    create trigger refuse before update on mail_message for each row when (new.state = 'sent') execute function refuse();
  `);
  await expect(deliver?.run({ id }, attempt(1))).rejects.toThrow();
  expect(await onlyMessage(node)).toMatchObject({ state: 'sending', lastError: null });
  await owner.query('drop trigger refuse on mail_message');
  await owner.end();
  now = new Date('2026-12-01T00:05:00Z');
  await deliver?.run({ id }, attempt(2));
  expect(await onlyMessage(node)).toMatchObject({ state: 'sent', doubtful: true });
  await server.reached(2);
});
