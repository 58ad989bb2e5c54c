import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { BrowserSession } from '../../../../../test/browser-session.ts';
import { begin, decide, fill, hidden, take, visitor, write } from '../../../../../test/editorial-visitors.ts';
import { joinAsOwner } from '../../../../../test/new-accounts.ts';
import { openTestPortal, type TestPortal } from '../../../../../test/test-portal.ts';
import { auditEntry } from '../../../../platform/audit/schema.ts';
import { sweepPictures } from '../../../../platform/pictures/attaching.ts';
import { pictureLimits } from '../../../../platform/pictures/limits.ts';
import { picture } from '../../../../platform/pictures/schema.ts';
import { jpegFile, lookAt, pngFile, withExif } from '../../../../platform/pictures/testing/picture-files.ts';

let portal: TestPortal;
let provider: BrowserSession;
let other: BrowserSession;
let reviewer: BrowserSession;

beforeAll(async () => {
  portal = await openTestPortal();
  provider = await visitor(portal, 'provider');
  const elsewhere = { id: 'other-one', name: '別の組織' };
  const admin = await visitor(portal, 'admin');
  other = await joinAsOwner(portal, admin, 'owner@other.example.jp', elsewhere);
  reviewer = await visitor(portal, 'reviewer');
});
afterAll(() => portal.stop());

const alt = { 'picture.ja': '教室で先生が話している' };
const day = 24 * 60 * 60 * 1_000;

/** Sends the last step with a file, as a browser without a script does. */
async function sendForm(
  browser: BrowserSession,
  id: string,
  file: Buffer | undefined,
  fields: Record<string, string> = alt,
  after = 'save',
): Promise<Response> {
  const address = `/desk/entries/${id}/edit?step=more`;
  const page = await (await browser.get(address)).text();
  const form = new FormData();
  const stands = { 'picture.file': hidden(page, 'picture.file'), seen: hidden(page, 'seen') };
  for (const [name, value] of Object.entries({ ...stands, after, ...fields })) form.set(name, value);
  form.set('picture.upload', new File(file ? [new Uint8Array(file)] : [], file ? 'a.jpg' : ''));
  return browser.upload(address, form);
}

/** Sends a file as the script does. */
function upload(browser: BrowserSession, id: string, file: Buffer): Promise<Response> {
  const form = new FormData();
  form.set('picture', new File([new Uint8Array(file)], 'a.jpg', { type: 'image/jpeg' }));
  return browser.upload(`/desk/entries/${id}/pictures`, form);
}

async function messagesIn(answer: Response): Promise<string> {
  const { messages } = (await answer.json()) as { messages: string[] };
  return messages.join();
}

/** The picture that the form of an entry holds. */
async function held(browser: BrowserSession, id: string): Promise<string> {
  return hidden(await (await browser.get(`/desk/entries/${id}/edit?step=more`)).text(), 'picture.file');
}

async function stored(id: string): Promise<string[]> {
  const rows = await portal.platform.connection.db.select().from(picture).where(eq(picture.entryId, id));
  return rows.map(({ file }) => file).sort();
}

const own = (id: string, file: string) => `/desk/entries/${id}/pictures/${file}`;

/** Sends an entry, publishes it, and waits until its picture is public. */
async function publish(id: string, file: string): Promise<void> {
  await provider.post(`/desk/entries/${id}/submit`, { reason: '画像を付けました' });
  await take(reviewer, id);
  await decide(reviewer, id, 'approve');
  await vi.waitFor(async () => expect((await portal.get(`/pictures/${id}/${file}`)).status).toBe(200), {
    timeout: 30_000,
  });
}

