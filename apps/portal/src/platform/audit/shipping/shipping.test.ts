import { execFileSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { appendFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer as createTlsServer } from 'node:tls';
import { pathToFileURL } from 'node:url';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePort } from '../../../../test/free-port.ts';
import { createTestDatabase } from '../../../../test/test-database.ts';
import { connectDatabase, type DatabaseConnection } from '../../database/connection.ts';
import { recordAudits } from '../audit.ts';
import { ChainWalk } from '../chain.ts';
import { type AuditRecord, auditRecord } from '../record.ts';
import { type AuditShipper, createAuditShipper } from './shipper.ts';
import { readAuditTarget } from './target.ts';

let connection: DatabaseConnection;
let folder: string;
const undo: (() => unknown)[] = [];

beforeEach(async () => {
  connection = connectDatabase(await createTestDatabase());
  folder = await mkdtemp(join(tmpdir(), 'kakehashi-shipping-'));
});
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
  await connection.close();
  await rm(folder, { recursive: true });
});

const act = (id: string) => ({
  actor: { id: 'somebody', network: null },
  action: 'user.suspend',
  object: { kind: 'user', id },
  detail: { 理由: 'あ' },
  at: new Date('2026-11-23T00:00:00.123Z'),
});
const write = (...ids: string[]) => recordAudits(connection.db, ids.map(act));
const intervals = { look: 100, firstRetry: 10, longestRetry: 50 };

function ship(setting: string, of = connection): AuditShipper & { registry: Registry } {
  const target = readAuditTarget(setting);
  if (!target) throw new Error(`${setting} is no target`);
  const registry = new Registry();
  const shipper = createAuditShipper({
    connection: of,
    log: pino({ level: 'silent' }),
    metrics: { registry },
    target,
    host: 'portal.example.jp',
    now: () => new Date(),
    intervals: intervals,
  });
  shipper.start();
  undo.push(() => shipper.stop());
  return { ...shipper, registry };
}

interface Receiver {
  /** Everything received, over all connections. */
  text(): string;
}

async function receiving(server: Server, port = 0): Promise<Receiver & { port: number }> {
  let received = '';
  server.on('error', () => {});
  const take = (socket: NodeJS.ReadableStream) =>
    socket.setEncoding('utf8').on('data', (text) => {
      received += text;
    });
  server.on(server.listenerCount('secureConnection') > 0 ? 'secureConnection' : 'connection', take);
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  undo.push(() => server.close());
  return { text: () => received, port: (server.address() as AddressInfo).port };
}

/** Messages from RFC 6587 frames. */
function framed(text: string): string[] {
  const messages: string[] = [];
  for (let rest = Buffer.from(text); rest.length > 0; ) {
    const length = /^(\d+) /.exec(rest.toString('latin1', 0, 12));
    if (!length) throw new Error(`no frame: ${rest}`);
    const from = length[0].length;
    messages.push(rest.toString('utf8', from, from + Number(length[1])));
    rest = rest.subarray(from + Number(length[1]));
  }
  return messages;
}

const recordIn = (message: string): AuditRecord =>
  auditRecord.parse(JSON.parse(message.slice(message.indexOf('{'))));
const idsIn = (messages: string[]) => messages.map((message) => recordIn(message).objectId);

