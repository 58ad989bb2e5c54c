import { BrowserSession } from './browser-session.ts';
import type { TestPortal } from './test-portal.ts';

/** What a complete initiative looks like in the steps of its form. */
export const completeSteps = {
  texts: {
    'title.ja': 'はじめての情報管理講座',
    'summary.ja': '小さな会社が最初に学ぶ情報の守り方を、半日で身につけます。',
    'description.ja': '# 内容\n\n演習を通して学びます。',
    'operator.ja': '見本トレーニング株式会社',
    url: 'https://training.example.jp/first',
    'join.ja': '公式ページから申し込みます。',
  },
  choices: {
    addressSeen: 'own',
    purposes: 'train',
    ages: 'adult',
    affiliations: 'sme',
    regions: 'nationwide',
    format: '',
    category: '',
    cost: 'free',
    status: 'active',
  },
} as const;

/** Signs somebody in by a demonstration account. */
export async function visitor(portal: TestPortal, name: string): Promise<BrowserSession> {
  const browser = new BrowserSession(portal);
  await browser.signIn(`${name}@example.jp`);
  return browser;
}

/** Values that a page's hidden field holds. */
export function hidden(page: string, name: string): string {
  const [, value = ''] = new RegExp(`name="${name}" value="([^"]*)"`).exec(page) ?? [];
  return value;
}

/** Begins an entry for the first organisation that the visitor may enter for. @returns its id */
export async function begin(browser: BrowserSession): Promise<string> {
  const page = await (await browser.get('/desk/new')).text();
  const [, owner = ''] = /<option value="([^"]*)"/.exec(page) ?? [];
  const answer = await browser.post('/desk/new', { id: hidden(page, 'id'), kind: 'initiative', owner });
  const [, id = ''] = /\/desk\/entries\/([^/]+)\/edit/.exec(answer.headers.get('location') ?? '') ?? [];
  return id;
}

/** Fills in a step and saves it; what is not named is left empty. */
export async function fill(
  browser: BrowserSession,
  id: string,
  step: string,
  fields: Record<string, string>,
  after = 'next',
): Promise<Response> {
  const address = `/desk/entries/${id}/edit?step=${step}`;
  const page = await (await browser.get(address)).text();
  return browser.post(address, { ...fields, seen: hidden(page, 'seen'), after });
}

/** Fills in and sends an entry. @returns its id */
export async function enterAndSend(browser: BrowserSession, title?: string): Promise<string> {
  const id = await write(browser, title);
  await browser.post(`/desk/entries/${id}/submit`, { reason: '新しい講座です' });
  return id;
}

/** Fills in an entry wholly; the first value of each list of choices that the words above leave open. */
export async function write(browser: BrowserSession, title?: string): Promise<string> {
  const id = await begin(browser);
  const texts = { ...completeSteps.texts, ...(title && { 'title.ja': title }) };
  await fill(browser, id, 'texts', texts);
  const page = await (await browser.get(`/desk/entries/${id}/edit?step=choices`)).text();
  const firstOf = (name: string) =>
    new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1] ??
    new RegExp(`<select[^>]*name="${name}"[^>]*>.*?<option value="([^"]+)"`, 's').exec(page)?.[1] ??
    '';
  const choices = Object.fromEntries(
    Object.entries(completeSteps.choices).map(([name, value]) => [name, value || firstOf(name)]),
  );
  await fill(browser, id, 'choices', choices);
  return id;
}
