import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserSession } from '../../../../test/browser-session.ts';
import { decide, enterAndSend, take, visitor } from '../../../../test/editorial-visitors.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';

let portal: TestPortal;
let provider: BrowserSession;
let reviewer: BrowserSession;

beforeAll(async () => {
  portal = await openTestPortal();
  provider = await visitor(portal, 'provider');
  reviewer = await visitor(portal, 'reviewer');
});
afterAll(() => portal.stop());

const textFor = async (who: BrowserSession, path: string) => (await who.get(path)).text();
const formOf = (id: string, step: string) => textFor(provider, `/desk/entries/${id}/edit?step=${step}`);

/** The comments shown beside a field of the form. */
const commentsBeside = (page: string, field: string) =>
  new RegExp(`<section id="comments-${field}".*?</section>`, 's').exec(page)?.[0];

async function sentBack(comments: Record<string, string>): Promise<string> {
  const id = await enterAndSend(provider, 'コメントの付いた講座');
  await take(reviewer, id);
  for (const [field, body] of Object.entries(comments))
    await reviewer.post(`/review/${id}/comment`, { field, body });
  await decide(reviewer, id, 'request-changes', { reason: '直してください' });
  return id;
}

describe('what a reviewer said of a field', () => {
  it('stands with that field in the form, with who and when, and its inputs are described by it', async () => {
    const id = await sentBack({ summary: 'もう少し短く<b>', cost: '無料の条件を確かめてください' });
    const texts = await formOf(id, 'texts');
    const beside = commentsBeside(texts, 'summary') ?? '';
    expect(beside).toContain('もう少し短く&lt;b&gt;');
    expect(beside).toMatch(/審査担当\s+20\d\d年/);
    expect(beside).not.toContain('見本 審査者');
    expect(texts).toMatch(/<textarea[^>]*name="summary\.ja"[^>]*aria-describedby="comments-summary[ "]/);
    expect(texts.indexOf(beside)).toBeLessThan(texts.indexOf('name="summary.ja"'));
    expect(commentsBeside(texts, 'title')).toBeUndefined();
    expect(texts).not.toMatch(/aria-describedby="comments-title/);
    expect(commentsBeside(await formOf(id, 'choices'), 'cost')).toContain('無料の条件を確かめてください');
  });

  it('is listed above the form and on the entry, each leading to its field in whichever step', async () => {
    const id = await sentBack({ summary: 'もう少し短く', cost: '無料の条件は', '': '全体によい講座です' });
    for (const step of ['texts', 'choices', 'more']) {
      const [, list = ''] =
        /<section class="open-comments"(.*?)<\/section>/s.exec(await formOf(id, step)) ?? [];
      expect(list).toContain(`href="/desk/entries/${id}/edit?step=texts#comments-summary"`);
      expect(list).toContain(`href="/desk/entries/${id}/edit?step=choices#comments-cost"`);
      expect(list).toContain('全体によい講座です');
    }
    const entry = await textFor(provider, `/desk/entries/${id}`);
    const [, href = ''] =
      new RegExp(`href="(/desk/entries/${id}/edit\\?[^"#]*)#comments-cost"`).exec(entry) ?? [];
    expect(await textFor(provider, href.replaceAll('&amp;', '&'))).toContain('id="comments-cost"');
  });

  it('is gone from the form once it is sent again, also where nothing was changed', async () => {
    const id = await sentBack({ summary: '一度目の言葉' });
    await provider.post(`/desk/entries/${id}/submit`, { reason: 'このままでお願いします' });
    await reviewer.post(`/review/${id}/comment`, { field: 'cost', body: '二度目の言葉' });
    expect(await textFor(provider, `/desk/entries/${id}`)).not.toContain('二度目の言葉');
    await take(reviewer, id);
    await decide(reviewer, id, 'request-changes', { reason: 'もう一度' });
    const form = (await formOf(id, 'texts')) + (await formOf(id, 'choices'));
    expect(form).not.toContain('一度目の言葉');
    expect(form).toContain('二度目の言葉');
    const entry = await textFor(provider, `/desk/entries/${id}`);
    expect(entry).toContain('一度目の言葉');
    expect(entry).not.toContain('#comments-summary');
    expect(entry).toContain('#comments-cost');
  });

  it('leads nobody to a form that they may not open', async () => {
    const id = await sentBack({ summary: '短くしてください' });
    expect(await textFor(reviewer, `/desk/entries/${id}`)).not.toContain('#comments-summary');
  });
});
