import type { BrowserSession } from './browser-session.ts';
import { formValuesIn, hidden } from './editorial-visitors.ts';

/** A filled-in call for entries, open from yesterday for two weeks, with one question that must be answered. */
export function callFields(now: Date, changes: Record<string, string> = {}): Record<string, string> {
  return {
    'title.ja': '令和8年度の取組の募集',
    'title.en': 'Call for initiatives 2026',
    'body.ja': '## 趣旨\n\n研修プログラムを募集します。',
    'body.en': '## Aim\n\nWe are looking for training programmes.',
    kinds: 'initiative',
    opensAt: inTokyo(now, -1),
    closesAt: inTokyo(now, 13),
    reviewBy: '',
    'criteria.truth.label.ja': '公式ページの内容と合っている',
    'criteria.truth.label.en': 'It agrees with the official page',
    'criteria.rights.label.ja': 'だれでも申し込める',
    'criteria.rights.label.en': 'Anybody can join',
    'questions.+.label.ja': '定員は何人ですか',
    'questions.+.label.en': 'How many places are there?',
    'questions.+.sort': 'short',
    'questions.+.required': 'yes',
    ...changes,
  };
}

/** A moment so many days from another, as the form takes it. */
export function inTokyo(now: Date, days: number): string {
  const moment = new Date(now.getTime() + days * 86_400_000 + 9 * 3_600_000);
  return moment.toISOString().slice(0, 16);
}

/** Begins a call by its title. @returns its id */
export async function beginCall(editor: BrowserSession, title = '募集'): Promise<string> {
  const id = hidden(await (await editor.get('/desk/calls/new')).text(), 'id');
  const answer = await editor.post('/desk/calls/new', { id, title });
  if (answer.status !== 303) throw new Error(`the call was not begun: ${answer.status}`);
  return id;
}

/** Changes a list of a call, as `add questions` or `remove criteria plain`; the other values stay. */
export async function actOnCall(editor: BrowserSession, id: string, act: string): Promise<void> {
  const address = `/desk/calls/${id}/edit`;
  const page = await (await editor.get(address)).text();
  const form = formOf(page);
  form.set('act', act);
  const answer = await editor.post(address, form);
  if (answer.status !== 303) throw new Error(`${act} was answered ${answer.status}`);
}

/** The values of a page's form, unchanged. */
export function formOf(page: string): URLSearchParams {
  const form = new URLSearchParams({ ...formValuesIn(page), seen: hidden(page, 'seen') });
  for (const [, name = '', value = ''] of page.matchAll(/name="([^"]+)" value="([^"]*)" checked/g))
    form.append(name, value);
  return form;
}

/** Keys of a list of a call, in their order. */
export async function keysOf(editor: BrowserSession, id: string, list: string): Promise<string[]> {
  const page = await (await editor.get(`/desk/calls/${id}/edit`)).text();
  return [...page.matchAll(new RegExp(`value="remove ${list} ([\\w-]+)"`, 'g'))].map(([, key = '']) => key);
}

/** Fills in the form of a call and sends it. */
export async function fillCall(
  editor: BrowserSession,
  id: string,
  fields: Record<string, string> | URLSearchParams,
  after = 'check',
): Promise<Response> {
  const page = await (await editor.get(`/desk/calls/${id}/edit`)).text();
  const form = new URLSearchParams(fields);
  form.set('seen', hidden(page, 'seen'));
  form.set('after', after);
  return editor.post(`/desk/calls/${id}/edit`, form);
}

/** Prepares a call as an editor would, and announces it by rule. @returns its id */
export async function openCall(
  editor: BrowserSession,
  now: Date,
  changes: Record<string, string> = {},
  announced = true,
): Promise<string> {
  const id = await beginCall(editor);
  for (const key of await keysOf(editor, id, 'criteria'))
    if (key !== 'truth' && key !== 'rights') await actOnCall(editor, id, `remove criteria ${key}`);
  await actOnCall(editor, id, 'add questions');
  const [question = ''] = await keysOf(editor, id, 'questions');
  const fields = Object.entries(callFields(now, changes)).map(([name, value]): [string, string] => [
    name.replace('+', question),
    value,
  ]);
  const answer = await fillCall(editor, id, Object.fromEntries(fields));
  if (answer.status !== 303) throw new Error(`the call was not taken: ${answer.status}`);
  if (announced) await editor.post(`/desk/calls/${id}/announce`);
  return id;
}
