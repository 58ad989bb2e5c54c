import { describe, expect, it } from 'vitest';
import { run } from './run.ts';

const held = (venue: string) =>
  run.safeParse({ id: 'r1', days: ['2027-01-15'], place: 'onsite', prefecture: '13', state: 'open', venue });

describe('the venue of a run, which nobody reviews', () => {
  it.each([
    '丸の内会議室 5階',
    '大手町1-2-3 見本ビル B1F 会議室A-102',
    '〒100-0004 千代田区大手町1-01-12',
    'St. Luke’s Tower, No.3 Hall',
    'St.Luke Hall 2F',
    '第0501会議室',
    '中之島ホール 会議室A 2027',
  ])('is any name of a place: %s', (venue) => {
    expect(held(venue).success).toBe(true);
  });

  it.each([
    '会場変更 https://evil.example/',
    '会場変更 ｈｔｔｐｓ：／／evil.example/',
    '詳しくは WWW.evil.example',
    'evil-login.com/jp で申込',
    '申込は help.example.co.jp まで',
    '連絡は a@evil.example',
    '03-1234-5678 に電話',
    '０１２０－１２３－４５６',
    '09012345678',
    '+81 90 1234 5678',
    '（03）1234ー5678',
  ])('leads nobody anywhere: %s', (venue) => {
    expect(held(venue).error?.issues.map(({ path }) => path[0])).toEqual(['venue']);
  });
});
