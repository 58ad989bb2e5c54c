import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserSession } from '../../../../test/browser-session.ts';
import { decide, take, visitor, write } from '../../../../test/editorial-visitors.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';

let portal: TestPortal;
let provider: BrowserSession;
let reviewer: BrowserSession;
let now = new Date('2027-01-10T03:00:00Z');

beforeAll(async () => {
  portal = await openTestPortal({ now: () => now });
  provider = await visitor(portal, 'provider');
  reviewer = await visitor(portal, 'reviewer');
});
afterAll(() => portal.stop());

const stateOf = async (id: string) => (await portal.platform.publishing.find(id))?.state;
const text = async (path: string) => (await portal.get(path)).text();
const send = (id: string) => provider.post(`/desk/entries/${id}/submit`, { reason: '新しい催しです' });

/** Enters a programme with what may be added. @param more  several values of one input are separated by a blank */
async function enter(title: string, more: Record<string, string>): Promise<string> {
  const id = await write(provider, title);
  await fillMore(id, more);
  return id;
}

async function fillMore(id: string, more: Record<string, string>): Promise<Response> {
  const address = `/desk/entries/${id}/edit?step=more`;
  const page = await (await provider.get(address)).text();
  const form = new URLSearchParams({
    after: 'next',
    seen: /name="seen" value="([^"]*)"/.exec(page)?.[1] ?? '',
  });
  for (const [name, value] of Object.entries(more))
    for (const each of name === 'heldOn' ? value.split(' ') : [value]) form.append(name, each);
  return provider.post(address, form);
}

async function publish(id: string): Promise<void> {
  expect((await send(id)).status).toBe(303);
  await take(reviewer, id);
  await decide(reviewer, id, 'approve', { despite: '確かめました' });
  expect(await stateOf(id)).toBe('published');
  await expect.poll(async () => (await portal.get(`/initiatives/${id}`)).status).toBe(200);
}

const contact = {
  telephone: '０３（５９７８）７５０９',
  'hoursNote.ja': '平日 9時30分から17時まで',
  'hoursNote.en': 'Weekdays 9:30 to 17:00',
  mail: 'desk@example.jp',
  form: 'https://example.jp/form',
};

