import { describe, expect, it } from 'vitest';
import { createSiteHosts } from './site-hosts.ts';

describe('a site with an address', () => {
  const hosts = createSiteHosts('https://portal.example.jp');

  it.each(['portal.example.jp', 'portal.example.jp:443', 'PORTAL.example.jp'])('is at %s', (host) => {
    expect(hosts.isOwnHost(host, 3000)).toBe(true);
  });

  it.each([
    'evil.example',
    'portal.example.jp.evil.example',
    'evil-portal.example.jp',
    'portal.example.jp:8443',
    'portal.example.jp.',
    'localhost:3000',
    '127.0.0.1:3000',
    'user@portal.example.jp',
    'portal.example.jp/',
    'portal.example.jp#',
    'portal.example.jp, evil.example',
    'ｐｏｒｔａｌ.example.jp',
    '',
    ' ',
  ])('is not at "%s"', (host) => {
    expect(hosts.isOwnHost(host, 3000)).toBe(false);
  });

  it('has one origin', () => {
    const own = (origin: string) => hosts.isOwnOrigin(origin, 3000);
    expect(own('https://portal.example.jp')).toBe(true);
    for (const other of [
      'http://portal.example.jp',
      'https://portal.example.jp:8443',
      'https://portal.example.jp/',
      'https://evil.example',
      'http://localhost:3000',
      'null',
      '',
    ])
      expect([other, own(other)]).toEqual([other, false]);
  });
});

describe.each(['http://127.0.0.1:3000', 'http://localhost:3000', 'http://0.0.0.0:3000', 'http://[::]:3000'])(
  'a trial at %s',
  (baseUrl) => {
    const hosts = createSiteHosts(baseUrl);

    it.each(['localhost:3000', '127.0.0.1:3000', '127.8.9.1:3000', '[::1]:3000', 'LOCALHOST:3000'])(
      'is at %s',
      (host) => {
        expect(hosts.isOwnHost(host, 3000)).toBe(true);
        expect(hosts.isOwnOrigin(`http://${host.toLowerCase()}`, 3000)).toBe(true);
      },
    );

    it.each([
      'localhost',
      'localhost:4000',
      'localhost.evil.example:3000',
      '127.0.0.1.nip.io:3000',
      '192.168.1.2:3000',
      '10.0.0.1:3000',
      'evil.example:3000',
    ])('is not at %s', (host) => {
      expect(hosts.isOwnHost(host, 3000)).toBe(false);
      expect(hosts.isOwnOrigin(`http://${host}`, 3000)).toBe(false);
    });
  },
);

it('a trial is at the port that was really connected to, where the system chose it', () => {
  expect(createSiteHosts('http://127.0.0.1:0').isOwnHost('localhost:54321', 54321)).toBe(true);
});
