import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserSession } from '../../../../test/browser-session.ts';
import { callFields, fillCall, inTokyo, keysOf, openCall } from '../../../../test/call-form.ts';
import { begin, hidden, visitor, write } from '../../../../test/editorial-visitors.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { enteredCall } from '../calls/index.ts';

let portal: TestPortal;
let editor: BrowserSession;
let provider: BrowserSession;
let reviewer: BrowserSession;
let now = new Date();
let call: string;

beforeAll(async () => {
  portal = await openTestPortal({ now: () => now });
  editor = await visitor(portal, 'editor');
  provider = await visitor(portal, 'provider');
  reviewer = await visitor(portal, 'reviewer');
  call = await openCall(editor, now);
});
afterAll(() => portal.stop());

const stateOf = async (id: string) => (await portal.platform.publishing.find(id))?.state;
const choose = (id: string, to: string) => provider.post(`/desk/entries/${id}/call`, { call: to });
const send = (id: string) => provider.post(`/desk/entries/${id}/submit`, { reason: '応募します' });

async function answer(id: string, places: string, after = 'next', seen?: string): Promise<Response> {
  const page = await (await provider.get(`/desk/entries/${id}/call`)).text();
  const [, input = ''] = /name="(answer\.[^"]+)"/.exec(page) ?? [];
  const fields = { [input]: places, seen: seen ?? hidden(page, 'seen'), after };
  return provider.post(`/desk/entries/${id}/answers`, fields);
}

const callOf = (id: string) => enteredCall(portal.platform.connection.db, id);

