import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { PortalEnvironment } from './request-variables.ts';
import { isMalformedBody, wellFormedOnly } from './well-formed.ts';

const form = 'application/x-www-form-urlencoded';
const json = 'application/json';
const multipart = 'multipart/form-data; boundary=xx';
/** A lone surrogate, encoded as UTF-8 would. */
const half = Buffer.from([0xed, 0xa0, 0x80]);

const part = (head: string, content: string | Buffer) =>
  Buffer.concat([
    Buffer.from(`--xx\r\n${head}\r\n\r\n`),
    Buffer.from(content),
    Buffer.from('\r\n--xx--\r\n'),
  ]);
const field = 'Content-Disposition: form-data; name="title"';
const file = (name: string) => `Content-Disposition: form-data; name="file"; filename="${name}"`;

describe('a body', () => {
  it.each([
    ['NUL in a value', 'title=a%00b', form],
    ['NUL in a name', 'ti%00tle=a', form],
    ['a raw NUL', 'title=a\0b', form],
    ['a half pair', 'title=%ED%A0%80', form],
    ['a half pair in small letters', 'title=%ed%bf%bf', form],
    ['a raw half pair', Buffer.concat([Buffer.from('title='), half]), form],
    ['a pair in two halves', 'title=%ED%A0%BD%ED%B8%80', form],
    ['an escaped NUL', '{"title":"a\\u0000b"}', json],
    ['an escaped NUL, deep within', '{"a":[{"b":["\\u0000"]}]}', json],
    ['an escaped NUL in a name', '{"ti\\u0000tle":1}', json],
    ['an escaped half pair', '{"title":"\\ud83d"}', json],
    ['a half pair the wrong way round', '{"title":"\\ude00\\ud83d"}', json],
    ['an escaped NUL', '["\\u0000"]', 'application/ld+json; charset=utf-8'],
    ['NUL in a value', part(field, 'a\0b'), multipart],
    ['a half pair in a value', part(field, half), multipart],
    ['NUL in a name', part('Content-Disposition: form-data; name="ti\0tle"', 'a'), multipart],
    ['NUL in the name of a file', part(file('a\0.pdf'), 'a'), multipart],
    ['NUL in the encoded name of a file', part(`${file('a')}; filename*=UTF-8''a%00.pdf`, 'a'), multipart],
    ['NUL in the second part', Buffer.concat([part(file('a'), '\0'), part(field, '\0')]), multipart],
    ['a NUL', 'a\0b', ''],
  ])('with %s is refused: %j as %s', (_, body, type) => {
    expect(isMalformedBody(Buffer.from(body as string), type)).toBe(true);
  });

  it.each([
    ['what was typed as %00', 'title=100%2500', form],
    ['characters of all planes', 'title=%F0%9F%98%80%E6%9E%B6', form],
    ['Hangul, whose UTF-8 begins alike', `title=${encodeURIComponent('한글 ퟿')}`, form],
    ['an escaped backslash before u0000', '{"title":"\\\\u0000"}', json],
    ['a whole pair', '{"title":"\\ud83d\\ude00"}', json],
    ['no JSON', '{"title":', json],
    ['NUL within a file', part(file('a.pdf'), Buffer.from([0, 1, 2, 0xed, 0xa0, 0x80])), multipart],
    ['a file whose name has %00', part(file('100%00.pdf'), 'a'), multipart],
    ['nothing', '', form],
  ])('with %s is taken: %j as %s', (_, body, type) => {
    expect(isMalformedBody(Buffer.from(body as string), type)).toBe(false);
  });

  it('in more parts than any form has is refused rather than gone through', () => {
    expect(isMalformedBody(Buffer.from('--x'.repeat(10_000)), 'multipart/form-data; boundary=x')).toBe(true);
  });
});

