import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BrowserSession } from '../../../../test/browser-session.ts';
import { begin, completeSteps, enterAndSend, fill, visitor } from '../../../../test/editorial-visitors.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';

let portal: TestPortal;
let provider: BrowserSession;
let reviewer: BrowserSession;
let admin: BrowserSession;

beforeAll(async () => {
  portal = await openTestPortal();
  provider = await visitor(portal, 'provider');
  reviewer = await visitor(portal, 'reviewer');
  admin = await visitor(portal, 'admin');
});
afterAll(() => portal.stop());

const textFor = async (who: BrowserSession, path: string) => (await who.get(path)).text();
/** Warnings of a page: paths with their reasons. */
const warned = (page: string) =>
  [...page.matchAll(/<li><a href="([^"]+)">[^<]*<\/a> — ([^<]+)<\/li>/g)].map(([, path, why]) => [path, why]);

it('an entry with the official page or nearly the name of a published one is told of, and still sent', async () => {
  const [record] = portal.platform.model.ofKind('initiative');
  if (!record) throw new Error('the sample has no initiative');
  const { title, url } = record.data as { title: { ja: string }; url: string };
  const id = await begin(provider);
  const texts = { ...completeSteps.texts, 'title.ja': 'まったく別の名前です', url: `${url}#top` };
  await fill(provider, id, 'texts', texts, 'leave');
  const page = `/initiatives/${record.id}`;
  for (const path of [`/desk/entries/${id}/edit?step=texts`, `/desk/entries/${id}/check`])
    expect(warned(await textFor(provider, path))).toContainEqual([page, '公式ページが同じです']);

  const other = await enterAndSend(provider, `${title.ja}。`);
  expect(await portal.platform.publishing.find(other)).toBeDefined();
  expect(warned(await textFor(reviewer, `/review/${other}`))).toContainEqual([
    page,
    '名前がほとんど同じです',
  ]);
});

it('its reviewer is told of others under way, its owners of their own alone', async () => {
  const first = await enterAndSend(provider, '似ている取組の講座');
  const second = await enterAndSend(admin, '似ている取組の 講座');
  expect(warned(await textFor(reviewer, `/review/${second}`)).map(([path]) => path)).toContain(
    `/review/${first}`,
  );
  const third = await begin(provider);
  await fill(provider, third, 'texts', { ...completeSteps.texts, 'title.ja': '似ている取組の講座' }, 'leave');
  const paths = warned(await textFor(provider, `/desk/entries/${third}/check`)).map(([path]) => path);
  expect(paths).toContain(`/desk/entries/${first}`);
  expect(paths).not.toContain(`/desk/entries/${second}`);
  expect(paths).not.toContain(`/desk/entries/${third}`);
});

it('an entry like no other is told of nothing', async () => {
  const id = await begin(provider);
  const texts = { ...completeSteps.texts, 'title.ja': '深海魚観察日誌', url: 'https://fish.example.jp/only' };
  await fill(provider, id, 'texts', texts, 'leave');
  const page = await textFor(provider, `/desk/entries/${id}/check`);
  expect(page).not.toContain('似た登録があります');
});
