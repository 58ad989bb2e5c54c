import { readSheet } from '@kakehashi/spreadsheets';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { advicePaths } from './advice-paths.ts';

let portal: TestPortal;
const logged: string[] = [];
beforeAll(async () => {
  const log = pino({ level: 'trace' }, { write: (line: string) => logged.push(line) });
  portal = await openTestPortal({ log });
});
afterAll(() => portal.stop());

const text = async (path: string) => (await portal.get(path)).text();
const plan = `${advicePaths.advice}?work=sales&touch=personal-data&touch=payments&hours=20&place=any&insured=two`;
const team = {
  table: '氏名\t担当業務\tできること\n田中花子\t営業\t茶道\n鈴木一郎\t情シス\tバックアップ',
  place: 'any',
};
const conditions = { quarter: '', budget: '300000', hours: '20' };
const fromSite = { 'sec-fetch-site': 'same-origin' };

describe('advice for one person', () => {
  it('asks five questions, and again where one’s work was not told', async () => {
    expect(await text(advicePaths.advice)).toContain('5. どこで、どのくらい学べますか');
    const again = await text(`${advicePaths.advice}?touch=payments&hours=20`);
    expect(again).toContain('仕事を1つ選んでください。');
    expect(again).toMatch(/value="payments" checked/);
  });

  it('gives a plan in both languages, with its address, the reasons and the cost after benefits', async () => {
    const page = await text(plan);
    expect(page).toContain('営業のあなたに足すもの');
    expect(page).toContain('振り込みや請求書に触れるから');
    expect(page).toContain('同じことを学べる取組');
    expect(page).toContain('touch=personal-data&amp;touch=payments');
    expect(await text(`/en${plan}`)).toContain('What to add: Sales');
  });

  it('is not kept by any cache, and a plan on one sheet leads back where no work is told', async () => {
    expect((await portal.get(plan)).headers.get('cache-control')).toContain('private');
    const sheet = await text(plan.replace(advicePaths.advice, advicePaths.sheet));
    expect(sheet).toContain('なりすましの請求書で振り込んだお金は、取り戻すのが難しいためです。');
    expect((await portal.get(advicePaths.sheet)).status).toBe(303);
  });
});

describe('a plan for a team', () => {
  it('lays out by quarter who takes what, and says what it could not read', async () => {
    const response = await portal.post(advicePaths.team, { ...team, ...conditions }, fromSite);
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page).toContain('田中花子');
    expect(page).toContain('田中花子：茶道');
    expect(page).toContain('人材開発支援助成金');
  });

  it('with faults gives back all that was written, and says each fault', async () => {
    const table = '氏名\t担当業務\n田中花子\t船長';
    const response = await portal.post(
      advicePaths.team,
      { ...team, table, quarter: '', budget: '三万', hours: '0' },
      fromSite,
    );
    const page = await response.text();
    expect(response.status).toBe(422);
    expect(page).toContain('田中花子\t船長</textarea>');
    expect(page).toContain('2行目「担当業務」の「船長」');
    expect(page).toContain('value="三万"');
    expect(page.match(/<li><a href="#(table|budget|hours)">/g)).toHaveLength(3);
  });

  it('is given as a workbook in which nothing runs, with the sums of its quarters', async () => {
    const table = team.table.replace('田中花子', '=HYPERLINK("https://attacker.example")');
    const response = await portal.post(
      advicePaths.team,
      { ...team, table, ...conditions, as: 'xlsx' },
      fromSite,
    );
    expect(response.headers.get('content-type')).toContain('spreadsheetml');
    expect(response.headers.get('cache-control')).toContain('no-store');
    const { rows } = await readSheet(Buffer.from(await response.arrayBuffer()));
    expect(rows[0]?.[0]).toBe('四半期');
    expect(rows.slice(1).some(([, name]) => name?.includes('HYPERLINK'))).toBe(true);
    const prices = rows.slice(1).map((row) => Number(row[5]));
    expect(prices.reduce((sum, price) => sum + price, 0)).toBeLessThanOrEqual(300_000);
  });

  it('leaves neither answers nor names in the log', () => {
    const log = logged.join('\n');
    expect(log).toContain(advicePaths.team);
    expect(log).toContain(advicePaths.advice);
    expect(log).not.toMatch(/田中|鈴木|茶道|payments|personal-data/);
    expect(decodeURIComponent(log.replaceAll('%', '%25'))).not.toContain('touch=');
  });
});

describe('roles, skills and learning routes', () => {
  it('are browsed, and mappings to other frameworks are no equivalence', async () => {
    expect(await text(advicePaths.roles)).toContain(`href="${advicePaths.role('sales')}"`);
    expect(await text(advicePaths.role('sales'))).toContain(
      `href="${advicePaths.skill('buy-questionnaires')}"`,
    );
    expect(await text(advicePaths.skills)).toContain(`href="${advicePaths.skill('day-phishing')}"`);
    const page = await text(advicePaths.skill('gov-policy'));
    expect(page).toContain('同等という意味ではありません');
    expect(page).toContain('<code>T0001</code>');
    expect(page).toContain('ENISA');
    expect((await portal.get(advicePaths.skill('piracy'))).status).toBe(404);
    expect((await portal.get(advicePaths.role('pirate'))).status).toBe(404);
  });

  it('routes show the editors’ words with current programmes and figures', async () => {
    expect(await text(advicePaths.routes)).toContain('href="/plus-security/routes/executives-first-year"');
    const page = await text(`/en${advicePaths.route('executives-first-year')}`);
    expect(page).toContain('Think of risk in the language of business');
    expect(page).toContain('This route is a sample.');
    expect(page).toMatch(/After this step \d+ % of the role is lacking\./);
  });

  it('are led to from the programmes', async () => {
    expect(await text('/programmes')).toContain(`href="${advicePaths.advice}"`);
    expect(await text('/programmes?skill=gov-policy')).toContain(`href="${advicePaths.skill('gov-policy')}"`);
  });
});

it('team plans are made so many times a minute for one client', async () => {
  const strict = await openTestPortal({ env: { KAKEHASHI_RATE_LIMIT: '600' } });
  const answers: number[] = [];
  for (let count = 0; count < 22; count++)
    answers.push((await strict.post(advicePaths.team, { ...team, ...conditions }, fromSite)).status);
  expect(answers.filter((status) => status === 429)).toHaveLength(2);
  expect((await strict.get(advicePaths.team)).status).toBe(200);
  await strict.stop();
}, 60_000);
