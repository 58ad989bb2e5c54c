import { once } from 'node:events';
import { connect } from 'node:net';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedInUser } from '../identity/user.ts';
import { BodyRefused, limitForms } from './form-limits.ts';
import type { PortalEnvironment } from './request-variables.ts';
import { type RunningServer, serve } from './server.ts';

const kilobyte = 1024;
let server: RunningServer;
let read = 0;

beforeAll(async () => {
  const app = new Hono<PortalEnvironment>();
  app.use((c, next) => {
    if (c.req.header('cookie') === 'somebody') c.set('user', { id: 'somebody' } as SignedInUser);
    return next();
  });
  app.use(limitForms([{ path: '/files/:id', largest: 300 * kilobyte }]));
  app.post('*', async (c) => {
    read += (await c.req.arrayBuffer()).byteLength;
    return c.text('taken');
  });
  app.onError((error, c) =>
    error instanceof BodyRefused ? c.text(error.text.en, error.status) : c.text('broken', 500),
  );
  server = await serve(app, '127.0.0.1', 0);
});
afterAll(() => server.stop());

/** Sends the start of a request and reads the response until the server closes the connection. */
async function begin(path: string, headers: readonly string[], body = ''): Promise<string> {
  const socket = connect(server.port, '127.0.0.1');
  let received = '';
  socket.setEncoding('utf8').on('data', (chunk) => {
    received += chunk;
    if (received.includes('taken')) socket.end();
  });
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: x\r\n${headers.map((line) => `${line}\r\n`).join('')}\r\n${body}`,
  );
  await once(socket, 'close');
  return received;
}

describe('of nobody', () => {
  test.each(['/sign-in', '/files/1'])('a body without a length is refused unread on %s', async (path) => {
    const answer = await begin(path, ['Transfer-Encoding: chunked'], '5\r\nhello\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 411 /);
    expect(read).toBe(0);
  });

  test('a length beyond what the route takes is refused before any of it came', async () => {
    const answer = await begin('/sign-in', [`Content-Length: ${64 * kilobyte + 1}`]);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('at most 64 KB');
    expect(read).toBe(0);
  });

  test('an ordinary form is taken', async () => {
    expect(await begin('/sign-in', ['Content-Length: 5'], 'hello')).toContain('taken');
  });
});

describe('of somebody signed in', () => {
  const cookie = 'Cookie: somebody';

  test('the route says how much is taken, in either language', async () => {
    const large = [`Content-Length: ${200 * kilobyte}`, cookie];
    for (const path of ['/files/1', '/en/files/1'])
      expect(await begin(path, large, 'x'.repeat(200 * kilobyte))).toContain('taken');
    expect(await begin('/files/1/names', large)).toMatch(/^HTTP\/1\.1 413 /);
    expect(await begin('/files/1', [`Content-Length: ${300 * kilobyte + 1}`, cookie])).toContain(
      'at most 300 KB',
    );
  });

  test('a body without a length is counted as it comes', async () => {
    const chunk = (size: number) => `${size.toString(16)}\r\n${'x'.repeat(size)}\r\n`;
    const chunked = ['Transfer-Encoding: chunked', cookie];
    expect(await begin('/sign-in', chunked, `${chunk(kilobyte)}0\r\n\r\n`)).toContain('taken');
    expect(await begin('/sign-in', chunked, chunk(64 * kilobyte) + chunk(1))).toMatch(/^HTTP\/1\.1 413 /);
  });
});
