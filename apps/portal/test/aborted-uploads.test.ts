/** An upload whose client disconnects leaves nothing behind, neither in the log nor on the disk. */
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BrowserSession } from './browser-session.ts';
import { openTestPortal, type TestPortal } from './test-portal.ts';

let portal: TestPortal;
let provider: BrowserSession;
const lines: { level: number; msg: string; route?: string }[] = [];

beforeAll(async () => {
  const write = (line: string) => lines.push(JSON.parse(line));
  portal = await openTestPortal({ log: pino({ level: 'debug' }, { write }) });
  provider = new BrowserSession(portal);
  await provider.signIn('provider@example.jp');
});
afterAll(() => portal.stop());

/** Sends the beginning of a form with a file, and breaks off. */
async function breakOff(path: string, encoding: 'length' | 'chunked'): Promise<void> {
  const cookie = [...provider.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const socket = connect(portal.port, '127.0.0.1');
  const beginning = `--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n${'x'.repeat(8_000)}`;
  const framing = encoding === 'length' ? 'Content-Length: 500000' : 'Transfer-Encoding: chunked';
  const chunk = encoding === 'length' ? beginning : `${beginning.length.toString(16)}\r\n${beginning}\r\n`;
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${portal.port}\r\nSec-Fetch-Site: same-origin\r\nCookie: ${cookie}\r\n` +
      `Content-Type: multipart/form-data; boundary=b\r\n${framing}\r\n\r\n${chunk}`,
  );
  const seen = lines.length;
  await once(socket, 'connect');
  // The sender is identified before the portal waits for the body.
  await expect.poll(() => portal.platform.connection.db.$client.idleCount).toBeGreaterThan(0);
  socket.resetAndDestroy();
  await expect.poll(() => lines.slice(seen).some(({ msg }) => msg === 'request')).toBe(true);
}

it.each([
  ['/desk/import', 'length'],
  ['/desk/import', 'chunked'],
] as const)('at %s, by %s', async (path, encoding) => {
  lines.length = 0;
  await breakOff(path, encoding);
  expect(lines.filter(({ level }) => level >= 40)).toEqual([]);
  const kept = await readdir(portal.platform.config.dataDir, { recursive: true });
  expect(kept.filter((name) => /evidence\/.*|\.part$/.test(name))).toEqual([]);
});
