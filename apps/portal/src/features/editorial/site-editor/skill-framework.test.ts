import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visitor } from '../../../../test/editorial-visitors.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { save, send } from './testing/documents.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal();
});
afterAll(() => portal.stop());

const page = async (path: string) => (await portal.get(path)).text();
const skillPage = '/plus-security/skills/day-phishing';
const plan = '/plus-security/advice?work=sales&touch=payments&hours=20&place=any&insured=two';

describe('the framework that editors change in the site', () => {
  it('is what the pages show once another editor approves', async () => {
    const [editor, reviewer] = [await visitor(portal, 'editor'), await visitor(portal, 'reviewer')];
    const begun = await editor.post('/editing/new/skill-wording', {});
    const id = /items\/([^/?]+)/.exec(begun.headers.get('location') ?? '')?.[1] ?? '';
    const words = { skill: 'day-phishing', 'title.ja': 'だまされる前に気付く' };
    await save(editor, id, '', words);
    expect((await send(editor, id, 'approval')).status).toBe(303);
    expect(await page(skillPage)).not.toContain('だまされる前に気付く');
    const decided = await reviewer.post(`/editing/items/${id}/decide`, { action: 'approve', reason: '' });
    expect(decided.status).toBe(303);
    await expect.poll(() => page(skillPage)).toContain('だまされる前に気付く');
    await expect.poll(() => page(plan)).toContain('だまされる前に気付く');
  });

  it('learning routes are edited there too', async () => {
    const editor = await visitor(portal, 'editor');
    expect(await (await editor.get('/editing')).text()).toContain('経営者が1年で身につける判断');
    const form = await (await editor.get('/editing/items/executives-first-year/edit')).text();
    expect(form).toContain('めざす役割');
  });
});
