import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestPortal, type TestPortal } from '../../../test/test-portal.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal();
});
afterAll(() => portal.stop());

const pages = [
  '/',
  '/search',
  '/search?q=%E3%83%91%E3%82%B9%E3%83%AF%E3%83%BC%E3%83%89&purpose=know',
  '/initiatives/cyder',
  '/features',
  '/features/stop-ransomware',
  '/help',
  '/help/ransomware',
  '/finder',
  '/finder?who=sme&want-at-work=protect',
  '/about',
  '/accessibility',
  '/terms',
  '/privacy',
  '/security',
  '/site-map',
  '/open-data',
  '/api',
];

describe('a page', () => {
  test.each(pages)('%s is answered in both languages, each saying so', async (path) => {
    const japanese = await portal.get(path);
    const english = await portal.get(`/en${path === '/' ? '' : path}`);
    expect([japanese.status, english.status]).toEqual([200, 200]);
    expect(await japanese.text()).toMatch(/^<!DOCTYPE html>\n<html lang="ja"/);
    expect(await english.text()).toMatch(/^<!DOCTYPE html>\n<html lang="en"/);
  });

  test('runs only scripts that carry its own nonce, and nothing inline', async () => {
    const first = await portal.get('/');
    const second = await portal.get('/');
    const policy = first.headers.get('content-security-policy') ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(policy).not.toBe(second.headers.get('content-security-policy'));
    const html = await first.text();
    const scripts = [...html.matchAll(/<script[^>]*>/g)]
      .map(([tag]) => tag)
      .filter((tag) => !tag.includes('ld+json'));
    expect(scripts.length).toBeGreaterThan(0);
    for (const tag of scripts) expect(tag).toContain(`nonce="${nonce}"`);
    expect(html).not.toMatch(/ on\w+="|<style|style="/);
  });

  test('carries safe headers', async () => {
    const { headers } = await portal.get('/');
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'x-request-id': expect.any(String),
    });
    expect(headers.has('strict-transport-security')).toBe(false);
  });

  test.each(['br', 'gzip'])('is compressed with %s for who takes it', async (encoding) => {
    const response = await portal.get('/', { 'Accept-Encoding': encoding });
    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(await response.text()).toContain('</html>');
  });

  test('where there is none says so, in the language of its address', async () => {
    const japanese = await portal.get('/nowhere');
    const english = await portal.get('/en/initiatives/nothing');
    expect([japanese.status, english.status]).toEqual([404, 404]);
    expect(await english.text()).toContain('<html lang="en"');
  });

  test('of what to do shows the desks that help in most situations before those for specialists', async () => {
    const html = await (await portal.get('/help')).text();
    const place = (id: string) => html.indexOf(`href="/initiatives/${id}"`);
    expect(place('police-desk')).toBeGreaterThan(0);
    expect(place('police-desk')).toBeLessThan(place('j-crat'));
    expect(place('anshin-desk')).toBeLessThan(place('vuln-report'));
  });

  test('is found with a slash too many, and leads to no other site', async () => {
    const target = async (path: string) => {
      const response = await portal.get(path);
      return [response.status, response.headers.get('location')];
    };
    expect(await target('/en/')).toEqual([301, '/en']);
    expect(await target('/search/?q=a')).toEqual([301, '/search?q=a']);
    expect((await target('//example.com/'))[0]).toBe(404);
    expect((await target('/nowhere'))[0]).toBe(404);
  });

  test('shows what was typed as text, whatever it is', async () => {
    const html = await (
      await portal.get(`/search?q=${encodeURIComponent('"><script>alert(1)</script>')}`)
    ).text();
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&lt;script&gt;');
  });
});

describe('the display settings', () => {
  const choose = (form: Record<string, string>, headers?: Record<string, string>) =>
    portal.post('/settings/display', form, headers ?? { Origin: `http://127.0.0.1:${portal.port}` });

  test('turn furigana on, in a cookie that holds nothing else', async () => {
    const response = await choose({ furigana: 'on', to: '/about' });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/about');
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^kakehashi_display=furigana; /);
    expect(cookie).toMatch(/HttpOnly.*SameSite=Lax/);
    const page = await (
      await portal.get('/initiatives/cyder', { Cookie: 'kakehashi_display=furigana' })
    ).text();
    expect(page).toContain('<ruby>');
    expect(await (await portal.get('/initiatives/cyder')).text()).not.toContain('<ruby>');
  });

  test('show やさしい日本語 where a text has it', async () => {
    const plain = await (await portal.get('/initiatives/anshin-desk')).text();
    const easy = await (
      await portal.get('/initiatives/anshin-desk', { Cookie: 'kakehashi_display=easy' })
    ).text();
    expect(easy).not.toBe(plain);
  });

  test.each(['//evil.example/', 'https://evil.example/', '/\\evil.example', 'javascript:alert(1)'])(
    'never lead away to %s',
    async (to) => {
      expect((await choose({ furigana: 'on', to })).headers.get('location')).toBe('/');
    },
  );

  test('are not taken from another site', async () => {
    expect((await choose({ furigana: 'on' }, { Origin: 'https://evil.example' })).status).toBe(403);
  });
});

describe('a client', () => {
  test('that asks too often is told when to come back, on pages, in the API and for the open data', async () => {
    const strict = await openTestPortal({
      databaseUrl: portal.databaseUrl,
      content: false,
      env: { KAKEHASHI_RATE_LIMIT: '3' },
    });
    try {
      for (const path of [
        '/search',
        '/en/search',
        '/api/v1/entries',
        '/feed.atom',
        '/open-data/entries.csv',
      ]) {
        const answers = [];
        for (let call = 0; call < 4; call += 1) answers.push(await strict.get(path));
        expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
        expect(Number(answers.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0);
      }
    } finally {
      await strict.stop();
    }
  });

  test('that sends too much is refused', async () => {
    const from = (Referer: string) =>
      portal.post('/settings/display', { to: 'x'.repeat(100_000) }, { Referer });
    const response = await from(`http://127.0.0.1:${portal.port}/about?a=1`);
    expect(response.status).toBe(413);
    const page = await response.text();
    expect(page).toContain('一度に送れるのは64 KBまでです');
    expect(page).toContain('<a href="/about?a=1">');
    expect(await (await from('https://elsewhere.example/about')).text()).not.toContain('elsewhere');
  });

  test('behind TLS is told to stay there', async () => {
    const proxied = await openTestPortal({
      databaseUrl: portal.databaseUrl,
      content: false,
      env: { KAKEHASHI_TRUST_PROXY: '1' },
    });
    try {
      const { headers } = await proxied.get('/', { 'X-Forwarded-Proto': 'https' });
      expect(headers.get('strict-transport-security')).toMatch('max-age=63072000');
    } finally {
      await proxied.stop();
    }
  });
});

test('metrics count answers by route, never by address', async () => {
  for (const path of ['/initiatives/cyder', '/readyz', '/favicon.svg', '/nowhere', '/api/v1/nowhere'])
    await portal.get(path);
  const metrics = await (await portal.get('/metrics')).text();
  expect(metrics).toContain('route="/initiatives/:id",status="200"');
  expect(metrics).toContain('route="/readyz",status="200"');
  expect(metrics).toContain('route="/assets/*",status="200"');
  expect(metrics).toContain('route="/*",status="404"');
  expect(metrics).toContain('route="/api/v1/*",status="404"');
  expect(metrics).toMatch(/kakehashi_published_records \d+/);
  expect(metrics).not.toMatch(/cyder|favicon|nowhere/);
});
