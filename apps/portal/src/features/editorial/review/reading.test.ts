import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserSession } from '../../../../test/browser-session.ts';
import { trainingFeature } from '../../../../test/collection/training.tsx';
import {
  completeSteps,
  enterAndSend,
  fill,
  take,
  visitor,
  write,
} from '../../../../test/editorial-visitors.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { unwrap } from '../../../platform/database/transact.ts';
import { features } from '../../../portal.ts';

let portal: TestPortal;
let provider: BrowserSession;
let reviewer: BrowserSession;

beforeAll(async () => {
  portal = await openTestPortal({ features: [...features, trainingFeature] });
  provider = await visitor(portal, 'provider');
  reviewer = await visitor(portal, 'reviewer');
});
afterAll(() => portal.stop());

const textFor = async (who: BrowserSession, path: string) => (await who.get(path)).text();

/** Sends an entry without the checks of the current form, as earlier forms allowed. */
async function sent(kind: string, data: object): Promise<string> {
  const { publishing, now } = portal.platform;
  const id = randomUUID();
  const author = { id: 'somebody', organisationId: null };
  unwrap(await publishing.enter({ id, kind, data, reason: 'entered' }, author, now()));
  unwrap(await publishing.act(id, 'submit', author, 'sent', now()));
  return id;
}

describe('the preview of an entry under review', () => {
  it('is open to its reviewers, at both of its addresses, and shows what was sent', async () => {
    const id = await enterAndSend(provider, '見え方を確かめる講座');
    for (const path of [`/review/${id}/preview`, `/desk/entries/${id}/preview`]) {
      const answer = await reviewer.get(path);
      expect(answer.status).toBe(200);
      const page = await answer.text();
      expect(page).toContain('<h1>内容</h1>');
      expect(page).toMatch(/<h1>.*見え方を確かめる講座.*<\/h1>/);
    }
    expect(await textFor(reviewer, `/review/${id}`)).toContain(`href="/review/${id}/preview"`);
    expect((await provider.get(`/review/${id}/preview`)).status).toBe(403);
    expect(await textFor(provider, `/desk/entries/${id}/preview`)).toContain('見え方を確かめる講座');
  });

  it('is there for a kind of another capability too, which registered no page for it', async () => {
    const id = await sent('training', {
      title: { ja: '机上演習' },
      summary: { ja: '判断を練習します。' },
      difficulty: 'advanced',
      phases: ['contain'],
      cost: 'free',
      startsOn: '2027-03-01',
    });
    const page = await textFor(reviewer, `/review/${id}/preview`);
    expect(page).toMatch(/<h1>机上演習<\/h1>/);
    for (const shown of ['判断を練習します。', '応用', '封じ込め', '2027-03-01'])
      expect(page).toContain(shown);
  });

  it('is not there for an entry that was never sent', async () => {
    const id = await write(provider, '書きかけの講座');
    for (const path of [`/review/${id}/preview`, `/desk/entries/${id}/preview`])
      expect((await reviewer.get(path)).status).toBe(404);
  });
});

describe('a text in Markdown', () => {
  it('is shown to its reviewer as readers will see it, with what was typed folded away', async () => {
    const id = await enterAndSend(provider, '読みやすい講座');
    const page = await textFor(reviewer, `/review/${id}`);
    const [, shown = ''] = /<figure class="typeset">(.*?)<\/figure>/s.exec(page) ?? [];
    expect(shown).toContain('<h1>内容</h1>');
    expect(shown).not.toContain('# 内容');
    expect(page).toMatch(/<details[^>]*>(?:(?!<\/details>).)*# 内容/s);
  });

  it('is shown beside what was changed in it', async () => {
    const id = await enterAndSend(provider, '直した講座');
    await take(reviewer, id);
    await reviewer.post(`/review/${id}/decide`, {
      action: 'request-changes',
      reason: '短くしてください',
      at: '',
    });
    const description = '# 内容\n\n**少しの**演習を通して学びます。';
    await fill(provider, id, 'texts', { ...completeSteps.texts, 'description.ja': description });
    await provider.post(`/desk/entries/${id}/submit`, { reason: '直しました' });
    const page = await textFor(reviewer, `/review/${id}`);
    expect(page).toMatch(/<ins>[^<]*少しの[^<]*<\/ins>/);
    expect(page).toMatch(/<figure class="typeset">.*<strong>少しの<\/strong>/s);
  });
});

describe('a link that would not go live', () => {
  const data = (description: string) => ({
    title: { ja: '危ないリンクの講座' },
    summary: { ja: '学びます。' },
    description: { ja: description },
    operator: { ja: '見本' },
    url: 'https://training.example.jp/unsafe',
    addressSeen: 'own',
    purposes: ['train'],
    ages: ['adult'],
    affiliations: ['sme'],
    category: 'course',
    regions: ['nationwide'],
    cost: 'free',
    format: ['online'],
    join: { ja: '申し込みます。' },
    status: 'active',
  });

  it.each(['javascript:alert(1)', 'tel:110', 'www.example.jp'])(
    'to %s is refused before the entry is sent, with a sentence',
    async (address) => {
      const id = await write(provider, '危ないリンクの講座');
      const texts = { ...completeSteps.texts, 'description.ja': `[ここ](${address})から申し込みます。` };
      const answer = await fill(provider, id, 'texts', texts);
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain(`リンク先「${address}」は公開されません。`);
      expect(await textFor(provider, `/desk/entries/${id}/check`)).toContain(`リンク先「${address}」`);
      await provider.post(`/desk/entries/${id}/submit`, { reason: '新しい講座です' });
      expect(await portal.platform.publishing.find(id)).toBeUndefined();
    },
  );

  it('that was sent before it was refused is marked for the reviewer, and leads to its text', async () => {
    const id = await sent('initiative', data('[ここ](javascript:alert(1))から。'));
    const page = await textFor(reviewer, `/review/${id}`);
    expect(page).toContain('公開されないリンクがあります');
    expect(page).toMatch(/href="#compared-description\.ja">[^<]*<\/a>: javascript:alert\(1\)/);
    expect(page).toContain('id="compared-description.ja"');
    const sound = await sent('initiative', data('[ここ](https://example.jp)から。'));
    expect(await textFor(reviewer, `/review/${sound}`)).not.toContain('公開されないリンクがあります');
  });
});
