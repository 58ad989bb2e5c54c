import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { readConfig } from '../../../platform/config/index.ts';
import { writeSecurityTxt } from './security-txt.ts';

const year = 365 * 24 * 60 * 60 * 1_000;
const valuesOf = (text: string, name: string) =>
  text
    .split('\n')
    .filter((line) => line.startsWith(`${name}: `))
    .map((line) => line.slice(name.length + 2));

describe('security.txt', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await openTestPortal({
      content: false,
      env: {
        KAKEHASHI_BASE_URL: 'https://portal.example.jp',
        KAKEHASHI_SECURITY_CONTACT: 'csirt@example.jp, https://example.jp/report',
      },
    });
  });
  afterAll(() => portal.stop());

  it('has the fields of RFC 9116, in UTF-8, for anybody to keep', async () => {
    const answer = await portal.get('/.well-known/security.txt', { cookie: 'kakehashi.session_token=x' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(answer.headers.get('cache-control')).toMatch(/^public, max-age=\d+/);
    expect(answer.headers.get('set-cookie')).toBeNull();
    const text = await answer.text();
    expect(valuesOf(text, 'Contact')).toEqual(['mailto:csirt@example.jp', 'https://example.jp/report']);
    expect(valuesOf(text, 'Preferred-Languages')).toEqual(['ja, en']);
    expect(valuesOf(text, 'Canonical')).toEqual(['https://portal.example.jp/.well-known/security.txt']);
    expect(valuesOf(text, 'Policy')).toEqual(['https://portal.example.jp/security']);
    const [expires = ''] = valuesOf(text, 'Expires');
    expect(Date.parse(expires) - Date.now()).toBeGreaterThan(0);
    expect(text).toMatch(/^([A-Z][A-Za-z-]+: \S.*\n)+$/);
  });

  it('is also found where people look for it by hand', async () => {
    const answer = await portal.get('/security.txt');
    expect([answer.status, answer.headers.get('location')]).toEqual([301, '/.well-known/security.txt']);
  });

  it('leads to a page in both languages that names the contacts', async () => {
    for (const path of ['/security', '/en/security']) {
      const page = await (await portal.get(path)).text();
      expect(page).toContain('href="mailto:csirt@example.jp"');
      expect(page).toContain('href="https://example.jp/report"');
    }
  });
});

it.each(['2026-01-01T00:00:00Z', '2026-02-28T23:59:59.999Z', '2028-02-29T12:00:00Z', '2031-12-31T23:59:59Z'])(
  'at %s it ends in the future, within a year',
  (moment) => {
    const site = { baseUrl: 'https://portal.example.jp', securityContacts: [] };
    const now = new Date(moment);
    const [expires = ''] = valuesOf(writeSecurityTxt(site, now), 'Expires');
    const left = Date.parse(expires) - now.getTime();
    expect(left).toBeGreaterThan(year / 3);
    expect(left).toBeLessThan(year);
  },
);

it('where the body named no contact it leads to the page, and the page to IPA', async () => {
  const portal = await openTestPortal({ content: false });
  const text = await (await portal.get('/.well-known/security.txt')).text();
  expect(valuesOf(text, 'Contact')).toEqual(valuesOf(text, 'Policy'));
  expect(await (await portal.get('/en/security')).text()).toContain('https://www.ipa.go.jp/');
  await portal.stop();
});

it.each(['csirt', 'javascript:alert(1)', 'http://example.jp', 'mailto:a@example.jp\nContact: x', 'mailto:'])(
  '%j is no contact',
  (contact) => {
    expect(() => readConfig({ KAKEHASHI_SECURITY_CONTACT: contact }, '/')).toThrow(
      /KAKEHASHI_SECURITY_CONTACT/,
    );
  },
);
