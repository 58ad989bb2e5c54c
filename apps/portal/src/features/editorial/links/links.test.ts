import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { eq, like } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BrowserSession } from '../../../../test/browser-session.ts';
import {
  begin,
  completeSteps,
  decide,
  fill,
  take,
  visitor,
  write,
} from '../../../../test/editorial-visitors.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { mailMessage } from '../../../platform/mail/schema.ts';
import { createOutbound } from '../../../platform/outbound/outbound.ts';
import type { PublishedRecord } from '../../../platform/publishing/published-record.ts';
import { publication } from '../../../platform/publishing/schema.ts';
import { ReadModel } from '../../../platform/read-model/read-model.ts';
import { callLink } from './calling.ts';
import type { LinksDependencies } from './dependencies.ts';
import type { DeadLink } from './model.ts';
import { notifyOfDeadLinks } from './notifying.ts';
import { linkCheck } from './schema.ts';
import { checkPublished, checkWaiting, deadLinks } from './service.ts';

const day = 24 * 60 * 60 * 1_000;
const signal = new AbortController().signal;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(`${request.method} ${request.url}`);
  answer(request, response);
});

let origin: string;
let portal: TestPortal;
let parts: LinksDependencies;
let provider: BrowserSession;
let reviewer: BrowserSession;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  portal = await openTestPortal();
  const outbound = createOutbound({ userAgent: 'test', pause: 0, trustedOrigins: [origin] });
  parts = { ...portal.platform, outbound };
  provider = await visitor(portal, 'provider');
  reviewer = await visitor(portal, 'reviewer');
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await portal.stop();
});
beforeEach(async () => {
  asked = [];
  answer = (_, response) => response.end();
  await portal.platform.connection.db.delete(linkCheck);
});

const status =
  (code: number, headers: Record<string, string> = {}) =>
  (_: IncomingMessage, response: ServerResponse) =>
    response.writeHead(code, headers).end();
const call = (path = '/') => callLink(parts.outbound, origin + path);

describe('a link is called', () => {
  it('with HEAD alone where that is answered', async () => {
    expect(await call('/page')).toEqual({ status: 200, failure: null, movedTo: null });
    expect(asked).toEqual(['HEAD /page']);
  });

  it.each([405, 501, 404])('with GET too where HEAD is answered by %i', async (code) => {
    answer = (request, response) => status(request.method === 'HEAD' ? code : 200)(request, response);
    expect(await call()).toMatchObject({ status: 200 });
    expect(asked).toEqual(['HEAD /', 'GET /']);
  });

  it('with GET too where the connection is broken at HEAD', async () => {
    answer = (request, response) =>
      request.method === 'HEAD' ? request.socket.destroy() : status(200)(request, response);
    expect(await call()).toMatchObject({ status: 200 });
  });

  it('where it moved to, and only a move for good is noted', async () => {
    const moves: Record<string, [number, string]> = { '/old': [301, '/new'], '/today': [302, '/new'] };
    answer = (request, response) => {
      const [code, location] = moves[request.url ?? ''] ?? [200, ''];
      status(code, location ? { location } : {})(request, response);
    };
    expect(await call('/old')).toEqual({ status: 200, failure: null, movedTo: `${origin}/new` });
    expect(await call('/today')).toEqual({ status: 200, failure: null, movedTo: null });
  });

  it('no further than five times round', async () => {
    answer = status(302, { location: '/again' });
    expect(await call()).toMatchObject({ failure: 'too-many-redirects' });
  });

  it.each(['http://127.0.0.2/', 'http://169.254.169.254/', 'http://10.0.0.1/'])(
    'not at all where it leads inside: %s',
    async (url) => {
      answer = status(302, { location: url });
      expect(await call()).toMatchObject({ status: null, failure: 'address-refused' });
      expect(await callLink(parts.outbound, url)).toMatchObject({ failure: 'address-refused' });
    },
  );
});

async function sendWithLink(url: string): Promise<string> {
  const id = await write(provider, 'リンクのある講座');
  await fill(provider, id, 'texts', { ...completeSteps.texts, url });
  await provider.post(`/desk/entries/${id}/submit`, { reason: '新しい講座です' });
  return id;
}

