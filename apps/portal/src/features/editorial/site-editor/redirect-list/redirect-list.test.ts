import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { BrowserSession } from '../../../../../test/browser-session.ts';
import { visitor } from '../../../../../test/editorial-visitors.ts';
import { openTestPortal, type TestPortal } from '../../../../../test/test-portal.ts';
import { figureCount } from '../../analytics/index.ts';
import { readRules } from './sheet.ts';

const now = new Date('2026-11-25T03:00:00Z');
const browserOf = (agent: string) => ({ 'user-agent': agent });
const browser = browserOf('Mozilla/5.0 (X11; Linux x64; rv:140.0) Gecko/20100101 Firefox/140.0');
const robot = browserOf('Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)');

let portal: TestPortal;
let editor: BrowserSession;
let provider: BrowserSession;

beforeAll(async () => {
  portal = await openTestPortal({ now: () => now });
  editor = await visitor(portal, 'editor');
  provider = await visitor(portal, 'provider');
  const rules = [
    { from: '/old/kit', status: '301', to: '/features/stop-ransomware' },
    { from: '/gone', status: '410' },
    { from: '/旧/ページ', status: '302', to: '/help' },
    { from: '/=formula', status: '302', to: 'https://www.example.jp/x', external: true },
  ];
  const entry = { id: 'redirects', kind: 'redirects', data: { rules }, reason: 'test' };
  expect(await portal.platform.publishing.publishDirectly(entry, now)).toMatchObject({ ok: true });
  await vi.waitUntil(() => portal.platform.model.get('redirects'), { timeout: 30_000 });
});
afterAll(() => portal.stop());

const list = '/editing/items/redirects/list';
const text = async (answer: Promise<Response>) => (await answer).text();

function send(content: string | Buffer, way = 'add'): Promise<Response> {
  const form = new FormData();
  form.set('way', way);
  form.set('file', new File([typeof content === 'string' ? content : new Uint8Array(content)], 'list.csv'));
  return editor.upload(list, form);
}

describe('how often a redirect is used', () => {
  it('is counted in browsers, by the rule alone, and shown to editors', async () => {
    for (const path of ['/old/kit', '/en/old/kit?utm=somebody', '/gone']) await portal.get(path, browser);
    await portal.get('/old/kit', robot);
    await portal.get('/no/such/rule', browser);
    await editor.get('/old/kit', browser);
    const { db } = portal.platform.connection;
    const counted = () =>
      db
        .select({ subject: figureCount.subject, count: figureCount.count })
        .from(figureCount)
        .where(eq(figureCount.measure, 'redirect'))
        .orderBy(figureCount.subject);
    await expect.poll(counted).toEqual([
      { subject: '/gone', count: 1 },
      { subject: '/old/kit', count: 2 },
    ]);
    const page = await text(editor.get(list));
    expect(page.indexOf('/old/kit')).toBeLessThan(page.indexOf('/gone'));
    expect((await provider.get(list)).status).toBe(403);
    expect((await editor.get('/editing/items/synonyms/list')).status).toBe(404);
  });

  it('stands in the file, of which no cell is a formula', async () => {
    const answer = await editor.get(`${list}.csv`);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
    // Kept in the decoding, where `text()` would take it away.
    const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer());
    expect(csv.startsWith('\ufeff"元のアドレス","種類","移った先","ほかのサイトへ"')).toBe(true);
    expect(csv).toContain('"/old/kit","301","/features/stop-ransomware","","2"');
    expect(await text(editor.get(`/en${list}.csv`))).toContain('"From","Sort","To","Another site"');
  });
});

describe('a file of redirects', () => {
  const heading = '元のアドレス,種類,移った先,ほかのサイトへ';
  const discard = () => editor.post('/editing/items/redirects/discard');

  it('that was exported is taken in as it is, and changes nothing', async () => {
    const csv = await text(editor.get(`${list}.csv`));
    expect((await send(csv, 'replace')).headers.get('location')).toContain('done=imported');
    const page = await text(editor.get('/editing/items/redirects?done=imported'));
    expect(page).toContain('違いはありません。');
    await discard();
  });

  it.each([
    ['UTF-8', Buffer.from(`${heading}\n/新しい,302,/help,\n`)],
    // 元のアドレス,種類,移った先 and /新しい,302,/help
    [
      'Shift_JIS',
      Buffer.from(
        '8cb382cc83418368838c83582c8eed97de2c88da82c182bd90e60a2f905682b582a22c3330322c2f68656c700a',
        'hex',
      ),
    ],
  ])('in %s adds to what stands, goes to approval, and then leads on', async (_, bytes) => {
    expect((await send(bytes)).headers.get('location')).toContain('done=imported');
    const page = await text(editor.get('/editing/items/redirects'));
    expect(page).toContain('/新しい');
    expect((await portal.get('/%E6%96%B0%E3%81%97%E3%81%84')).status).toBe(404);
    await discard();
  });

  it('says of each cell at fault where it is and what to mend, and takes in nothing', async () => {
    const rows = [
      heading,
      'old,301,/help,',
      '/fine,301,/help,',
      '/sort,307,/help,',
      '/outside,302,https://evil.example/,',
      '/outside2,302,//evil.example/,',
      '/box,302,/help,たぶん',
    ];
    const refused = await send(rows.join('\n'));
    expect(refused.status).toBe(400);
    const page = await refused.text();
    const faults = [...page.matchAll(/<tr>(?:<t[hd][^>]*>(.*?)<\/t[hd]>)(?:<t[hd][^>]*>(.*?)<\/t[hd]>)/gs)]
      .map(([, row = '', column = '']) => [row, column].map((cell) => cell.replace(/<[^>]*>/g, '')))
      .filter(([row = '']) => /^\d+$/.test(row));
    expect(faults).toEqual([
      ['2', '元のアドレス'],
      ['4', '種類'],
      ['5', '移った先'],
      ['6', '移った先'],
      ['7', 'ほかのサイトへ'],
    ]);
    expect(page).toContain('301、302、410 のどれか');
    expect(await text(editor.get('/editing/items/redirects'))).not.toContain('/fine');
  });

  it('with a circle is refused, also one that only closes with a redirect that stands', async () => {
    const within = await send(`${heading}\n/a,302,/b,\n/b,302,/a,\n`);
    expect(within.status).toBe(400);
    expect(await within.text()).toContain('めぐって元に戻って');
    const across = await send(
      `${heading}\n/features/stop-ransomware-2,302,/old/kit,\n/old/kit,302,/features/stop-ransomware-2,\n`,
    );
    expect(across.status).toBe(400);
    const { rules } = (portal.platform.model.get('redirects')?.data ?? { rules: [] }) as { rules: [] };
    const closing = [
      ['元のアドレス', '種類', '移った先'],
      ['/features/stop-ransomware', '302', '/old/kit'],
    ];
    expect(readRules(closing, rules, 'add')).toMatchObject({ ok: false });
    expect(readRules(closing, rules, 'replace')).toMatchObject({ ok: true });
  });

  it('that would hide a page, lacks a column or says the same address twice is refused', async () => {
    const answerTo = async (content: string) => text(send(content));
    expect(await answerTo(`${heading}\n/about,302,/help,\n`)).toContain('いまページがあります');
    expect(await answerTo('元のアドレス,種類\n/x,410\n')).toContain('「移った先」の列がありません');
    expect(await answerTo(`${heading}\n/x,410,,\n/x,410,,\n`)).toContain('2回入っています');
    expect(await answerTo(heading)).toContain('1件も書かれていません');
    expect(await answerTo('')).toContain('ファイルを選んでください');
  });
});
