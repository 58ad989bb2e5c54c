import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readIncidents } from '../../cases/read-incidents.ts';
import { type Anonymizer, createAnonymizer } from '../create-anonymizer.ts';
import type { Decision } from '../decisions/decision.ts';
import type { MentionType } from '../mention.ts';

let anonymizer: Anonymizer;
beforeAll(async () => {
  anonymizer = await createAnonymizer();
});

const hide = (text: string, type: MentionType): Decision => ({ text, type, action: 'replace' });
const shown = (result: string, text: string, type: MentionType) =>
  anonymizer.leftovers(text, result, [hide(text, type)]).map((one) => [one.text, one.kind]);

describe('Leftovers', () => {
  it.each<[MentionType, string, string, string]>([
    ['organisation', '株式会社山田製作所', '資料は山田製作所による。', '山田製作所'],
    ['organisation', '株式会社山田製作所', '山 田 製 作 所の件', '山 田 製 作 所'],
    ['organisation', '株式会社山田製作所', '山田の工場で', '山田'],
    ['organisation', '株式会社山田製作所', '担当はYamada側', 'Yamada'],
    ['organisation', '株式会社サイバーテック', '株式会社ｻｲﾊﾞｰﾃｯｸから', '株式会社ｻｲﾊﾞｰﾃｯｸ'],
    ['organisation', '株式会社サイバーテック', 'さいばーてっくの社員', 'さいばーてっく'],
    ['organisation', 'Greenfield Logistics Co., Ltd.', 'ＧＲＥＥＮＦＩＥＬＤの倉庫', 'ＧＲＥＥＮＦＩＥＬＤ'],
    ['person', '山田太郎', 'YAMADA Taro から', 'YAMADA Taro'],
    ['person', '山田太郎', 'Tarō Yamada wrote', 'Tarō Yamada'],
    ['person', '山田太郎', 'やまだたろうさん', 'やまだたろう'],
    ['person', '山田太郎', '山・田・太・郎', '山・田・太・郎'],
    ['person', '山田太郎', '太郎さんの話', '太郎'],
    ['organisation', '株式会社山田製作所', 'やまだ製作所の件', 'やまだ製作所'],
    ['organisation', '株式会社山田製作所', 'ヤマダ製作所の件', 'ヤマダ製作所'],
    ['person', '山田太郎', '山田たろうさん', '山田たろう'],
    ['date', '2024年4月8日', '令和6年4月8日に', '令和6年4月8日'],
    ['date', '2024年4月8日', '2024/04/08に', '2024/04/08'],
    ['date', '令和6年4月8日', '４月８日に', '４月８日'],
    ['amount', '3,200万円', '三千二百万円を', '三千二百万円'],
    ['amount', '3,200万円', '32,000,000円を', '32,000,000円'],
    ['count', '1,200人', '千二百人が', '千二百人'],
    ['ip-address', '203.0.113.77', '203.0.113.xから', '203.0.113'],
    ['hash', '5f70bf18a086007016e948b04aed3b82', '5F70BF18…の検体', '5F70BF18'],
    ['person', '渡邊一郎', '渡辺一郎氏', '渡辺一郎'],
    ['person', 'ジョン・ハリス', 'ハリス氏は', 'ハリス'],
    ['place', '長野県岡谷市', 'ながのけんおかやし', 'ながのけんおかやし'],
    [
      'email',
      'takase@aoi-shoji.example.co.jp',
      'takase[at]aoi-shoji[.]example[.]co[.]jp',
      'takase[at]aoi-shoji[.]example[.]co[.]jp',
    ],
    ['email', 'takase@aoi-shoji.example.co.jp', 'https://aoi-shoji.example/', 'aoi-shoji'],
    [
      'domain',
      'shop.mizunara-koubou.example',
      'shop[.]mizunara-koubou[.]example',
      'shop[.]mizunara-koubou[.]example',
    ],
    ['ip-address', '203.0.113.77', '２０３．０．１１３．７７', '２０３．０．１１３．７７'],
    ['ip-address', '203.0.113.77', '203[.]0[.]113[.]77', '203[.]0[.]113[.]77'],
    ['telephone', '03-1234-5678', '０３（１２３４）５６７８', '０３（１２３４）５６７８'],
    ['telephone', '+81-3-1234-5678', '0312345678', '0312345678'],
    ['credit-card', '4111 1111 1111 1111', '4111-1111-1111-1111', '4111-1111-1111-1111'],
  ])('shows that the %s %s is in 「%s」', (type, hidden, result, text) => {
    expect(shown(result, hidden, type).map(([found]) => found)).toContain(text);
  });

  it('have offsets of the result', () => {
    const result = '前文。山 田 太 郎 の話。';
    for (const { start, end, text } of anonymizer.leftovers('', result, [hide('山田太郎', 'person')]))
      expect(result.slice(start, end)).toBe(text);
  });

  it('are not what only resembles the hidden text', () => {
    expect(shown('担当者Aは山梨で太平洋を見た。', '山田太郎', 'person')).toEqual([]);
    expect(shown('BANANAを買った。', 'ANA', 'organisation')).toEqual([]);
    expect(shown('2024年4月9日、4月、3,100万円、203.0.114.77', '2024年4月8日', 'date')).toEqual([]);
    expect(shown('3,100万円', '3,200万円', 'amount')).toEqual([]);
    expect(shown('13人が参加した。', '3人', 'count')).toEqual([]);
    expect(shown('192.0.2.1から', '203.0.113.77', 'ip-address')).toEqual([]);
  });

  it('are none of what is kept', () => {
    const decisions: Decision[] = [{ text: '日本電気', type: 'organisation', action: 'keep' }];
    expect(anonymizer.leftovers('日本電気', '日本電気', decisions)).toEqual([]);
  });

  it('show every hidden text that is planted into a result, however it is spelled', () => {
    const spellings = [
      (text: string) => text,
      (text: string) => [...text].join(' '),
      (text: string) => [...text].join('\u200b'),
      (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
      (text: string) => text.replaceAll('.', '[.]'),
      (text: string) => text.toUpperCase(),
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...readIncidents()),
        fc.nat(),
        fc.constantFrom(...spellings),
        ({ text, expected }, pick, spell) => {
          const one = expected[pick % expected.length] as (typeof expected)[number];
          fc.pre(one.text.length >= 3);
          const result = `公表された文。${spell(one.text)}、以上。`;
          expect(
            anonymizer.leftovers(text, result, [hide(one.text, one.type)]).length,
            result,
          ).toBeGreaterThan(0);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('are none after all mentions and their parts were replaced', () => {
    const text = '株式会社青葉精密製作所の柳沢健吾課長は、青葉精密製作所のサーバーsrv-mes01を止めた。';
    const decisions = anonymizer.detect(text).map((mention) => ({ ...mention, action: 'replace' as const }));
    expect(anonymizer.leftovers(text, anonymizer.apply(text, decisions), decisions)).toEqual([]);
  });
});