describe('an entry in review', () => {
  it('whose link opens is approved as ever, and called once for what was sent', async () => {
    const id = await sendWithLink(`${origin}/fine`);
    await checkWaiting(parts, () => new Date(), signal);
    await checkWaiting(parts, () => new Date(), signal);
    expect(asked.filter((each) => each.endsWith('/fine'))).toEqual(['HEAD /fine']);
    await take(reviewer, id);
    expect((await decide(reviewer, id, 'approve')).status).toBe(303);
  });
});

describe('an entry of a kind that only a newer node knows', () => {
  it('is passed over, and the links of the others are called and told of', async () => {
    const { db } = portal.platform.connection;
    const unknown = await sendWithLink(`${origin}/unknown`);
    await db.update(publication).set({ kind: 'poem' }).where(eq(publication.id, unknown));
    await sendWithLink(`${origin}/known`);
    await checkWaiting({ ...parts, outbound: onlyOwn() }, () => new Date(), signal);
    expect(asked).toContain('HEAD /known');
    expect(asked).not.toContain('HEAD /unknown');

    const model = new ReadModel();
    const record = {
      id: unknown,
      kind: 'poem',
      data: { url: `${origin}/unknown` },
    } as unknown as PublishedRecord;
    model.apply([{ removed: false, sequence: 1, record }]);
    const state = { failures: 9, failingSince: new Date(0), checkedAt: new Date(0) };
    const link = { url: `${origin}/unknown`, state, recordIds: [unknown] } as unknown as DeadLink;
    await db.insert(linkCheck).values({ url: link.url, ...state });
    expect(await deadLinks({ ...parts, model }, new Date())).toEqual([]);
    await notifyOfDeadLinks({ ...parts, model }, link, new Date());
    const [mail] = await db
      .select()
      .from(mailMessage)
      .where(like(mailMessage.key, `dead-link/${unknown}/%`));
    expect(mail?.subject).toContain(unknown);
  });
});

describe('while no server answers at all', () => {
  it('no link counts as dead: it is our own connection', async () => {
    const id = await begin(provider);
    expect(id).not.toBe('');
    const offline: LinksDependencies = {
      ...parts,
      outbound: createOutbound({ userAgent: 'test', pause: 0, resolve: async () => [] }),
    };
    await sendWithLink('https://somewhere.example/');
    await checkWaiting(offline, () => new Date(), signal);
    const rows = await portal.platform.connection.db.select().from(linkCheck);
    const [row] = rows.filter(({ url }) => url === 'https://somewhere.example/');
    expect(row).toMatchObject({ failure: 'unresolvable', failures: 0 });
  });
});

describe('a dead link of a published entry', () => {
  it('is listed after several days, and its owner told once', async () => {
    const url = `${origin}/later-gone`;
    const id = await sendWithLink(url);
    await checkWaiting(parts, () => new Date(), signal);
    await take(reviewer, id);
    expect((await decide(reviewer, id, 'approve')).status).toBe(303);
    await expect.poll(() => portal.platform.model.get(id)).toBeDefined();
    const { db } = portal.platform.connection;
    await db.delete(linkCheck);
    // Of the sample content nothing is called: this machine may be off line.
    const own = { ...parts, model: portal.platform.model, outbound: onlyOwn() };
    answer = status(410);
    const start = Date.now();
    for (const days of [0, 1, 2, 3, 4, 5, 6])
      await checkPublished(own, () => new Date(start + days * day), signal);
    const dead = await deadLinks(own, new Date(start + 6 * day));
    expect(dead.map((link) => link.url)).toContain(url);
    const mails = await db
      .select()
      .from(mailMessage)
      .where(like(mailMessage.key, `dead-link/${id}/%`));
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain(url);
    answer = status(200);
    await checkPublished(own, () => new Date(start + 7 * day), signal);
    expect(await deadLinks(own, new Date(start + 7 * day))).toEqual([]);
  });

  it('is shown to those of the body, who see whether checking is off', async () => {
    const page = await (await reviewer.get('/links')).text();
    expect(page).toContain('KAKEHASHI_LINK_CHECKS');
    expect((await provider.get('/links')).status).toBe(403);
  });
});

function onlyOwn(): LinksDependencies['outbound'] {
  return {
    ...parts.outbound,
    call: (url, request) =>
      url.startsWith(origin)
        ? parts.outbound.call(url, request)
        : Promise.resolve({ status: 200, headers: {}, url, body: Buffer.alloc(0), cut: false }),
  };
}
