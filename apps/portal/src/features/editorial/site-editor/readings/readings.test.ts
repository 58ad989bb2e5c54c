import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserSession } from '../../../../../test/browser-session.ts';
import { hidden, visitor } from '../../../../../test/editorial-visitors.ts';
import { openTestPortal, type TestPortal } from '../../../../../test/test-portal.ts';
import { dataOf } from '../../../../platform/publishing/kind.ts';
import { readingsKind } from '../../../../platform/typesetting/readings-kind.ts';
import { changedWords } from './preview.ts';

let portal: TestPortal;
let editor: BrowserSession;
let reviewer: BrowserSession;

beforeAll(async () => {
  portal = await openTestPortal();
  editor = await visitor(portal, 'editor');
  reviewer = await visitor(portal, 'reviewer');
});
afterAll(() => portal.stop());

const address = (rest = '') => `/editing/items/readings${rest}`;
const text = async (answer: Promise<Response>) => (await answer).text();
const published = () => {
  const record = portal.platform.model.only(readingsKind.name);
  return record ? dataOf(readingsKind, record).words : {};
};
const asTyped = (words: Record<string, string>) =>
  Object.entries(words)
    .map(([word, reading]) => `${word}：${reading}`)
    .join('\n');

async function save(words: string): Promise<Response> {
  const path = address('/edit?part=');
  const page = await text(editor.get(path));
  return editor.post(path, { words, seen: hidden(page, 'seen'), after: 'save' });
}
const discard = () => editor.post(address('/discard'));

describe('the readings of words', () => {
  it('are edited as lines, and given back as they were', async () => {
    const page = await text(editor.get(address('/edit')));
    expect(page).toContain('架け橋：かけはし');
    await save(asTyped(published()));
    expect(await text(editor.get(address('/readings')))).toContain('公開中の読みがなと違いはありません');
    await discard();
  });

  it.each([
    ['without a reading', '架け橋'],
    ['in katakana', '架け橋：カケハシ'],
    ['twice', '架け橋：かけはし\n架け橋：かけばし'],
  ])('are refused %s, by the word', async (_, words) => {
    await save(words);
    const item = await text(editor.get(address()));
    expect(item).toContain('言葉と読みがな：架け橋');
    expect((await editor.post(address('/send'), { way: 'approval', reason: 'x' })).status).toBe(400);
    expect(await text(editor.get(address('/readings')))).toContain('まだ調べられません');
    await discard();
  });

  it('show where furigana would change, and change them everywhere once they are approved', async () => {
    const word = '相談窓口';
    expect(published()[word]).toBe('そうだんまどぐち');
    const read = () => {
      const runs = [...portal.platform.model.all()].flatMap(({ typesetting }) =>
        Object.values(typesetting).flat(),
      );
      return new Set(
        runs.filter(({ text: run }) => run === '窓口' || run === word).map(({ reading }) => reading),
      );
    };
    const before = [...portal.platform.model.all()];
    await save(asTyped({ ...published(), [word]: 'そうだんのまど' }));
    const preview = await text(editor.get(address('/readings')));
    expect(preview).toContain(`変わる言葉：${word}`);
    expect(preview).toMatch(/[1-9]\d*か所が変わります/);
    expect(preview).toContain('のまど');
    expect(await text(editor.get(`/en${address('/readings')}`))).toContain('Places that change');
    expect([...read()].join()).not.toContain('のまど');

    await editor.post(address('/send'), { way: 'approval', reason: '読みの直し' });
    const decision = { action: 'approve', reason: '', at: '', until: '' };
    expect((await reviewer.post(address('/decide'), decision)).status).toBe(303);
    await expect.poll(() => [...read()].join()).toContain('のまど');
    const shown = [...portal.platform.model.all()].filter(({ kind }) => kind !== readingsKind.name);
    // Only the furigana changed: no record is newer to the public than it was.
    for (const record of shown) {
      const former = before.find(({ id }) => id === record.id);
      expect([record.updatedAt, record.data]).toEqual([former?.updatedAt, former?.data]);
    }
    expect(await text(editor.get(address('/readings')))).toContain('違いはありません');
  });

  it('that changed are those put in, taken out and read otherwise', () => {
    expect(changedWords({ a: 'あ', b: 'い', c: 'う' }, { a: 'あ', b: 'え', d: 'お' })).toEqual([
      'b',
      'c',
      'd',
    ]);
  });
});
