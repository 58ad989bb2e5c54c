import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { comparedOf, likenessOf } from './similar.ts';

const likeness = (one: string, other: string) =>
  likenessOf(comparedOf({ title: one, addresses: [] }), comparedOf({ title: other, addresses: [] }));
const pages = (one: string, other: string) =>
  likenessOf(
    comparedOf({ title: 'まったく別の名前', addresses: [one] }),
    comparedOf({ title: 'ほかの取組です', addresses: [other] }),
  );

describe('names', () => {
  test.each([
    ['はじめての情報管理講座', 'はじめての情報管理講座'],
    ['はじめての情報管理講座', 'はじめての 情報管理 講座！'],
    ['セキュリティ入門セミナー', 'ｾｷｭﾘﾃｨ入門ｾﾐﾅｰ'],
    ['SOC分析ハンズオン', 'ｓｏｃ分析ハンズオン'],
    ['はじめての情報管理講座', 'はじめての情報管理講座（第2回）'],
    ['中小企業サイバーセキュリティ相談窓口', '中小企業のサイバーセキュリティ相談窓口'],
  ])('%s and %s are nearly the same', (one, other) => {
    expect(likeness(one, other)).toBe('similar-name');
  });

  test.each([
    ['情報管理講座', '会計の講座'],
    ['高校生のためのサイバーコンテスト', '小さな会社の相談窓口'],
    ['講座', '講演'],
    ['', ''],
    ['', '講座'],
  ])('%s and %s are not', (one, other) => {
    expect(likeness(one, other)).toBeUndefined();
  });

  it('are alike both ways, and a name of any length is like itself', () => {
    const name = fc.stringMatching(/^[あ-んア-ンa-z]{1,30}$/);
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(likeness(one, other)).toBe(likeness(other, one));
        expect(likeness(one, one)).toBe('similar-name');
      }),
    );
  });
});

describe('official pages', () => {
  test.each([
    ['https://example.jp/a', 'http://www.example.jp/a/'],
    ['https://example.jp/a?x=1&utm_source=mail', 'https://EXAMPLE.jp/a?x=1#top'],
    ['https://example.jp/', 'https://example.jp/index.html'],
    ['https://example.jp/a', 'ｈｔｔｐｓ：／／example.jp/a'],
  ])('%s and %s are one', (one, other) => {
    expect(pages(one, other)).toBe('same-address');
  });

  test.each([
    ['https://example.jp/a', 'https://example.jp/b'],
    ['https://example.jp/a?id=1', 'https://example.jp/a?id=2'],
    ['www.example.jp', 'www.example.jp'],
  ])('%s and %s are two, or none', (one, other) => {
    expect(pages(one, other)).toBeUndefined();
  });
});
