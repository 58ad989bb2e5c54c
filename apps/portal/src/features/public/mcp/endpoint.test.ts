import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { plainRequest } from '../../../../test/plain-request.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { findProjectRoot } from '../../../platform/config/project-root.ts';
import { loadContent } from '../../../platform/content/loader.ts';

/** A Tuesday morning in Tokyo on which desks are open. */
let now = new Date('2026-12-01T02:00:00Z');
let portal: TestPortal;
let client: Client;
let folder: string;

const course = 'course-with-days';

beforeAll(async () => {
  portal = await openTestPortal({ now: () => now });
  folder = await mkdtemp(join(tmpdir(), 'kakehashi-days-'));
  const cyder = await readFile(join(findProjectRoot(), 'content/initiatives/cyder.yaml'), 'utf8');
  await writeFile(
    join(folder, `${course}.yaml`),
    `${cyder}\nheldOn: ['2026-12-20', '2026-12-21']\napplyBy: '2026-12-10'\n`,
  );
  const { kinds, publishing, model } = portal.platform;
  expect((await loadContent(folder, { kinds, publishing }, now)).faults).toEqual([]);
  await vi.waitFor(() => expect(model.get(course)).toBeDefined(), 30_000);
  client = await connect();
});
afterAll(async () => {
  await client.close();
  await portal.stop();
  await rm(folder, { recursive: true });
});

const endpoint = (of: TestPortal = portal) => new URL(`http://127.0.0.1:${of.port}/mcp`);

async function connect(mode: 'legacy' | 'auto' = 'legacy', of: TestPortal = portal): Promise<Client> {
  const connected = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } });
  await connected.connect(new StreamableHTTPClientTransport(endpoint(of)));
  return connected;
}

/** What a tool answered: its data, and its words. */
async function call(name: string, args: Record<string, unknown> = {}) {
  const result = await client.callTool({ name, arguments: args });
  const [content] = result.content;
  const text = content?.type === 'text' ? content.text : '';
  // biome-ignore lint/suspicious/noExplicitAny: what it holds is what the tests are about
  return { isError: result.isError === true, text, data: result.structuredContent as any };
}

const message = (method: string, params: object = {}) =>
  JSON.stringify({ jsonrpc: '2.0', id: 1, method, params });

const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(endpoint(), {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      ...headers,
    },
  });

