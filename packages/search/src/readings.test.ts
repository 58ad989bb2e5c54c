import { describe, expect, it } from 'vitest';
import { kanaOfRomaji, lettersNamed } from './romaji.ts';
import { createIndex, fromSnapshot } from './search-index.ts';

const index = createIndex({
  fields: { title: { weight: 5 }, reading: { weight: 2, readings: true }, body: { weight: 1 } },
});
const NAMES = [
  ['お助け隊', 'サイバーセキュリティお助け隊サービス', 'サイバーセキュリティお たすけ たい サービス'],
  ['支援士', '情報処理安全確保支援士', 'じょうほう しょり あんぜん かくほ しえん し'],
  ['jvn', 'JVN iPedia', 'JVN iPedia'],
  ['ipass', 'iパスの勉強', 'iパスの べんきょう'],
  ['詐欺', '詐欺の相談', 'さぎ の そうだん'],
  ['rabbit', 'うさぎの絵本', 'うさぎの えほん'],
  ['sagi', 'SAGI project', 'SAGI project'],
] as const;
index.add(NAMES.map(([id, title, reading]) => ({ id, fields: { title, reading, body: '案内' } })));
const found = (query: string) => index.search({ query }).hits.map(({ id }) => id);

describe('a name by how it is read', () => {
  it.each([
    ['おたすけたい', ['お助け隊']],
    ['オタスケタイ', ['お助け隊']],
    ['otasuketai', ['お助け隊']],
    ['しえんし', ['支援士']],
    ['sienshi', ['支援士']],
    ['shienshi', ['支援士']],
    ['かくほしえんし', ['支援士']],
    ['ジェイブイエヌ', ['jvn']],
    ['じぇいぶいえぬ', ['jvn']],
    ['ipass', ['ipass']],
    ['あいぱす', ['ipass']],
    ['さぎ', ['rabbit', 'sagi', '詐欺']],
    ['sagi', ['sagi', '詐欺']],
    ['そうだん', ['詐欺']],
    ['usagi', ['rabbit']],
  ])('%s finds %j', (query, ids) => {
    expect(found(query).sort()).toEqual([...ids].sort());
  });

  it('never comes before a word that was typed so', () => {
    expect(found('sagi')[0]).toBe('sagi');
    expect(index.search({ query: 'sagi' }).hits.map(({ match }) => match)).toEqual(['exact', 'reading']);
  });

  it('is not found exactly, in quotes or by a piece of a word', () => {
    expect(index.search({ query: 'おたすけたい', exact: true }).total).toBe(0);
    expect(found('「おたすけたい」')).toEqual([]);
    expect(found('えんし')).toEqual([]);
    expect(found('たすけた')).toEqual([]);
  });

  it('is neither marked nor suggested, and stays in a snapshot', () => {
    const [hit] = index.search({ query: 'おたすけたい', highlight: true }).hits;
    expect(Object.keys(hit?.highlights ?? {})).toEqual(['title', 'body']);
    expect(index.suggest('さぎ')).toEqual([]);
    expect(fromSnapshot(index.toSnapshot()).search({ query: 'おたすけたい' }).total).toBe(1);
  });
});

describe('romaji', () => {
  it.each([
    ['sagi', 'さぎ'],
    ['shinkansen', 'しんかんせん'],
    ['sinkansen', 'しんかんせん'],
    ['jitsumu', 'じつむ'],
    ['zitumu', 'じつむ'],
    ["kin'en", 'きんえん'],
    ['kinen', 'きねん'],
    ['gakkou', 'がっこう'],
    ['matcha', 'まっちゃ'],
    ['kyoto', 'きょと'],
    ['shimbun', 'しんぶん'],
    ['konnichiwa', 'こんにちわ'],
    ['ra-men', 'らーめん'],
    ['ipass', 'いぱす'],
    ['strength', ''],
    ['html', ''],
  ])('%s says %j', (word, kana) => {
    expect(kanaOfRomaji(word)).toBe(kana);
  });

  it.each([
    ['じぇいぶいえぬ', 'jvn'],
    ['あいぴーえー', 'ipa'],
    ['えすえぬえす', 'sns'],
    ['ぶいぴーえぬ', 'vpn'],
    ['あい', ''],
    ['えすと', ''],
  ])('%s names the letters %j', (kana, letters) => {
    expect(lettersNamed(kana)).toBe(letters);
  });
});
