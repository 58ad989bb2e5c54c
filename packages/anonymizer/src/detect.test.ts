import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readIncidents } from '../cases/read-incidents.ts';
import { type Anonymizer, createAnonymizer } from './create-anonymizer.ts';
import { MENTION_TYPES, type MentionType } from './mention.ts';

let anonymizer: Anonymizer;
beforeAll(async () => {
  anonymizer = await createAnonymizer();
});

const found = (text: string, type?: MentionType) =>
  anonymizer
    .detect(text)
    .filter((mention) => type === undefined || mention.type === type)
    .map((mention) => mention.text);

const NAMES = new Set(['person', 'organisation', 'place', 'facility', 'product', 'event']);
const incidents = readIncidents();

describe('Twenty incident texts', () => {
  it('have an identifier of every type', () => {
    const types = new Set(incidents.flatMap(({ expected }) => expected.map(({ type }) => type)));
    expect(incidents).toHaveLength(20);
    expect(MENTION_TYPES.filter((type) => !types.has(type))).toEqual([]);
  });

  it.each(incidents)('give all their identifiers with type: $title', ({ text, expected }) => {
    const mentions = anonymizer.detect(text);
    const missing = expected
      .filter(({ type }) => !NAMES.has(type) && type !== 'version')
      .filter(
        ({ start, end, type }) =>
          !mentions.some((mention) => mention.start <= start && end <= mention.end && mention.type === type),
      );
    expect(missing).toEqual([]);
  });

  it('are covered whole where a name stands, with one in fifty to spare', () => {
    let names = 0;
    let covered = 0;
    for (const { text, expected } of incidents) {
      const isMarked = new Uint8Array(text.length);
      for (const { start, end } of anonymizer.detect(text)) isMarked.fill(1, start, end);
      for (const { start, end, type } of expected) {
        if (!NAMES.has(type)) continue;
        names++;
        if (!isMarked.subarray(start, end).includes(0)) covered++;
      }
    }
    expect(covered / names).toBeGreaterThan(0.98);
  });
});

