import { expect, it } from 'vitest';
import { kanaOrderKey } from './kana-order.ts';

function inOrder(...readings: string[]): string[] {
  return readings.toSorted((a, b) => (kanaOrderKey(a) < kanaOrderKey(b) ? -1 : 1));
}

it('a mark on a letter decides only where all letters are equal', () => {
  expect(inOrder('せんりゃく', 'ぜいじゃく', 'せきゅりてぃ')).toEqual([
    'ぜいじゃく',
    'せきゅりてぃ',
    'せんりゃく',
  ]);
  expect(inOrder('ばす', 'はす')).toEqual(['はす', 'ばす']);
});

it('small letters and long vowels stand with the letters they are read as', () => {
  expect(inOrder('きゆう', 'きょう', 'きゅうり')).toEqual(['きゆう', 'きゅうり', 'きょう']);
  expect(inOrder('サイバー', 'さいはい', 'サイバンショ')).toEqual(['サイバー', 'さいはい', 'サイバンショ']);
});

it('Latin letters stand in their order, whether small or capital', () => {
  expect(inOrder('SECCON', 'e-ネット', 'CSIRT')).toEqual(['CSIRT', 'e-ネット', 'SECCON']);
});

it('Latin letters and digits stand after kana and kanji, as in a Japanese index', () => {
  expect(inOrder('SECCON', 'わかる', '10大脅威', 'あんしん', '漢字')).toEqual([
    'あんしん',
    'わかる',
    '漢字',
    '10大脅威',
    'SECCON',
  ]);
});