describe('an entry with days and a contact', () => {
  let id = '';

  it('shows them on its page, in both languages, with a number to tap', async () => {
    id = await enter('三日間の演習', {
      heldOn: '2027-01-22 2027-01-20 2027-01-21',
      applyBy: '2027-01-15',
      ...contact,
    });
    await publish(id);
    const page = await text(`/initiatives/${id}`);
    for (const day of ['2027-01-15', '2027-01-20', '2027-01-21', '2027-01-22'])
      expect(page).toContain(`<time datetime="${day}">`);
    expect(page.indexOf('2027-01-20')).toBeLessThan(page.indexOf('2027-01-22'));
    expect(page).toContain('href="tel:0359787509"');
    expect(page).toContain('href="mailto:desk@example.jp"');
    expect(page).toContain('平日 9時30分から17時まで');
    const english = await text(`/en/initiatives/${id}`);
    expect(english).toContain('Weekdays 9:30 to 17:00');
    expect(english).toContain('20 January 2027');
  });

  it('says its days on its card', async () => {
    const results = await text(`/search?q=${encodeURIComponent('三日間の演習')}`);
    expect(results).toContain('2027年1月20日〜2027年1月22日（3日）');
    expect(results).toContain('申込締切 2027年1月15日');
  });

  it('has them in the API, the open data and the description for search engines', async () => {
    const api = JSON.parse(await text(`/api/v1/entries/${id}?lang=en`));
    expect(api).toMatchObject({
      heldOn: ['2027-01-20', '2027-01-21', '2027-01-22'],
      applyBy: '2027-01-15',
      telephone: '03-5978-7509',
      hours: 'Weekdays 9:30 to 17:00',
      mail: 'desk@example.jp',
      contactForm: 'https://example.jp/form',
    });
    expect(await text('/open-data/entries.csv')).toContain(
      '2027-01-20;2027-01-21;2027-01-22,2027-01-15,,,03-5978-7509',
    );
    const [, written = '{}'] =
      /<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/s.exec(await text(`/initiatives/${id}`)) ??
      [];
    const { mainEntity } = JSON.parse(written);
    expect(mainEntity.subjectOf).toHaveLength(3);
    expect(mainEntity.subjectOf[0]).toMatchObject({ '@type': 'Event', startDate: '2027-01-20' });
    expect(mainEntity.offers).toMatchObject({ availabilityEnds: '2027-01-15' });
    expect(JSON.stringify(mainEntity)).toContain('"telephone":"03-5978-7509"');
  });

  it('leaves by itself at the end of its last day in Japan, and is not confirmed back', async () => {
    now = new Date('2027-01-22T14:59:59Z');
    expect((await portal.platform.publishing.runDue(now)).expired).not.toContain(id);
    now = new Date('2027-01-22T15:00:00Z');
    expect((await portal.platform.publishing.runDue(now)).expired).toContain(id);
    expect(await stateOf(id)).toBe('expired');
    const refused = await provider.post(`/desk/entries/${id}/confirm`);
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('日程がすべて過ぎています');
    expect(await stateOf(id)).toBe('expired');
  });

  it('comes back with new days', async () => {
    const over = await send(id);
    expect(await over.text()).toContain('すべて過ぎています');
    await fillMore(id, { heldOn: '2027-03-01', ...contact });
    await publish(id);
    expect(await text(`/initiatives/${id}`)).toContain('<time datetime="2027-03-01">');
    expect((await portal.platform.publishing.runDue(now)).expired).not.toContain(id);
  });
});

it('a deadline alone ends an entry, and a new one keeps it', async () => {
  const id = await enter('締切だけの募集', { applyBy: '2027-02-01' });
  await publish(id);
  await fillMore(id, { applyBy: '2027-02-20' });
  await publish(id);
  now = new Date('2027-02-05T00:00:00Z');
  expect((await portal.platform.publishing.runDue(now)).expired).not.toContain(id);
  now = new Date('2027-02-20T15:00:00Z');
  expect((await portal.platform.publishing.runDue(now)).expired).toContain(id);
});

it('what is over is not sent; a deadline after the last day and numbers that nobody dials are refused at their field', async () => {
  const id = await enter('終わった催し', { heldOn: '2026-12-01' });
  const check = await (await provider.get(`/desk/entries/${id}/check`)).text();
  expect(check).toContain('「開催日」がすべて過ぎています');
  expect((await send(id)).status).toBe(400);
  const wrong = await fillMore(id, { heldOn: '2027-04-01', applyBy: '2027-04-02', telephone: '5978-7509' });
  const page = await wrong.text();
  expect(page).toContain('href="#telephone"');
  expect(page).toContain('日本でかけられる番号');
  const late = await (await fillMore(id, { heldOn: '2027-04-01', applyBy: '2027-04-02' })).text();
  expect(late).toContain('申込締切は、最後の開催日か、それより前に');
  expect((await fillMore(id, { heldOn: '2027-04-01 x' })).status).toBe(400);
});

it('#9110 is tapped as a number that has its sign', async () => {
  const id = await enter('警察の相談', { telephone: '＃9110' });
  await publish(id);
  const page = await text(`/initiatives/${id}`);
  expect(page).toContain('href="tel:%239110"');
  expect(page).toContain('#9110');
});

it('the Excel template has a column for each', async () => {
  const csv = await (await provider.get('/desk/import/template/initiative.csv')).text();
  for (const heading of [
    '開催日',
    '申込締切',
    '問い合わせの電話番号',
    '電話の受付時間（日本語）',
    '問い合わせのメールアドレス',
  ])
    expect(csv).toContain(heading);
  expect(csv).not.toContain('2026-04-01');
});