describe('Mentions', () => {
  it('are stretches of the text with UTF-16 offsets, in order, none overlapping', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.constantFrom(
              ...incidents.map(({ text }) => text.slice(0, 80)),
              '😀',
              '𠮷野家',
              '東京都千代田区1丁目'.repeat(3),
              '1,'.repeat(40),
              'hxxp://[.]'.repeat(9),
            ),
            fc.string({ unit: 'grapheme' }),
          ),
          {
            maxLength: 4,
          },
        ),
        (pieces) => {
          const text = pieces.join('');
          let end = 0;
          for (const mention of anonymizer.detect(text)) {
            expect(mention.text).toBe(text.slice(mention.start, mention.end));
            expect(mention.start).toBeGreaterThanOrEqual(end);
            expect(mention.end).toBeGreaterThan(mention.start);
            expect(mention.confidence).toBeGreaterThanOrEqual(0);
            expect(mention.confidence).toBeLessThanOrEqual(1);
            end = mention.end;
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('are all among the candidates, which overlap nowhere either', () => {
    for (const { text } of incidents) {
      const candidates = anonymizer.candidates(text);
      for (const mention of anonymizer.detect(text))
        expect(candidates).toContainEqual(
          expect.objectContaining({ start: mention.start, end: mention.end }),
        );
      for (const [index, { start, end, text: stretch, score }] of candidates.entries()) {
        expect(stretch).toBe(text.slice(start, end));
        expect(score).toBeGreaterThan(0);
        expect(start).toBeGreaterThanOrEqual(candidates[index - 1]?.end ?? 0);
      }
    }
  });

  it('are fewer candidates the higher the least score', () => {
    const { text } = incidents[0] as { text: string };
    const counts = [0.01, 0.1, 0.5, 0.9].map((least) => anonymizer.candidates(text, { least }).length);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
  });
});

describe('A name that was found once', () => {
  const text = [
    '株式会社山田製作所の社長、山田太郎は経緯を説明した。',
    '山田製作所は当時、当社の規程に従ったという。山田社長は謝罪した。',
    '同社の資料にはYAMADA Taroとあり、名簿にはヤマダタロウとあった。',
  ].join('');

  it('is found without its legal form, in kana, in Latin letters and as 同社 and 当社', () => {
    const names = found(text);
    for (const name of ['山田製作所', '当社', '同社', 'YAMADA Taro', 'ヤマダタロウ'])
      expect(names, name).toContain(name);
    expect(found(text, 'person')).toContain('山田');
  });

  it('is a person where a title follows, and an organisation where it has a legal form', () => {
    const report = '大槻師長が気付き、有限会社北陸データサービスの白石部長に伝えた。担当：ケビン・ブラウン。';
    expect(found(report, 'person')).toEqual(['大槻', '白石', 'ケビン・ブラウン']);
    expect(found(report, 'organisation')).toEqual(['有限会社北陸データサービス']);
  });

  it('is found by the alias that the text gives it', () => {
    const names = found(
      '東雲データ通信株式会社（以下「SDC」という。）は、SDCの利用者に知らせた。',
      'organisation',
    );
    expect(names.filter((name) => name === 'SDC')).toHaveLength(2);
  });
});

describe('Identifiers', () => {
  it.each<[MentionType, string]>([
    ['email', 'ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ'],
    ['email', 'taro [at] example [dot] jp'],
    ['url', 'hxxps[:]//evil{.}example/a?b=1'],
    ['domain', 'evil(dot)example(dot)com'],
    ['ip-address', '203.0.113[.]9'],
    ['ip-address', '203(dot)0(dot)113(dot)9'],
    ['ip-address', '2001:db8::ff00:42:8329'],
    ['telephone', '０３（１２３４）５６７８'],
    ['telephone', '+81 3-1234-5678'],
    ['postal-code', '〒１００−８１１１'],
    ['date', '昭和六十四年一月七日'],
    ['date', '令和元年五月'],
    ['date', '2024年度第3四半期'],
    ['amount', '３００万円'],
    ['amount', '１億２，０００万円'],
    ['count', '約１，２００名'],
    ['corporate-number', '7000012050002'],
    ['individual-number', '123456789018'],
    ['credit-card', '4111 1111 1111 1111'],
    ['crypto-address', '1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2'],
    ['mac-address', '00-1B-44-11-3A-B7'],
    ['vehicle-plate', '横浜 300 あ ・・12'],
    ['address', '北海道札幌市中央区北一条西二丁目'],
    ['address', '大阪府大阪市北区中之島1-3-20'],
    ['address', '横浜市西区みなとみらい二丁目2番1号'],
    ['address', '東京都港区芝公園4-2-8 つばさビル7F'],
    ['email', 'info★tsubasa.example'],
    ['url', 'sftp://backup.tsubasa.local/home'],
    ['url', 'http[:]//bad[.]example[.]com:8080/gate.php'],
    ['host-name', 'WIN-3KJ9A1B2C3D'],
    ['host-name', 'core-sw-01'],
    ['host-name', 'LAPTOP-7Q2M4K9'],
    ['date', '25/01/14'],
    ['date', '2025.1.14'],
    ['date', 'R6年4月'],
    ['date', '第3四半期'],
    ['date', '2024-04-01'],
    ['vulnerability', 'CVE‑2024‑21762'],
    ['version', '10.0.17763'],
    ['account', 'svc-backup'],
    ['account', 'user01'],
    ['file-path', 'wp-content/uploads/shell.php'],
    ['file-path', '~/.bashrc'],
    ['bank-account', '記号12345 番号12345678'],
    ['amount', '約2億3千万円'],
    ['count', '2万3,400人'],
  ])('%s: %s', (type, written) => {
    const before = type === 'version' ? 'Windows Server 2019 (' : '連絡によれば、';
    expect(found(`${before}${written}であった。`, type)).toContain(written);
  });

  it('with a wrong check digit are none of their type', () => {
    expect(found('番号は7000012050003である。', 'corporate-number')).toEqual([]);
    expect(found('番号は123456789017である。', 'individual-number')).toEqual([]);
    expect(found('番号は4111111111111112である。', 'credit-card')).toEqual([]);
  });

  it('are not seen in versions, standards and ordinary figures', () => {
    const text =
      'バージョン10.0.19041.1と1.2.3.4版、ver 5.10.2.1、SHA-256、AES-256、UTF-8、IPv4、Node.js、ASP.NET、ISO/IEC 27001、第3章、3時間、1:30の比、9.8点。';
    const technical = new Set<MentionType>([
      'ip-address',
      'domain',
      'host-name',
      'telephone',
      'hash',
      'ticket',
      'account',
      'url',
      'email',
      'file-path',
      'postal-code',
    ]);
    expect(
      anonymizer
        .detect(text)
        .filter(({ type }) => technical.has(type))
        .map((one) => one.text),
    ).toEqual(['1.2.3.4']);
  });
});