describe('a file', () => {
  const lines = async () =>
    (await readFile(join(folder, 'log', 'audit.jsonl'), 'utf8')).split('\n').slice(0, -1);
  const setting = () => pathToFileURL(join(folder, 'log', 'audit.jsonl')).href;

  it('gets what was written before, and what is written from then on', async () => {
    await write('1', '2');
    const { registry } = ship(setting());
    await expect.poll(lines).toHaveLength(2);
    await write('3');
    await expect.poll(async () => idsIn(await lines())).toEqual(['1', '2', '3']);
    const walk = new ChainWalk();
    expect((await lines()).map((line) => walk.take(recordIn(line)))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect((await stat(join(folder, 'log', 'audit.jsonl'))).mode & 0o777).toBe(0o600);
    await expect.poll(() => registry.metrics()).toContain('kakehashi_audit_unshipped 0');
  });

  it('is gone on with after a stop where it ended, also behind a line that was broken off', async () => {
    const first = ship(setting());
    await write('1');
    await expect.poll(lines).toHaveLength(1);
    await first.stop();
    await appendFile(join(folder, 'log', 'audit.jsonl'), '{"position":2,"id"');
    await write('2', '3');
    ship(setting());
    await expect.poll(async () => (await lines()).length).toBe(4);
    expect(idsIn((await lines()).toSpliced(1, 1))).toEqual(['1', '2', '3']);
  });

  it('is written by one node at a time, and by another when that stops', async () => {
    const other = connectDatabase(connection.url);
    undo.push(() => other.close());
    const nodes = [ship(setting()), ship(setting(), other)];
    for (let at = 1; at <= 20; at += 1) await write(String(at));
    await expect.poll(async () => (await lines()).length).toBe(20);
    await nodes[0]?.stop();
    await write('21');
    await expect.poll(async () => (await lines()).length).toBe(21);
    expect(idsIn(await lines())).toEqual(Array.from({ length: 21 }, (_, at) => String(at + 1)));
  });
});

describe('syslog', () => {
  it('comes as RFC 5424 in frames over TCP', async () => {
    const receiver = await receiving(createServer());
    await write('1', '2');
    ship(`syslog+tcp://127.0.0.1:${receiver.port}`);
    await expect.poll(() => framed(receiver.text()).length).toBe(2);
    const [message = ''] = framed(receiver.text());
    expect(message).toMatch(
      /^<109>1 2026-11-23T00:00:00\.123Z portal\.example\.jp kakehashi - user\.suspend - \{"position":1,/,
    );
    expect(idsIn(framed(receiver.text()))).toEqual(['1', '2']);
  });

  it('waits while the receiver is away, and loses nothing', async () => {
    const port = await freePort();
    await write('1');
    ship(`syslog+tcp://127.0.0.1:${port}`);
    await write('2');
    const receiver = await receiving(createServer(), port);
    await expect.poll(() => [...new Set(idsIn(framed(receiver.text())))]).toEqual(['1', '2']);
  });

  it('is sent again where the receiver broke off before it had read', async () => {
    let breaking = 2;
    const server = createServer((socket) => {
      if (breaking-- > 0) socket.resetAndDestroy();
    });
    const receiver = await receiving(server);
    await write('1');
    ship(`syslog+tcp://127.0.0.1:${receiver.port}`);
    await expect.poll(() => idsIn(framed(receiver.text()))).toContain('1');
  });

  it('comes as datagrams over UDP', async () => {
    const socket = createSocket('udp4');
    const received: string[] = [];
    socket.on('message', (message) => received.push(message.toString()));
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    undo.push(() => socket.close());
    ship(`syslog+udp://127.0.0.1:${socket.address().port}`);
    await write('1');
    await expect.poll(() => idsIn(received)).toEqual(['1']);
  });

  it('comes over TLS, and goes to nobody whose certificate is not trusted', {
    skip: !hasOpenssl(),
  }, async () => {
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1'];
    const made = [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      ...subject,
    ];
    execFileSync('openssl', [...made, '-keyout', key, '-out', cert], { stdio: 'ignore' });
    const server = createTlsServer({ key: await readFile(key), cert: await readFile(cert) }, () => {});
    const refused = once(server, 'tlsClientError');
    const receiver = await receiving(server);
    await write('1');
    const withoutCertificate = ship(`syslog+tls://127.0.0.1:${receiver.port}`);
    await refused;
    await withoutCertificate.stop();
    expect(receiver.text()).toBe('');
    ship(`syslog+tls://127.0.0.1:${receiver.port}?ca=${encodeURIComponent(cert)}`);
    await expect.poll(() => idsIn(framed(receiver.text()))).toEqual(['1']);
  });
});

function hasOpenssl(): boolean {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

it.each([
  ['file:///var/log/audit.jsonl', { kind: 'file', path: '/var/log/audit.jsonl' }],
  ['syslog+tls://logs.example.jp', { transport: 'tls', host: 'logs.example.jp', port: 6514 }],
  ['syslog+udp://[2001:db8::1]:1514', { transport: 'udp', host: '2001:db8::1', port: 1514 }],
  ['syslog+tcp://10.0.0.1', { transport: 'tcp', port: 601, name: 'syslog+tcp://10.0.0.1:601' }],
])('%s is a target', (setting, target) => {
  expect(readAuditTarget(setting)).toMatchObject(target);
});

it.each([
  '/var/log/audit',
  'file:///var/log/',
  'http://logs.example.jp',
  'syslog://a',
  'syslog+tcp://u:p@a',
  '',
])('%s is none', (setting) => {
  expect(readAuditTarget(setting)).toBeUndefined();
});