describe('a picture that comes with the form', () => {
  it('is stored upright and without the place where it was taken, with its text', async () => {
    const id = await begin(provider);
    const answer = await sendForm(provider, id, withExif(jpegFile(80, 40), 6), {
      ...alt,
      'picture.en': 'A teacher speaks',
      'picture.credit': '撮影 見本市',
    });
    expect(answer.status).toBe(303);
    const file = await held(provider, id);
    expect(file).toMatch(/-40x80\.jpg$/);
    const given = await provider.get(own(id, file));
    const bytes = Buffer.from(await given.arrayBuffer());
    expect(lookAt(bytes)).toMatchObject({ width: 40, height: 80 });
    expect(bytes.toString('latin1')).not.toMatch(/Exif|GPS/);
    const page = await (await provider.get(`/desk/entries/${id}/edit?step=more`)).text();
    expect(page).toMatch(new RegExp(`<img src="${own(id, file)}" alt="教室で[^>]* width="40" height="80"`));
    expect(page).toContain('撮影 見本市');
    const acts = await portal.platform.connection.db
      .select()
      .from(auditEntry)
      .where(eq(auditEntry.objectId, id));
    expect(acts.map(({ action }) => action)).toContain('picture.attach');
  });

  it('is needed with its description, and its description with it', async () => {
    const id = await begin(provider);
    await sendForm(provider, id, jpegFile(20, 10), {});
    const lacking = await fill(provider, id, 'more', { 'picture.file': await held(provider, id) });
    expect(lacking.status).toBe(400);
    expect(await lacking.text()).toContain('id="picture.ja-error"');
    const bare = await begin(provider);
    const without = await fill(provider, bare, 'more', alt);
    expect(await without.text()).toContain('id="picture.file-error"');
  });

  it('that is refused loses nothing of what was written, and the former picture stays', async () => {
    const id = await begin(provider);
    await sendForm(provider, id, jpegFile(20, 10));
    const before = await held(provider, id);
    const answer = await sendForm(provider, id, Buffer.from('<svg onload="alert(1)"/>'), {
      ...alt,
      'picture.credit': 'あとで書いた作者',
    });
    expect(answer.status).toBe(400);
    const page = await answer.text();
    expect(page).toContain('id="picture.file-error"');
    expect(page).toContain('あとで書いた作者');
    expect(await held(provider, id)).toBe(before);
  });

  it('is taken out with its text', async () => {
    const id = await begin(provider);
    await sendForm(provider, id, jpegFile(20, 10));
    await sendForm(provider, id, undefined, { ...alt, 'picture.remove': 'yes' });
    expect(await held(provider, id)).toBe('');
    expect(await (await provider.get(`/desk/entries/${id}/edit?step=more`)).text()).not.toContain(
      alt['picture.ja'],
    );
  });
});

describe('a picture that the script sends', () => {
  it('is named with its size, for the form to save', async () => {
    const id = await begin(provider);
    const answer = await upload(provider, id, jpegFile(30, 20));
    expect(await answer.json()).toMatchObject({
      file: expect.stringMatching(/-30x20\.jpg$/),
      href: expect.stringContaining(`/desk/entries/${id}/pictures/`),
      width: 30,
      height: 20,
    });
    expect(await held(provider, id)).toBe('');
  });

  it.each([
    ['a page called a picture', Buffer.from('<script>alert(1)</script>')],
    ['a drawing that can hold script', Buffer.from('<?xml version="1.0"?><svg onload="alert(1)"/>')],
    ['a picture with more pixels than a memory holds', pngFile(4, 4, { claims: [60_000, 60_000] })],
    ['nothing', Buffer.alloc(0)],
  ])('is refused, with what to do, where it is %s', async (_, file) => {
    const id = await begin(provider);
    const answer = await upload(provider, id, file);
    expect(answer.status).toBe(400);
    expect(await messagesIn(answer)).toMatch(/ください/);
    expect(await stored(id)).toEqual([]);
  });

  it('is not read beyond its limit', async () => {
    const id = await begin(provider);
    const answer = await upload(provider, id, Buffer.alloc(pictureLimits.bytes + 100 * 1024));
    expect(answer.status).toBe(413);
  });

  it('is taken so many times an hour', async () => {
    const id = await begin(other);
    const answers: string[] = [];
    for (let count = 0; count < 61; count += 1)
      answers.push(await messagesIn(await upload(other, id, Buffer.from('no picture'))));
    expect(answers.filter((message) => message.includes('60件まで'))).toHaveLength(1);
  });
});

describe('a picture that is not published', () => {
  it('is given to nobody outside the organisation, and to staff once it was sent', async () => {
    const id = await write(provider);
    await sendForm(provider, id, jpegFile(50, 40));
    const file = await held(provider, id);
    const given = await provider.get(own(id, file));
    expect(given.status).toBe(200);
    expect(given.headers.get('content-type')).toBe('image/jpeg');
    expect(given.headers.get('cache-control')).toBe('private, no-store');
    expect(given.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await other.get(own(id, file))).status).toBe(404);
    expect((await reviewer.get(own(id, file))).status).toBe(404);
    expect((await portal.get(own(id, file))).status).toBe(303);
    expect((await portal.get(`/pictures/${id}/${file}`)).status).toBe(404);
    await provider.post(`/desk/entries/${id}/submit`, { reason: '新しい講座です' });
    expect((await reviewer.get(own(id, file))).status).toBe(200);
    expect((await other.get(own(id, file))).status).toBe(404);
    expect((await portal.get(`/pictures/${id}/${file}`)).status).toBe(404);
    const review = await (await reviewer.get(`/review/${id}`)).text();
    expect(review).toContain(`src="${own(id, file)}"`);
    expect(await (await reviewer.get(`/desk/entries/${id}/preview`)).text()).toContain(own(id, file));
  });

  it("is not reached under an entry of one's own, and such an entry is not sent", async () => {
    const id = await begin(provider);
    await sendForm(provider, id, jpegFile(52, 40));
    const file = await held(provider, id);
    const mine = await write(other, '別の組織の講座');
    await fill(other, mine, 'more', { 'picture.file': file, ...alt });
    expect(await held(other, mine)).toBe(file);
    expect((await other.get(own(mine, file))).status).toBe(404);
    const answer = await other.post(`/desk/entries/${mine}/submit`, { reason: '新しい講座です' });
    expect(answer.status).toBe(400);
  });

  it('is not taken from who may not write the entry, nor while it is reviewed', async () => {
    const id = await write(provider);
    expect((await upload(other, id, jpegFile(20, 10))).status).toBe(404);
    await provider.post(`/desk/entries/${id}/submit`, { reason: '新しい講座です' });
    expect((await upload(provider, id, jpegFile(20, 10))).status).toBe(400);
  });
});

