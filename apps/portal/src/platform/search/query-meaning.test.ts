import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { findProjectRoot } from '../config/project-root.ts';
import { Vocabulary } from '../vocabulary/vocabulary.ts';
import { ageNamed, placeIn, withoutHow } from './query-meaning.ts';

const { kind, ...data } = parse(readFileSync(join(findProjectRoot(), 'content/vocabulary.yaml'), 'utf8'));
const vocabulary = new Vocabulary({ kind, data, typesetting: {} });

describe('a place in a query', () => {
  it.each([
    ['北海道', ['01'], ''],
    ['札幌で相談', ['01'], '相談'],
    ['東京都の中小企業', ['13'], '中小企業'],
    ['京都 高齢者', ['26'], '高齢者'],
    ['training in Osaka', ['27'], 'training'],
    ['関西', ['24', '25', '26', '27', '28', '29', '30'], ''],
    ['四国の学校', ['36', '37', '38', '39'], '学校'],
  ])('is read from %s', (query, regions, rest) => {
    expect(placeIn(query, vocabulary)).toMatchObject({ regions, rest });
  });

  it.each(['大分前に届いたメール', '中国からの攻撃', 'phishing', ''])('is none in %s', (query) => {
    expect(placeIn(query, vocabulary)).toBeUndefined();
  });

  it('is found for every prefecture, with and without its suffix', () => {
    for (const value of vocabulary.values('region').filter((each) => each !== 'nationwide')) {
      const { ja } = vocabulary.label('region', value);
      expect(placeIn(ja, vocabulary)?.regions).toEqual([value]);
      expect(placeIn(ja.replace(/[都府県]$/u, ''), vocabulary)?.regions).toContain(value);
    }
  });
});

describe('an age in a query', () => {
  it.each([
    ['13歳', '中高生'],
    ['小3 教材', '小学生 教材'],
    ['高校1年生', '中高生'],
    ['70才の父', 'シニア の父'],
    ['for 10 year olds', 'for 小学生'],
  ])('is read from %s', (query, meant) => {
    expect(ageNamed(query, vocabulary)).toBe(meant);
  });

  it('is none where a number counts something else', () => {
    for (const query of ['188', '10大脅威', '2026年', '第3回', 'SC3'])
      expect(ageNamed(query, vocabulary)).toBeUndefined();
  });
});

it('what only says that something is asked is left out', () => {
  expect(withoutHow('パスワードの作り方')).toBe('パスワード');
  expect(withoutHow('バックアップの方法を教えて')).toBe('バックアップの方法');
  expect(withoutHow('方法')).toBeUndefined();
  expect(withoutHow('ランサムウェア')).toBeUndefined();
});

it('no query is too strange to read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (query) => {
      const place = placeIn(query, vocabulary);
      if (place) expect(query.normalize('NFKC')).toContain(place.text);
      expect(ageNamed(query, vocabulary)).not.toBe(query);
      expect(withoutHow(query)).not.toBe('');
    }),
  );
});
