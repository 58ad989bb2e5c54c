import { describe, expect, it } from 'vitest';
import type { PublishedRecord } from '../../../../platform/publishing/published-record.ts';
import { ReadModel } from '../../../../platform/read-model/read-model.ts';
import { Vocabulary } from '../../../../platform/vocabulary/vocabulary.ts';
import { bestBetsKind } from '../kinds/best-bets.ts';
import { answersTo } from './answers.ts';
import type { FindablePage } from './findable-page.ts';
import { createPageSearch } from './page-search.ts';

const now = new Date('2026-12-01T00:00:00Z');
const bets = [
  {
    queries: ['フィッシング', 'phishing'],
    address: '/help/phishing',
    start: '2026-11-01T00:00:00+09:00',
    end: '2026-12-31T00:00:00+09:00',
  },
  {
    queries: ['フィッシング'],
    address: '/help/over',
    start: '2026-10-01T00:00:00+09:00',
    end: '2026-11-01T00:00:00+09:00',
  },
];
const pages: FindablePage[] = [
  {
    address: '/help',
    group: 'help',
    title: { ja: '被害に遭ったら', en: 'Help' },
    asked: ['どこに相談すればいい'],
  },
  {
    address: '/help/suspicious-message',
    group: 'help',
    title: { ja: '怪しいSMS・メールが届いた', en: 'A suspicious text or mail' },
    asked: ['迷惑メール', 'scam text message'],
  },
  {
    address: '/help/account',
    group: 'help',
    title: { ja: 'アカウントを乗っ取られた', en: 'My account was taken over' },
    asked: ['のっとられた', 'I was hacked'],
  },
  {
    address: '/help#hotline',
    group: 'contact',
    title: { ja: '消費者ホットライン' },
    asked: ['188'],
    isLocal: true,
  },
  { address: '/terms', group: 'page', title: { ja: '利用規約', en: 'Terms' }, asked: ['著作権'] },
];
const model = new ReadModel();
const record = { id: 'best-bets', kind: bestBetsKind.name, data: { bets }, typesetting: {} };
model.apply([{ removed: false, sequence: 1, record: record as unknown as PublishedRecord }]);
const vocabularyRecord = {
  kind: 'vocabulary',
  data: { facet: {}, region: { '01': { ja: '北海道', en: 'Hokkaido' } }, regionGroup: {} },
  typesetting: {},
};
const vocabulary = new Vocabulary(vocabularyRecord);
const sources = {
  model,
  search: createPageSearch(model, () => pages, []),
  pages: () => pages,
  vocabulary: () => vocabulary,
  written: (query: string) => (query === 'めいわくめーる' ? '迷惑メール' : undefined),
  respelt: () => undefined,
};
const answers = (query: string, at = now, isHeld = false) => answersTo(query, isHeld, sources, at);
const found = (query: string) => answers(query).pages.map(({ address }) => address);

describe('what a query asks for besides records', () => {
  it.each([
    ['怪しいSMSが届いた', '/help/suspicious-message'],
    ['届いたSMSが怪しいのですが、どうすればいいですか', '/help/suspicious-message'],
    ['scam text message', '/help/suspicious-message'],
    ['アカウントが乗っ取られた', '/help/account'],
    ['I was hacked', '/help/account'],
    ['どこに相談すればいいですか', '/help'],
    ['１８８', '/help#hotline'],
    ['著作権', '/terms'],
    ['北海道', '/help#hotline'],
    ['めいわくめーる', '/help/suspicious-message'],
  ])('%s leads to %s', (query, address) => {
    expect(found(query)[0]).toBe(address);
  });

  it.each(['天気予報', 'zzzz', ''])('%s asks for nothing here', (query) => {
    expect(found(query)).toEqual([]);
  });

  it('a word is not taken for another where records hold it as typed', () => {
    expect(answers('Terrms', now, false).pages).not.toEqual([]);
    expect(answers('Terrms', now, true).pages).toEqual([]);
  });
});

describe('an editor’s pick', () => {
  const picked = (query: string, at?: Date) => answers(query, at).picks.map(({ address }) => address);

  it('stands for its queries in any spelling, and for no others', () => {
    for (const query of ['フィッシング', 'ふぃっしんぐ', 'ﾌｨｯｼﾝｸﾞ', 'Phishing'])
      expect(picked(query)).toEqual(['/help/phishing']);
    expect(picked('フィッシング 報告')).toEqual([]);
  });

  it('comes and goes with its dates', () => {
    expect(picked('フィッシング', new Date('2026-10-15T00:00:00Z'))).toEqual(['/help/over']);
    expect(picked('フィッシング', new Date('2027-01-01T00:00:00Z'))).toEqual([]);
  });

  it('is refused where it leads to another site or ends before it begins', () => {
    const [bet] = bets;
    const read = (changes: object) =>
      bestBetsKind.schema.safeParse({ bets: [{ ...bet, ...changes }] }).success;
    expect(read({})).toBe(true);
    expect(read({ address: '//other.example' })).toBe(false);
    expect(read({ address: 'https://other.example' })).toBe(false);
    expect(read({ end: '2026-10-01T00:00:00+09:00' })).toBe(false);
  });
});
