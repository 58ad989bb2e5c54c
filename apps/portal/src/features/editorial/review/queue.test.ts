import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserSession } from '../../../../test/browser-session.ts';
import { enterAndSend, take, visitor } from '../../../../test/editorial-visitors.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { siteUser } from '../../../platform/identity/schema.ts';
import { mailMessage } from '../../../platform/mail/schema.ts';

let portal: TestPortal;
let provider: BrowserSession;
let reviewer: BrowserSession;
let admin: BrowserSession;
let editor: BrowserSession;

beforeAll(async () => {
  portal = await openTestPortal();
  provider = await visitor(portal, 'provider');
  reviewer = await visitor(portal, 'reviewer');
  admin = await visitor(portal, 'admin');
  editor = await visitor(portal, 'editor');
});
afterAll(() => portal.stop());

const stateOf = async (id: string) => (await portal.platform.publishing.find(id))?.state;

describe('the queue', () => {
  it('shows what was sent, who reviews it, and only what the filters ask for', async () => {
    const id = await enterAndSend(provider, '待っている講座');
    expect(await (await reviewer.get('/review')).text()).toContain('待っている講座');
    expect(await (await reviewer.get('/review?state=in-review')).text()).not.toContain('待っている講座');
    expect(await (await reviewer.get('/review?days=7')).text()).not.toContain('待っている講座');
    await take(reviewer, id);
    expect(await (await editor.get('/review?state=in-review')).text()).toContain('見本 審査者');
  });
});

describe('who reviews', () => {
  it('is chosen among those who may judge the entry, also by an editor', async () => {
    const { db } = portal.platform.connection;
    const users = await db.select({ id: siteUser.id, role: siteUser.role }).from(siteUser);
    const idOf = (role: string) => users.find((user) => user.role === role)?.id ?? '';
    const id = await enterAndSend(provider, '割り当てる講座');
    const assign = (to: string) => editor.post(`/review/${id}/assign`, { reviewer: to });
    expect((await take(editor, id)).status).toBe(400);
    expect((await assign(idOf('provider'))).status).toBe(400);
    expect(await stateOf(id)).toBe('submitted');
    expect((await assign(idOf('administrator'))).status).toBe(303);
    expect(await stateOf(id)).toBe('in-review');
    const mine = async (who: BrowserSession) => (await who.get('/review?only=mine')).text();
    expect(await mine(admin)).toContain('割り当てる講座');
    expect(await mine(reviewer)).not.toContain('割り当てる講座');
    const assignmentMails = async () => {
      const rows = await db.select().from(mailMessage);
      return rows.filter(({ key }) => key.startsWith(`desk.assigned/${id}/`));
    };
    const [mail, ...more] = await assignmentMails();
    expect(mail?.toAddress).toBe('admin@example.jp');
    expect(mail?.text).toContain(`/review/${id}`);
    expect(more).toEqual([]);
    // The reviewer who takes it gets no mail.
    await take(reviewer, id);
    expect(await assignmentMails()).toHaveLength(1);
    await reviewer.post(`/review/${id}/conflict`, { involvement: '取引があります' });
    const page = await (await editor.get(`/review/${id}`)).text();
    expect(page).not.toContain(`value="${idOf('reviewer')}"`);
    expect((await assign(idOf('reviewer'))).status).toBe(400);
  });
});

describe('the search of the queue', () => {
  it('finds words of names and organisations in whatever width and case, with the filters', async () => {
    const id = await enterAndSend(provider, 'ＳＯＣ分析のハンズオン講座');
    const found = async (query: Record<string, string>) =>
      (await (await reviewer.get(`/review?${new URLSearchParams(query)}`)).text()).includes(`/review/${id}"`);
    expect(await found({ q: 'soc' })).toBe(true);
    expect(await found({ q: 'SOC ﾊﾝｽﾞｵﾝ' })).toBe(true);
    expect(await found({ q: 'SOC 会計' })).toBe(false);
    expect(await found({ q: '見本トレーニング soc' })).toBe(true);
    expect(await found({ q: 'soc', state: 'in-review' })).toBe(false);
    expect(await found({ q: '　' })).toBe(true);
  });

  it('keeps what was asked for in its form and on its other pages', async () => {
    const page = await (await reviewer.get('/review?q=soc&state=submitted')).text();
    expect(page).toMatch(/name="q"[^>]*value="soc"/);
    expect(page).toContain('<input type="hidden" name="state" value="submitted"');
  });
});
