import { describe, expect, it } from 'vitest';
import { englishForms } from './english.ts';
import { createIndex } from './search-index.ts';

function indexOf(texts: readonly string[]) {
  const index = createIndex({ fields: { body: { weight: 1 } }, synonyms: [{ words: ['料金', '費用'] }] });
  index.add(texts.map((body) => ({ id: body, fields: { body } })));
  return index;
}

const TEXTS = [
  'phishing mail',
  'a password',
  'ransomware attacks',
  '詐欺の相談',
  'フィッシングの話',
  '個人情報の保護',
  'vulnerability disclosure',
  '脆弱性の届出',
];

describe('a misspelt word', () => {
  it.each([
    ['phising', 'phishing', 'phishing mail'],
    ['passwd', 'password', 'a password'],
    ['pasword', 'password', 'a password'],
    ['ransomwear', 'ransomware', 'ransomware attacks'],
    ['vulnerabilty', 'vulnerability', 'vulnerability disclosure'],
    ['詐偽', '詐欺', '詐欺の相談'],
    ['個人情法', '個人情報', '個人情報の保護'],
  ])('%s is searched as %s, and the answer says so', (query, corrected, text) => {
    const result = indexOf(TEXTS).search({ query, highlight: true });
    expect(result).toMatchObject({ corrected, relaxed: false, hits: [{ id: text, match: 'correction' }] });
    expect(result.suggestions[0]).toBe(corrected);
    expect(result.hits[0]?.highlights.body?.ranges).not.toEqual([]);
  });

  it('of a few katakana is offered corrected, and not searched so', () => {
    expect(indexOf(['ペストの歴史']).search({ query: 'ペースト' })).toMatchObject({ total: 0 });
    expect(indexOf(['セミナの案内']).search({ query: 'セメナ' })).toMatchObject({
      total: 0,
      suggestions: ['セミナ'],
    });
  });

  it.each([
    ['フィシング', 'フィッシング', 'フィッシングの手口'],
    ['ランサムウェヤ', 'ランサムウェア', 'ランサムウェアの被害'],
    ['セキリュティ', 'セキュリティ', 'セキュリティの対策'],
  ])('of many katakana is searched corrected: %s', (query, corrected, text) => {
    expect(indexOf([text]).search({ query })).toMatchObject({ corrected, hits: [{ match: 'correction' }] });
  });

  it('is left as it is where documents hold it, and where it is asked for exactly', () => {
    const index = indexOf([...TEXTS, 'passwd is a file']);
    expect(index.search({ query: 'passwd' })).toMatchObject({ total: 1, hits: [{ match: 'exact' }] });
    expect(index.search({ query: 'passwd' }).corrected).toBeUndefined();
    expect(index.search({ query: '詐偽', exact: true })).toMatchObject({ total: 0, suggestions: [] });
  });
});

describe('an English word', () => {
  it.each([
    ['emails', 'an email'],
    ['email', 'many emails'],
    ['policies', 'a policy'],
    ['policy', 'the policies'],
    ['training', 'we train people'],
    ['train', 'training people'],
    ['managing', 'to manage risk'],
    ['manage', 'managing risk'],
    ['stopped', 'stop it'],
    ['hacked', 'hacking is a crime'],
    ['children', 'a child'],
    ['breaches', 'a breach'],
    ['teacher materials', 'material for teachers'],
  ])('%s is found in %s', (query, text) => {
    expect(indexOf([text]).search({ query })).toMatchObject({ total: 1, relaxed: false });
  });

  it('comes first as it was typed, and alone where it is asked for exactly', () => {
    const index = indexOf(['train and train and train', 'so much training']);
    expect(index.search({ query: 'training' }).hits.map(({ id }) => id)[0]).toBe('so much training');
    expect(index.search({ query: 'training', exact: true }).total).toBe(1);
  });

  it.each(['sms', 'news', 'access', 'dns', 'status', 'analysis', 'wi'])(
    '%s has no other forms by -s',
    (word) => {
      expect(englishForms(word)).not.toContain(word.slice(0, -1));
    },
  );
});

describe('how a hit matches', () => {
  const texts = ['料金の表', '費用の表', 'サーバーの話', 'サーバの話', '個人の情報', '無料の研修'];

  it.each([
    ['料金', { 料金の表: 'exact', 費用の表: 'synonym' }],
    ['サーバー', { サーバーの話: 'exact', サーバの話: 'spelling' }],
    ['料金 表', { 料金の表: 'exact', 費用の表: 'synonym' }],
    ['無料 宇宙', { 無料の研修: 'words' }],
    ['個人情報', { 個人の情報: 'pieces' }],
  ])('for %s is told: %j', (query, expected) => {
    const { hits } = indexOf(texts).search({ query });
    expect(Object.fromEntries(hits.map(({ id, match }) => [id, match]))).toEqual(expected);
  });

  it('is exact where everything is asked for', () => {
    expect(
      indexOf(texts)
        .search({})
        .hits.map(({ match }) => match),
    ).toEqual(texts.map(() => 'exact'));
  });
});
