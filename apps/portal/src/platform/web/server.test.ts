import { once } from 'node:events';
import { connect } from 'node:net';
import { Hono } from 'hono';
import { afterEach, describe, expect, test } from 'vitest';
import type { PortalEnvironment } from './request-variables.ts';
import { type RunningServer, type ServerTimeouts, serve } from './server.ts';

const timeouts: ServerTimeouts = { headers: 300, request: 600, idle: 400, keepAlive: 500, stopping: 300 };

const running: RunningServer[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});

async function open(app: Hono<PortalEnvironment>, port = 0): Promise<RunningServer> {
  const server = await serve(app, '127.0.0.1', port, timeouts);
  running.push(server);
  return server;
}

const greeting = () => new Hono<PortalEnvironment>().get('/', (c) => c.text('hello'));

/** What a raw client receives until the server closes the connection. */
async function sendRaw(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let received = '';
  socket.setEncoding('utf8').on('data', (chunk) => {
    received += chunk;
  });
  socket.write(text);
  await once(socket, 'close');
  return received;
}

describe('a client', () => {
  test('that never finishes its headers is let go', async () => {
    const { port } = await open(greeting());
    expect(await sendRaw(port, 'GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ')).not.toContain('hello');
  });

  test('that announces a body and does not send it is let go', async () => {
    const app = new Hono<PortalEnvironment>().post('/', async (c) => c.text(await c.req.text()));
    const { port } = await open(app);
    expect(await sendRaw(port, 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nfew')).not.toContain(
      '200 OK',
    );
  });

  test('with headers beyond all measure is refused', async () => {
    const { port } = await open(greeting());
    expect(
      await sendRaw(port, `GET / HTTP/1.1\r\nHost: x\r\nX-Large: ${'x'.repeat(20_000)}\r\n\r\n`),
    ).toContain('431');
  });

  test('is answered while others are slow', async () => {
    const { port } = await open(greeting());
    const slow = Array.from({ length: 200 }, () => sendRaw(port, 'GET / HTTP/1.1\r\n'));
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('hello');
    await Promise.all(slow);
  });
});

describe('stopping', () => {
  test('lets an answer under way finish, and takes no new request', async () => {
    const asked = Promise.withResolvers<void>();
    const finish = Promise.withResolvers<void>();
    const app = new Hono<PortalEnvironment>().get('/', async (c) => {
      asked.resolve();
      await finish.promise;
      return c.text('done');
    });
    const server = await open(app);
    const answer = fetch(`http://127.0.0.1:${server.port}/`);
    await asked.promise;
    const stopped = server.stop();
    await expect(fetch(`http://127.0.0.1:${server.port}/`)).rejects.toThrow();
    finish.resolve();
    expect(await (await answer).text()).toBe('done');
    await stopped;
  });

  test('does not wait for ever for one that never ends', async () => {
    const asked = Promise.withResolvers<void>();
    const app = new Hono<PortalEnvironment>().get('/', () => {
      asked.resolve();
      return new Promise<Response>(() => {});
    });
    const server = await open(app);
    const answer = fetch(`http://127.0.0.1:${server.port}/`).catch(() => 'cut');
    await asked.promise;
    await server.stop();
    expect(await answer).toBe('cut');
  });
});

test('a port in use is told in one line with what to do', async () => {
  const { port } = await open(greeting());
  await expect(open(greeting(), port)).rejects.toMatchObject({
    code: 'port-in-use',
    text: { en: expect.stringContaining(`PORT=${port + 1}`) },
  });
});