describe('the server', () => {
  it.each(['legacy', 'auto'] as const)('speaks with clients of both generations: %s', async (mode) => {
    const other = await connect(mode);
    expect(other.getInstructions()).toContain('find_help');
    const { tools } = await other.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'search',
      'read_record',
      'find_help',
      'compute_benefit',
      'list_runs_and_deadlines',
    ]);
    await other.close();
  });

  it('tells of each tool what it takes, what it gives, and that it only reads', async () => {
    const { tools } = await client.listTools();
    for (const { title, description, inputSchema, outputSchema, annotations } of tools) {
      expect(title).toMatch(/[a-z] \/ .*[ぁ-ん]/i);
      expect(description).toMatch(/[ぁ-ん]/);
      expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false, openWorldHint: false });
      for (const schema of [inputSchema, outputSchema]) expect(schema).toMatchObject({ type: 'object' });
    }
  });

  it('gives documents and records as resources, and ways to begin as prompts', async () => {
    const { resources } = await client.listResources();
    expect(resources.map(({ name }) => name)).toEqual(['data-catalogue', 'openapi']);
    for (const { uri } of resources) {
      const { contents } = await client.readResource({ uri });
      expect(contents[0]).toMatchObject({ uri, text: expect.stringContaining('{') });
    }
    const { contents } = await client.readResource({ uri: 'kakehashi://records/en/cyder' });
    expect(contents[0]).toMatchObject({ mimeType: 'text/markdown', text: expect.stringMatching(/^# CYDER/) });
    await expect(client.readResource({ uri: 'kakehashi://records/en/nothing' })).rejects.toThrow();
    const { completion } = await client.complete({
      ref: { type: 'ref/resource', uri: 'kakehashi://records/{language}/{id}' },
      argument: { name: 'id', value: 'cyd' },
    });
    expect(completion.values).toContain('cyder');
    const { prompts } = await client.listPrompts();
    expect(prompts.map(({ name }) => name)).toEqual(['something_has_happened', 'choose_training']);
    const prompt = await client.getPrompt({
      name: 'something_has_happened',
      arguments: { what: 'ransomware' },
    });
    expect(prompt.messages[0]?.content).toMatchObject({ text: expect.stringContaining('find_help') });
  });
});

describe('search', () => {
  it('finds in both languages what the API finds', async () => {
    for (const language of ['ja', 'en'] as const) {
      const { data, text } = await call('search', { query: 'CYDER', language });
      const api = JSON.parse(
        await (await portal.get(`/api/v1/entries?q=CYDER&lang=${language}&limit=10`)).text(),
      );
      expect(data.items.map(({ id }: { id: string }) => id)).toEqual(
        api.items.map(({ id }: { id: string }) => id),
      );
      expect(data.total).toBe(api.total);
      expect(text).toContain('CYDER');
      expect(data.items[0].page).toContain(language === 'en' ? '/en/initiatives/' : '/initiatives/');
    }
  });

  it('narrows by every facet, by code or word, and reads on page by page', async () => {
    const byCode = await call('search', { filters: { category: ['consultation-desk'] }, limit: 3 });
    const byWord = await call('search', { filters: { category: ['相談窓口'] }, limit: 3 });
    expect(byCode.data).toEqual(byWord.data);
    expect(byCode.data.items).toHaveLength(3);
    const rest = await call('search', {
      filters: { category: ['consultation-desk'] },
      limit: 3,
      offset: byCode.data.nextOffset,
    });
    const ids = [...byCode.data.items, ...rest.data.items].map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('tells a model which values there are', async () => {
    const wrong = await call('search', { filters: { cost: ['cheap'] }, language: 'en' });
    expect(wrong.isError).toBe(true);
    expect(wrong.text).toContain('“cheap” is not a value of cost. Values: free (');
    expect((await call('search', { filters: { colour: ['red'] } })).text).toContain('colour');
    expect((await call('search', { query: 'x'.repeat(501) })).isError).toBe(true);
  });

  it('sends whoever describes a misfortune to help first', async () => {
    const { data, text } = await call('search', { query: 'フィッシング詐欺にあった' });
    expect(data.situations.map(({ id }: { id: string }) => id)).toContain('phishing');
    expect(text).toContain('find_help');
  });
});

describe('read_record', () => {
  it('gives a record as the API does, with its licence and source', async () => {
    const { data, text } = await call('read_record', { id: 'cyder', language: 'en' });
    expect(data.record).toEqual(await (await portal.get('/api/v1/entries/cyder?lang=en')).json());
    expect(data.licence).toContain('public_data_license');
    expect(text).toMatch(/^# CYDER/);
  });

  it.each(['nothing', '../../etc/passwd', 'terms'])(
    'says in words that there is no record %s',
    async (id) => {
      const { isError, text } = await call('read_record', { id, language: 'en' });
      expect([isError, text]).toEqual([true, expect.stringContaining(`There is no record “${id}”`)]);
    },
  );
});

describe('find_help', () => {
  it('gives steps, whom to call, and that they answer now', async () => {
    const { data, text } = await call('find_help', { situation: 'fake-warning', language: 'en' });
    const [situation] = data.situations;
    expect(situation.doFirst.length).toBeGreaterThan(0);
    const open = situation.contacts.find(({ openNow }: { openNow: boolean | null }) => openNow === true);
    expect(open).toMatchObject({ telephone: expect.stringMatching(/^#?[\d-]+$/), opensAt: null });
    expect(text).toContain('open now');
    expect(data.asOf).toBe('2026-12-01T11:00:00+09:00');
    expect(data.emergency.telephone).toBe('110');
  });

  it('says at night when they answer again', async () => {
    const day = now;
    now = new Date('2026-12-01T15:00:00Z');
    const { data } = await call('find_help', { situation: 'fake-warning' });
    now = day;
    const closed = data.situations[0].contacts.find(
      ({ openNow }: { openNow: boolean | null }) => openNow === false,
    );
    expect(closed.opensAt).toMatch(/^2026-12-02T\d\d:\d\d:00\+09:00$/);
  });

  it('understands what people say in either language', async () => {
    const idsOf = async (situation: string) =>
      (await call('find_help', { situation })).data.situations.map(({ id }: { id: string }) => id);
    expect(await idsOf('ランサムウェア')).toContain('ransomware');
    expect(await idsOf('ransomware')).toContain('ransomware');
  });

  it('lists the situations where none is what was said', async () => {
    const { data, text, isError } = await call('find_help', { situation: '天気', language: 'en' });
    expect([isError, data.situations]).toEqual([false, []]);
    expect(data.allSituations.length).toBeGreaterThan(10);
    for (const { id } of data.allSituations) expect(text).toContain(`(${id})`);
  });

  it('answers for every situation of the site in both languages', async () => {
    const { data } = await call('find_help');
    for (const { id } of data.allSituations)
      for (const language of ['ja', 'en']) {
        const answer = await call('find_help', { situation: id, language });
        expect(answer.data.situations.map((each: { id: string }) => each.id)).toEqual([id]);
      }
  });
});

describe('compute_benefit', () => {
  const practical = { kind: 'practical', start: '2024-10-01', fees: [300_000, 300_000], insuredYears: 5 };

  it('works out amounts with the article, value and source of each step', async () => {
    const { data, text } = await call('compute_benefit', { ...practical, language: 'en' });
    expect(data.total).toBe(300_000);
    expect(data.trace.children.length).toBeGreaterThan(0);
    expect(data.parameters[0]).toMatchObject({
      articles: expect.arrayContaining([expect.objectContaining({ lawId: '349AC0000000116' })]),
      source: { kind: 'secondary' },
    });
    expect(text).toContain('Total paid: 300,000 yen');
  });

  it.each([
    [{ kind: 'general', start: '2024-10-01', fees: [100_000] }],
    [{ kind: 'specified', start: '2025-04-01', fees: [300_000], firstTime: true, insuredYears: 2 }],
    [
      {
        kind: 'practical',
        start: '2024-10-01',
        fees: [400_000, 400_000],
        completedOn: '2025-09-30',
        qualifiedOn: '2025-10-10',
        employedOn: '2025-11-01',
        wageUpPercent: 6,
        earlierPractical: { start: '2018-04-01', paid: 500_000 },
        extension: { reason: 'childcare', days: 100 },
        leftWorkOn: '2023-09-30',
      },
    ],
    [
      {
        kind: 'support',
        start: '2025-04-01',
        basicDailyAllowance: 5_000,
        certifiedDays: [60, 61],
        ageAtStart: 40,
      },
    ],
    [{ kind: 'leave', start: '2025-10-01', leaveDays: 60, insuredYears: 10, basicDailyAllowance: 7_000 }],
  ])('answers for every kind: %j', async (described) => {
    const { isError, data, text } = await call('compute_benefit', described);
    expect(text).not.toContain('Error');
    expect([isError, data?.kind]).toEqual([false, described.kind]);
  });

  it('names the field at fault', async () => {
    const { isError, text } = await call('compute_benefit', {
      ...practical,
      start: '31 June',
      language: 'en',
    });
    expect([isError, text]).toEqual([true, expect.stringContaining('- start:')]);
    expect((await call('compute_benefit', { kind: 'general', start: '2024-10-01' })).text).toContain('fees');
  });
});

describe('list_runs_and_deadlines', () => {
  it('lists days and deadlines in order', async () => {
    const { data, text } = await call('list_runs_and_deadlines', { language: 'en' });
    const days = data.items.filter(({ record }: { record: { id: string } | null }) => record?.id === course);
    expect(days.map(({ date, lastDay, what }: Record<string, string>) => [date, lastDay, what])).toEqual([
      ['2026-12-10', '2026-12-10', 'applyBy'],
      ['2026-12-20', '2026-12-21', 'heldOn'],
    ]);
    expect(text).toContain('2026-12-10 Apply by');
    const dates = data.items.map(({ date }: { date: string }) => date);
    expect(dates).toEqual(dates.toSorted());
  });

  it('knows the periods that return each year', async () => {
    const { data } = await call('list_runs_and_deadlines', {
      what: 'everyYear',
      from: '2027-01-01',
      to: '2028-12-31',
    });
    const [{ record }] = data.items;
    const years = data.items
      .filter((each: { record: { id: string } }) => each.record.id === record.id)
      .map(({ date }: { date: string }) => date.slice(0, 4));
    expect(new Set(years).size).toBeGreaterThan(1);
  });

  it('narrows by day, by what it is and by region', async () => {
    const datesOf = async (asked: object) =>
      (await call('list_runs_and_deadlines', { ...asked })).data.items.map(
        ({ date }: { date: string }) => date,
      );
    expect(await datesOf({ what: 'applyBy' })).toEqual(['2026-12-10']);
    expect(await datesOf({ what: 'heldOn', from: '2026-12-11', to: '2026-12-20' })).toEqual(['2026-12-20']);
    expect(await datesOf({ what: 'heldOn', region: '東京都', from: '2026-12-21' })).toEqual(['2026-12-20']);
    expect(await datesOf({ what: 'heldOn', from: '2027-01-01' })).toEqual([]);
    expect(await datesOf({ kinds: ['feature'] })).toEqual([]);
  });

  it('says what is wrong with a region or a span of days', async () => {
    const region = await call('list_runs_and_deadlines', { region: 'Atlantis', language: 'en' });
    expect(region.text).toContain('There is no region “Atlantis”');
    const span = await call('list_runs_and_deadlines', {
      from: '2026-12-02',
      to: '2026-12-01',
      language: 'en',
    });
    expect([span.isError, span.text]).toEqual([true, expect.stringContaining('is before')]);
    const ages = await call('list_runs_and_deadlines', {
      from: '2026-01-01',
      to: '2999-01-01',
      language: 'en',
    });
    expect([ages.isError, ages.text]).toEqual([true, expect.stringContaining('At most 5 years')]);
  });
});

describe('the endpoint', () => {
  it('keeps nothing: no session, no cookie, nothing for caches', async () => {
    const answer = await post(message('tools/list'), { cookie: 'kakehashi.session_token=x' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('mcp-session-id')).toBeNull();
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    await answer.text();
    for (const method of ['GET', 'DELETE', 'PUT']) {
      const refused = await fetch(endpoint(), { method });
      expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'POST']);
      await refused.text();
    }
  });

  it('opens no stream that stays', async () => {
    const other = await connect('auto');
    await expect(
      other.request({
        method: 'subscriptions/listen',
        params: { notifications: { toolsListChanged: true } },
      }),
    ).rejects.toThrow();
    await other.close();
  });

  it('answers pages of this site only, and under its own name', async () => {
    const own = await post(message('ping'), { origin: `http://127.0.0.1:${portal.port}` });
    expect(own.status).toBe(200);
    await own.text();
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1']) {
      const refused = await post(message('ping'), { origin });
      expect([refused.status, JSON.parse(await refused.text()).error.message]).toEqual([
        403,
        'Pages of other sites may not call this.',
      ]);
    }
    const renamed = await plainRequest(portal.port, '/mcp', {
      method: 'POST',
      body: message('ping'),
      headers: { host: 'evil.example', 'content-type': 'application/json' },
    });
    expect(renamed.status).toBe(421);
  });

  it.each([
    ['a body that is too large', message('ping', { x: 'y'.repeat(40_000) }), {}, 413],
    ['what is not JSON', '{', {}, 400],
    ['an empty body', '', {}, 400],
    ['a batch', `[${message('ping')},${message('ping')}]`, {}, 400],
    ['malformed text', '{"jsonrpc":"2.0","id":1,"method":"\\ud800"}', {}, 400],
    ['another type', message('ping'), { 'content-type': 'text/plain' }, 415],
  ])('refuses %s', async (_, body, headers, status) => {
    const answer = await post(body, headers);
    expect(answer.status).toBe(status);
    await answer.text();
  });

  it('says an unknown method or tool in the protocol’s own way', async () => {
    expect(await (await post(message('nothing/here'))).text()).toContain('-32601');
    await expect(client.callTool({ name: 'delete_everything', arguments: {} })).rejects.toThrow();
  });

  it('sends people who open it to the guide, which tells them how to connect', async () => {
    const sent = await portal.get('/mcp', { accept: 'text/html,*/*', 'accept-language': 'en-GB,en' });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/en/mcp-guide']);
    for (const path of ['/mcp-guide', '/en/mcp-guide']) {
      const page = await (await portal.get(path)).text();
      expect(page).toContain(`${portal.platform.config.baseUrl}/mcp</code>`);
      for (const { name } of (await client.listTools()).tools) expect(page).toContain(`<code>${name}</code>`);
    }
  });
});

describe('a client that calls too often', () => {
  it('is told to wait', async () => {
    const limited = await openTestPortal({ env: { KAKEHASHI_RATE_LIMIT: '3' } });
    const ask = () =>
      fetch(endpoint(limited), {
        method: 'POST',
        body: message('tools/list'),
        headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
      });
    for (let count = 0; count < 3; count++) expect((await ask()).status).toBe(200);
    const refused = await ask();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(JSON.parse(await refused.text()).error.message).toContain('Too many requests');
    await limited.stop();
  });
});
