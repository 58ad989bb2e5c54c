import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kanjiNumber, readNumber } from '../text/numerals.ts';
import { findReferences } from './find-references.ts';

const law = '415AC0000000057';
const number = fc.integer({ min: 1, max: 1999 });

/** How a number may be written. */
const written = (value: number): fc.Arbitrary<string> =>
  fc.constantFrom(
    String(value),
    kanjiNumber(value),
    String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    String(value).replace(/\d/g, (digit) => '〇一二三四五六七八九'[Number(digit)] as string),
  );

const provision = fc
  .record({
    article: number,
    branch: fc.option(number),
    paragraph: fc.option(number),
    item: fc.option(number),
  })
  .chain((values) =>
    fc.record({
      values: fc.constant(values),
      article: written(values.article),
      branch: written(values.branch ?? 1),
      paragraph: written(values.paragraph ?? 1),
      item: written(values.item ?? 1),
    }),
  );

/** Pieces that legal texts are made of, and what breaks them. */
const legal = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '第',
        '条',
        '項',
        '号',
        '前',
        '次',
        '同',
        '本',
        'この',
        'の',
        '各',
        '法',
        '令',
        '規則',
        '附則',
        '別表',
        '（',
        '）',
        '「',
        '」',
        '、',
        '。',
      ),
      fc.constantFrom(
        '及び',
        '又は',
        'から',
        'まで',
        '中',
        'とあるのは',
        '以下',
        'という',
        '民法',
        '個人情報保護法',
        '平成十五年法律第五十七号',
        '\n',
        '　',
        'イ',
        'ただし書',
      ),
      fc.constantFrom('一', '二', '十', '百', '〇', '1', '２', ' ', '𠮟', 'ﾞ', '\u0000'),
      fc.string({ maxLength: 3 }),
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''));

describe('findReferences', () => {
  it('reads every number back, in whatever numerals', () => {
    fc.assert(
      fc.property(
        number.chain((value) => fc.tuple(fc.constant(value), written(value))),
        ([value, text]) => {
          const half = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
          expect(readNumber(half, 0)).toEqual({ value, end: text.length });
        },
      ),
    );
  });

  it('reads every provision back, in whatever numerals', () => {
    fc.assert(
      fc.property(provision, ({ values, article, branch, paragraph, item }) => {
        const text = [
          `第${article}条`,
          values.branch === null ? '' : `の${branch}`,
          values.paragraph === null ? '' : `第${paragraph}項`,
          values.item === null ? '' : `第${item}号`,
        ].join('');
        expect(findReferences(`${text}の規定`, { law })).toMatchObject([
          {
            start: 0,
            end: text.length,
            law,
            article: values.branch === null ? String(values.article) : `${values.article}_${values.branch}`,
            paragraph: values.paragraph ?? undefined,
            item: values.item === null ? undefined : String(values.item),
          },
        ]);
      }),
    );
  });

  it('finds what lies within the text, in order, none twice and none across another', () => {
    fc.assert(
      fc.property(legal, (text) => {
        const found = findReferences(text, { law, article: '3', paragraph: 2 });
        for (const [index, { start, end }] of found.entries()) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          const before = found[index - 1];
          if (before === undefined) continue;
          expect(before.start).toBeLessThanOrEqual(start);
          expect([before.start, before.end]).not.toEqual([start, end]);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('finds in a text what it finds in the text set in full width', () => {
    fc.assert(
      fc.property(legal, (text) => {
        const wide = text.replace(/[!-~]/g, (character) =>
          String.fromCharCode(character.charCodeAt(0) + 0xfee0),
        );
        const places = (each: string) =>
          findReferences(each, { law, article: '3' }).map(({ lawTitle, ...rest }) => rest);
        expect(places(wide)).toEqual(places(text));
      }),
    );
  });

  it('takes four times as long for four times the text, whatever the text', () => {
    const pieces = [
      '第',
      '（',
      '「',
      '（「',
      '）',
      '前',
      '1',
      '第一',
      '第一条',
      '第一条、',
      '第1条から',
      '個人情報保護法',
      '昭和',
      '（平成二十六年法律第百四号',
      'の二',
      'イ又は',
      '第一条（',
      '民法（以下「法」という。）',
      '第一条　\n',
      '同法第一条中「',
      'とあるのは「',
      '附則',
      '別表第一の',
    ];
    const time = (text: string): number => {
      const begun = process.cpuUsage();
      findReferences(text, { law });
      const { user, system } = process.cpuUsage(begun);
      return user + system;
    };
    const slow = pieces.filter((piece) => {
      const count = Math.ceil(10_000 / piece.length);
      const [short, long] = [piece.repeat(count), piece.repeat(count * 4)];
      // A quadratic search takes 16 times as long each time; garbage collection comes in the way of one now and then.
      return [1, 2, 3].every(() => time(long) > 12 * Math.max(time(short), 2000));
    });
    expect(slow).toEqual([]);
  }, 60_000);
});
