import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { visitor } from '../../../../test/editorial-visitors.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { figureCount } from '../../editorial/analytics/index.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal({ env: { KAKEHASHI_RATE_LIMIT: '0' } });
});
afterAll(() => portal.stop());

const fromOwnPage = { 'sec-fetch-site': 'same-origin' };
const browser = (version: number) =>
  `Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/${version}.0 Safari/537.36`;
const send = (form: Record<string, string>, version = 130) =>
  portal.post('/useful', form, { ...fromOwnPage, 'user-agent': browser(version) });
const counted = async (measure: string) => {
  const rows = await portal.platform.connection.db.select().from(figureCount);
  return Object.fromEntries(
    rows.filter((row) => row.measure === measure).map(({ subject, count }) => [subject, count]),
  );
};

describe('“was this page useful?”', () => {
  it('is asked on pages of records and of help, in a form that needs no script', async () => {
    for (const path of ['/initiatives/cyder', '/help', '/help/phishing', '/en/initiatives/cyder']) {
      const page = await (await portal.get(path)).text();
      expect(page).toMatch(/<form method="post" action="(\/en)?\/useful">/);
      expect(page).toContain(`name="page" value="${path.replace('/en', '')}"`);
    }
    expect(await (await portal.get('/search')).text()).not.toContain('action="/useful"');
  });

  it('counts answers by page, one of a visitor a day, and sets no cookie', async () => {
    const answer = await send({ page: '/initiatives/cyder', answer: 'yes', reason: '' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(await answer.text()).toContain('href="/initiatives/cyder"');
    await send({ page: '/initiatives/cyder', answer: 'no', reason: 'hard' });
    await send({ page: '/help/phishing', answer: 'no', reason: 'contact' });
    await send({ page: '/help/phishing', answer: 'no', reason: '' }, 131);
    await send({ page: '/help/phishing', answer: 'yes', reason: 'hard' }, 132);
    await vi.waitUntil(async () => (await counted('useful'))['/help/phishing'] === 1, { timeout: 20_000 });
    expect(await counted('useful')).toEqual({ '/initiatives/cyder': 1, '/help/phishing': 1 });
    expect(await counted('not-useful')).toEqual({ '/help/phishing': 2 });
    expect(await counted('not-useful-because')).toEqual({ '/help/phishing contact': 1 });
  }, 30_000);

  it.each([
    [{ page: '/initiatives/nothing', answer: 'yes' }, 404],
    [{ page: '/help/nothing', answer: 'yes' }, 404],
    [{ page: 'https://evil.example/help', answer: 'yes' }, 404],
    [{ page: '/search', answer: 'yes' }, 404],
    [{ page: '/help', answer: 'perhaps' }, 400],
    [{ page: '/help', answer: 'no', reason: 'my name is …' }, 400],
    [{ page: '/help', answer: 'no', more: 'x' }, 400],
  ])('takes nothing that it did not ask: %j', async (form, status) => {
    expect((await send(form as Record<string, string>)).status).toBe(status);
  });

  it('is read by editors in the figures, with the reasons', async () => {
    const editor = await visitor(portal, 'editor');
    const page = await (await editor.get('/figures')).text();
    expect(page).toMatch(/ページは役に立ったか.*\/help\/phishing.*つながらない 1/s);
    const csv = await (await editor.get('/figures/export?table=opinions')).text();
    expect(csv).toContain('"/help/phishing","1","2","つながらない 1"');
  });

  it('is not answered again and again', async () => {
    const strict = await openTestPortal({ content: false, env: { KAKEHASHI_RATE_LIMIT: '600' } });
    const answers: number[] = [];
    for (let count = 0; count < 12; count++)
      answers.push((await strict.post('/useful', { page: '/help', answer: 'yes' }, fromOwnPage)).status);
    expect(answers.filter((status) => status === 429)).toHaveLength(2);
    await strict.stop();
  });
});