describe('an entry in a call', () => {
  it('is begun in it from the call’s page; the question is part of the form', async () => {
    const start = await (await provider.get(`/desk/new?call=${call}`)).text();
    expect(start).toMatch(new RegExp(`value="${call}" checked`));
    const [, owner = ''] = /<option value="([^"]*)"/.exec(start) ?? [];
    const fields = { id: hidden(start, 'id'), kind: 'initiative', owner, call };
    const begun = await provider.post('/desk/new', fields);
    expect(begun.status).toBe(303);
    expect(await callOf(fields.id)).toMatchObject({ id: call, sentAt: null });
    const step = await (await provider.get(`/desk/entries/${fields.id}/call`)).text();
    expect(step).toContain('定員は何人ですか');
  });

  it('is not sent before its question is answered; the error leads to it', async () => {
    const id = await write(provider, '答えのない応募');
    await choose(id, call);
    const check = await (await provider.get(`/desk/entries/${id}/check`)).text();
    expect(check).toMatch(new RegExp(`/desk/entries/${id}/call\\?check=1#answer\\.`));
    expect((await send(id)).status).toBe(400);
    expect(await stateOf(id)).toBeUndefined();
    const empty = await answer(id, ' ');
    expect(empty.status).toBe(400);
    expect(await empty.text()).toContain('href="#answer.');
  });

  it('keeps its answers as they are typed; of two people the second sees both', async () => {
    const id = await begin(provider);
    await choose(id, call);
    const seen = hidden(await (await provider.get(`/desk/entries/${id}/call`)).text(), 'seen');
    expect(await (await answer(id, '20人', 'stay', seen)).json()).toMatchObject({ saved: true });
    expect((await answer(id, '30人', 'stay', seen)).status).toBe(409);
    const both = await (await answer(id, '30人', 'next', seen)).text();
    expect(both).toContain('20人');
    expect(both).toContain('30人');
    const crafted = { 'answer.other': 'x', seen, after: 'next' };
    expect((await provider.post(`/desk/entries/${id}/answers`, crafted)).status).toBe(400);
  });

  it('shows its answers to its provider and its reviewers, and to nobody else', async () => {
    const id = await write(provider, '答えのある応募');
    await choose(id, call);
    await answer(id, '四十二人まで');
    expect((await send(id)).status).toBe(303);
    expect(await stateOf(id)).toBe('submitted');
    expect(await (await provider.get(`/desk/entries/${id}`)).text()).toContain('四十二人まで');
    expect(await (await reviewer.get(`/review/${id}`)).text()).toContain('四十二人まで');
    const overview = await (await editor.get(`/desk/calls/${call}`)).text();
    expect(overview).toContain('答えのある応募');
    expect(overview).toContain('見本トレーニング株式会社');
    const { data } = (await portal.platform.publishing.history(id)).at(-1) ?? {};
    expect(JSON.stringify(data)).not.toContain('四十二人');
  });

  it('once sent, stays in its call', async () => {
    const id = await write(provider);
    await choose(id, call);
    await answer(id, '10人');
    await send(id);
    await reviewer.post(`/review/${id}/assign`, {});
    await reviewer.post(`/review/${id}/decide`, { action: 'request-changes', reason: '直して', at: '' });
    expect(await stateOf(id)).toBe('changes-requested');
    expect((await choose(id, '')).status).toBe(400);
    expect(await callOf(id)).toMatchObject({ id: call });
  });

  it('is not sent into one that has closed, but what reviewers asked to change still comes in', async () => {
    const soon = await openCall(editor, now, { closesAt: inTokyo(now, 2) });
    const late = await write(provider, '間に合わなかった応募');
    await choose(late, soon);
    await answer(late, '5人');
    const back = await write(provider, '直して送る応募');
    await choose(back, soon);
    await answer(back, '6人');
    await send(back);
    await reviewer.post(`/review/${back}/assign`, {});
    await reviewer.post(`/review/${back}/decide`, { action: 'request-changes', reason: '直して', at: '' });
    now = new Date(now.getTime() + 3 * 86_400_000);
    const refused = await send(late);
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('は受け付けていません');
    expect(await stateOf(late)).toBeUndefined();
    expect((await send(back)).status).toBe(303);
    expect(await stateOf(back)).toBe('submitted');
    await choose(late, '');
    expect((await send(late)).status).toBe(303);
    now = new Date(now.getTime() - 3 * 86_400_000);
  });

  it('is not entered in a call that is only planned, nor in what is no call', async () => {
    const planned = await openCall(editor, now, { opensAt: inTokyo(now, 1), closesAt: inTokyo(now, 9) });
    const id = await begin(provider);
    expect((await choose(id, planned)).status).toBe(400);
    const step = await (await provider.get(`/desk/entries/${id}/call`)).text();
    expect(step).toContain(`value="${call}"`);
    expect(step).not.toContain(`value="${planned}"`);
    expect((await choose(id, 'cyder')).status).toBe(400);
    expect(await callOf(id)).toBeUndefined();
  });

  it('is not sent into one that was withdrawn meanwhile', async () => {
    const gone = await openCall(editor, now);
    const id = await write(provider);
    await choose(id, gone);
    await answer(id, '8人');
    expect((await editor.post(`/desk/calls/${gone}/withdraw`)).status).toBe(303);
    expect((await send(id)).status).toBe(400);
  });

  it('is forgotten with its draft, and no longer counted as being written', async () => {
    const own = await openCall(editor, now);
    const writing = async () => (await editor.get(`/desk/calls/${own}`)).text();
    const id = await begin(provider);
    await choose(id, own);
    expect(await writing()).toMatch(/書きかけ<\/dt><dd>1</);
    await provider.post(`/desk/entries/${id}/discard`);
    expect(await writing()).toMatch(/書きかけ<\/dt><dd>0</);
  });

  it('of another organisation is nobody’s to choose or answer for', async () => {
    const id = await begin(provider);
    expect((await reviewer.post(`/desk/entries/${id}/call`, { call })).status).toBe(403);
    const stranger = await editor.post('/desk/entries/00000000-0000-4000-8000-000000000000/call', { call });
    expect(stranger.status).toBe(404);
    await editor.post('/desk/new', { id, kind: 'initiative', owner: '', call });
    expect(await callOf(id)).toBeUndefined();
  });
});

