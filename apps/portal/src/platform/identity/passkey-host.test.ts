import { expect, it } from 'vitest';
import { isLoopback } from '../config/loopback.ts';
import { passkeyHost } from './passkey-host.ts';

it.each([
  ['https://portal.example.jp', 'portal.example.jp'],
  ['http://127.0.0.1:3000', 'localhost'],
  ['http://[::1]:3000', 'localhost'],
  ['http://192.0.2.1', undefined],
])('passkeys of %s belong to %s', (baseUrl, host) => {
  expect(passkeyHost(baseUrl)).toBe(host);
});

it.each(['127.0.0.1.example.com', 'localhost.example.com', '0.0.0.0', '128.0.0.1'])(
  '%s is not this machine alone',
  (host) => expect(isLoopback(host)).toBe(false),
);
