import { standingCriteria } from '../src/features/editorial/calls/index.ts';
import { session } from '../src/platform/identity/schema.ts';
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
    affiliations: 'sme',
    regions: 'nationwide',
    format: '',
    category: '',
    cost: 'free',
    status: 'active',
  },
} as const;

/** Signs somebody in by a demonstration account, for as long as the test lasts by its own clock. */
export async function visitor(portal: TestPortal, name: string): Promise<BrowserSession> {
  const browser = new BrowserSession(portal);
  await browser.signIn(`${name}@example.jp`);
  await extendSessions(portal);
  return browser;
}

/** Lets all sessions go on whatever day a test makes it: their ends have tests of their own. */
export async function extendSessions({ platform }: Pick<TestPortal, 'platform'>): Promise<void> {
  const after = new Date('2100-01-01T00:00:00Z');
  await platform.connection.db.update(session).set({ createdAt: after, updatedAt: after, expiresAt: after });
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

export function take(who: BrowserSession, id: string): Promise<Response> {
  return who.post(`/review/${id}/assign`);
}

/** Decides with every criterion met. */
export function decide(
  who: BrowserSession,
  id: string,
  action: string,
  fields: Record<string, string> = {},
): Promise<Response> {
  const form = new URLSearchParams({ action, reason: '', at: '', ...fields });
  for (const { id: criterion } of standingCriteria) form.append('met', criterion);
  return who.post(`/review/${id}/decide`, form);
}

/** The form of a small correction as its page offers it, with some of it changed. */
export async function correction(
  editor: BrowserSession,
  id: string,
  changes: Record<string, string>,
): Promise<URLSearchParams> {
  const page = await (await editor.get(`/desk/entries/${id}/correct`)).text();
  const form = new URLSearchParams({ ...formValuesIn(page), basedOn: hidden(page, 'basedOn') });
  for (const [, name = '', value = ''] of page.matchAll(/name="([^"]+)" value="([^"]*)" checked/g))
    form.append(name, value);
  for (const [, name = '', options = ''] of page.matchAll(
    /<select[^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/gs,
  ))
    form.append(name, /value="([^"]*)" selected/.exec(options)?.[1] ?? '');
  for (const [name, value] of Object.entries(changes)) form.set(name, value);
  return form;
}

/** What stands in the texts of a form. */
export function formValuesIn(page: string): Record<string, string> {
  const texts = [...page.matchAll(/<textarea[^>]*name="([^"]+)"[^>]*>([^<]*)</g)].map(
    ([, name = '', value = '']): [string, string] => [name, value],
  );
  const inputs = [...page.matchAll(/<input class="input"[^>]*>/g)].map(([tag]): [string, string] => [
    /name="([^"]+)"/.exec(tag)?.[1] ?? '',
    /value="([^"]*)"/.exec(tag)?.[1] ?? '',
  ]);
  return Object.fromEntries([...texts, ...inputs]);
}