it('a question added later is asked of whoever has not sent yet', async () => {
  const own = await openCall(editor, now, { 'questions.+.required': '' });
  const id = await write(provider);
  await choose(id, own);
  const [question] = await keysOf(editor, own, 'questions');
  const fields = callFields(now, { [`questions.${question}.required`]: 'yes' });
  const named = Object.entries(fields).map(([name, value]) => [name.replace('+', question ?? ''), value]);
  expect((await fillCall(editor, own, Object.fromEntries(named))).status).toBe(303);
  expect((await editor.post(`/desk/calls/${own}/announce`)).status).toBe(303);
  expect((await send(id)).status).toBe(400);
  await answer(id, '7人');
  expect((await send(id)).status).toBe(303);
});

describe('the review of an entry in a call', () => {
  const decide = (id: string, action: string, met: readonly string[], reason = '') => {
    const form = new URLSearchParams({ action, reason, at: '' });
    for (const criterion of met) form.append('met', criterion);
    return reviewer.post(`/review/${id}/decide`, form);
  };
  const sentInto = async (to: string, title: string) => {
    const id = await write(provider, title);
    await choose(id, to);
    await answer(id, '3人');
    await send(id);
    return id;
  };

  it('goes by the call’s own criteria, and its outcome shows in the call’s figures', async () => {
    const own = await openCall(editor, now);
    const id = await sentInto(own, '基準の講座');
    await reviewer.post(`/review/${id}/assign`);
    const page = await (await reviewer.get(`/review/${id}`)).text();
    expect(page).toContain('だれでも申し込める');
    expect(page).not.toContain('他者の権利や個人情報を損なわない');
    expect((await decide(id, 'approve', ['truth'])).status).toBe(400);
    expect((await decide(id, 'approve', ['truth', 'rights'])).status).toBe(303);
    expect(await callOf(id)).toMatchObject({ settled: true });
    const declined = await sentInto(own, '見送る講座');
    await reviewer.post(`/review/${declined}/assign`);
    await decide(declined, 'decline', [], '対象の外です');
    const overview = await (await editor.get(`/desk/calls/${own}`)).text();
    expect(overview).toMatch(/採択<\/th><td[^>]*>1</);
    expect(overview).toMatch(/不採択<\/th><td[^>]*>1</);
    expect((await editor.post(`/desk/calls/${own}/withdraw`)).status).toBe(400);
  });

  it('is due by the call’s day, else two weeks after it was sent; what is overdue is marked and found', async () => {
    const day = inTokyo(now, 20).slice(0, 10);
    const dated = await openCall(editor, now, { reviewBy: day });
    const [byDay, standing] = [await sentInto(dated, '日付の講座'), await write(provider, 'ふだんの講座')];
    await send(standing);
    const queue = async (query: string) => (await reviewer.get(`/review?${query}`)).text();
    expect(await queue(`call=${dated}`)).toContain('日付の講座');
    expect(await queue(`call=${dated}`)).not.toContain('ふだんの講座');
    expect(await queue('only=overdue')).not.toContain('ふだんの講座');
    now = new Date(now.getTime() + 15 * 86_400_000);
    const overdue = await queue('only=overdue');
    expect(overdue).toContain('ふだんの講座');
    expect(overdue).not.toContain('日付の講座');
    expect(await (await reviewer.get(`/review/${standing}`)).text()).toContain('期限切れ');
    now = new Date(`${day}T23:59:00+09:00`);
    expect(await queue('only=overdue')).not.toContain('日付の講座');
    now = new Date(now.getTime() + 120_000);
    const ordered = await queue('order=deadline');
    expect(ordered.indexOf(standing)).toBeLessThan(ordered.indexOf(byDay));
    expect(await queue('only=overdue')).toContain('日付の講座');
  });
});