describe('a body is looked at whichever way it is read:', () => {
  const ways = ['parseBody', 'formData', 'text', 'arrayBuffer', 'bytes', 'blob'] as const;
  const app = (way: (typeof ways)[number]) =>
    new Hono<PortalEnvironment>().use(wellFormedOnly()).post('/', async (c) => {
      await c.req[way]();
      await c.req[way]();
      return c.text('taken');
    });
  const send = (way: (typeof ways)[number], body: string) =>
    app(way).request('/', { method: 'POST', body, headers: { 'content-type': form } });

  it.each(ways)('%s', async (way) => {
    expect((await send(way, 'title=a%00b')).status).toBe(400);
    expect(await (await send(way, 'title=%E6%9E%B6')).text()).toBe('taken');
  });
});

describe('a field is looked at as it was read, whatever made its bytes look otherwise:', () => {
  const app = new Hono<PortalEnvironment>().use(wellFormedOnly());
  app.post('/parseBody', async (c) => c.json(await c.req.parseBody()));
  app.post('/formData', async (c) => c.json(Object.fromEntries(await c.req.formData())));
  const send = (path: string, head: string, value: string, type = multipart) =>
    app.request(path, { method: 'POST', body: part(head, value), headers: { 'content-type': type } });

  it.each(['/parseBody', '/formData'])('%s', async (path) => {
    const notOfAFile = `X-Note: filename=a\r\n${field}`;
    expect((await send(path, notOfAFile, 'a\0b')).status).toBe(400);
    const taken = await send(path, notOfAFile, 'ab');
    expect(await taken.json()).toEqual({ title: 'ab' });
  });

  it.each([
    'multipart/form-data; x="; boundary=yy"; boundary=xx',
    'multipart/form-data; boundary=xx; boundary=yy',
    'multipart/form-data; boundary="x\\x"',
    'multipart/form-data',
  ])('the boundary is not guessed of %s', async (type) => {
    expect((await send('/parseBody', field, 'ab', type)).status).toBe(400);
  });

  it.each([
    'Multipart/Form-Data;Boundary=xx',
    'multipart/form-data; boundary="xx"',
    'multipart/form-data; charset=utf-8; boundary=xx',
  ])('%s is taken', async (type) => {
    expect((await send('/parseBody', field, 'ab', type)).status).toBe(200);
  });
});

describe('a form that is none', () => {
  const app = new Hono<PortalEnvironment>()
    .use(wellFormedOnly())
    .post('/fields', async (c) => c.json(await c.req.parseBody()))
    .post('/form', async (c) => c.json([...(await c.req.formData())]))
    .post('/json', async (c) => c.json(await c.req.json()));

  it.each([
    ['/fields', 'multipart/form-data; boundary=x', 'garbage'],
    ['/fields', 'multipart/form-data; boundary=x', '--x\r\n\r\n'],
    ['/form', 'multipart/form-data; boundary=x', '--x\r\n\r\n'],
    ['/form', 'text/plain', 'a=b'],
    ['/json', 'application/json', '{'],
  ])('is refused at %s: %s, %j', async (path, type, body) => {
    const answer = await app.request(path, { method: 'POST', body, headers: { 'content-type': type } });
    expect(answer.status).toBe(400);
  });
});

describe('a request', () => {
  const app = new Hono<PortalEnvironment>().use(wellFormedOnly()).get('*', (c) => c.text('taken'));
  const statusOf = async (path: string, headers: Record<string, string> = {}) =>
    (await app.request(path, { headers })).status;

  it.each(['/a%00b', '/a?q=%00', '/a?%00=1', '/a?q=%ed%a0%80', '/%ED%BF%BF'])(
    'for %s is refused',
    async (path) => {
      expect(await statusOf(path)).toBe(400);
    },
  );

  it('with such a cookie or header is refused', async () => {
    expect(await statusOf('/', { cookie: 'kakehashi_display=a%00' })).toBe(400);
    expect(await statusOf('/', { 'user-agent': '\u00ed\u00a0\u0080' })).toBe(400);
  });

  it('that comes from such an address is taken: where one was before is nobody’s fault', async () => {
    expect(await statusOf('/', { referer: 'https://example.jp/?q=%00' })).toBe(200);
  });

  it.each(['/a%2500', '/%ED%9F%BF', '/?q=%F0%9F%98%80'])('for %s is taken', async (path) => {
    expect(await statusOf(path)).toBe(200);
  });
});