describe('a published picture', () => {
  let id: string;
  let file: string;

  beforeAll(async () => {
    id = await write(provider, '画像のある講座');
    await sendForm(provider, id, jpegFile(90, 60), { ...alt, 'picture.credit': '撮影 見本市' });
    file = await held(provider, id);
    await publish(id, file);
  });

  it('is the same for everybody, cacheable for a day, and carries no cookie', async () => {
    for (const browser of [portal, provider]) {
      const answer = await browser.get(`/pictures/${id}/${file}`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('cache-control')).toBe('public, max-age=86400');
      expect(answer.headers.getSetCookie()).toEqual([]);
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    }
    const known = await portal.get(`/pictures/${id}/${file}`, { 'if-none-match': `"${file}"` });
    expect(known.status).toBe(304);
    expect((await portal.get(`/pictures/${id}/${file.replace('90x60', '91x60')}`)).status).toBe(404);
    expect((await portal.get(`/pictures/cyder/${file}`)).status).toBe(404);
  });

  it('stands on its page with its size, its text and its credit', async () => {
    const page = await (await portal.get(`/initiatives/${id}`)).text();
    expect(page).toContain(
      `<img src="/pictures/${id}/${file}" alt="教室で先生が話している" width="90" height="60"`,
    );
    expect(page).toContain('撮影 見本市');
    expect(page).toContain('"@type":"ImageObject"');
  });

  it('stands in the answers of the API and in the open data', async () => {
    const entry = await (await portal.get(`/api/v1/entries/${id}`)).json();
    expect(entry).toMatchObject({
      image: `${portal.platform.config.baseUrl}/pictures/${id}/${file}`,
      imageAlt: '教室で先生が話している',
      imageCredit: '撮影 見本市',
    });
    const data = (await (await portal.get('/open-data/entries.jsonld')).json()) as {
      itemListElement: { item: { identifier: string; image?: object } }[];
    };
    const found = data.itemListElement.find(({ item }) => item.identifier === id);
    expect(found?.item.image).toMatchObject({ caption: '教室で先生が話している', creditText: '撮影 見本市' });
  });

  it('stays beside the one that takes its place, in comparison and history, for as long as there are revisions', async () => {
    await sendForm(provider, id, jpegFile(70, 70), { 'picture.ja': '新しい教室' });
    const fresh = await held(provider, id);
    await provider.post(`/desk/entries/${id}/submit`, { reason: '画像を変えました' });
    await take(reviewer, id);
    const review = await (await reviewer.get(`/review/${id}`)).text();
    for (const each of [file, fresh]) expect(review).toContain(`src="${own(id, each)}"`);
    await decide(reviewer, id, 'approve');
    await expect.poll(async () => (await portal.get(`/pictures/${id}/${fresh}`)).status).toBe(200);
    expect((await portal.get(`/pictures/${id}/${file}`)).status).toBe(404);
    await sweepPictures(portal.platform.connection.db, new Date(Date.now() + 3 * day));
    expect(await stored(id)).toEqual([file, fresh].sort());
    expect(await (await provider.get(`/desk/entries/${id}/history`)).text()).toContain(own(id, file));
  });
});

it('pictures that no draft and no revision refers to are deleted once they are a day old', async () => {
  const id = await begin(provider);
  await sendForm(provider, id, jpegFile(20, 10));
  const kept = await held(provider, id);
  await upload(provider, id, jpegFile(24, 10));
  expect(await stored(id)).toHaveLength(2);
  const { db } = portal.platform.connection;
  await sweepPictures(db, new Date());
  expect(await stored(id)).toHaveLength(2);
  await sweepPictures(db, new Date(Date.now() + 2 * day));
  expect(await stored(id)).toEqual([kept]);
});
