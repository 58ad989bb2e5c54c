import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLaw } from '../texts/read-law.ts';
import { type ArticleChange, diffLaws } from './diff-laws.ts';

const source = readFileSync(new URL('../../cases/administrative-procedure-act.xml', import.meta.url), 'utf8');
const law = (xml: string) => readLaw(new TextEncoder().encode(xml));
const original = law(source);

/** The difference that a change of the XML makes, in short: `changed 7: 1--` and the like. */
function after(...edits: (readonly [from: string | RegExp, to: string])[]): string[] {
  let text = source;
  for (const [from, to] of edits) {
    const edited = text.replace(from, to);
    expect(edited).not.toBe(text);
    text = edited;
  }
  return diffLaws(original, law(text)).map(short);
}

function short(change: ArticleChange): string {
  if (change.type !== 'kept') {
    return `${change.type} ${change.type === 'added' ? change.after.article : change.before.article}`;
  }
  const { before, after: now, renumbered, moved, provisions } = change;
  const number = renumbered ? `${before.article}→${now.article}` : now.article;
  const parts = provisions.map(({ type, before: old, after: wording }) => {
    const at = wording ?? old;
    return `${type} ${[at?.paragraph, at?.item, at?.subitem].map((level) => level ?? '').join('-')}`;
  });
  return [`${number}${moved ? ' moved' : ''}`, ...parts].join('; ');
}

const article = (number: string): RegExp => new RegExp(`<Article Num="${number}">[\\s\\S]*?</Article>`);
const xmlOf = (number: string): string => article(number).exec(source)?.[0] as string;
const added =
  '<Article Num="6"><ArticleCaption>（電子申請）</ArticleCaption><ArticleTitle>第六条</ArticleTitle><Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>電子情報処理組織を使用する方法により申請をすることができる。</Sentence></ParagraphSentence></Paragraph></Article>';

describe('diffLaws', () => {
  it('finds nothing between a law and itself', () => {
    expect(diffLaws(original, law(source))).toEqual([]);
  });

  it('names the paragraph, item or subitem whose wording changed, with both wordings', () => {
    const text = source.replace('審査基準を定めるに当たっては', '審査基準を定め、又は改めるに当たっては');
    const [change] = diffLaws(original, law(text));
    expect(change).toMatchObject({
      type: 'kept',
      renumbered: false,
      moved: false,
      before: { article: '5', caption: '（審査基準）', path: ['第二章　申請に対する処分'] },
      provisions: [
        {
          type: 'changed',
          before: {
            paragraph: 2,
            item: undefined,
            text: expect.stringContaining('審査基準を定めるに当たっては'),
          },
          after: { paragraph: 2, item: undefined, text: expect.stringContaining('又は改めるに当たっては') },
        },
      ],
    });
    expect(
      after(['名あて人が法人である場合におけるその役員', '名宛人が法人である場合におけるその役員']),
    ).toEqual(['13; changed 1-1-ハ']);
    expect(after(['（審査基準）', '（審査の基準）'])).toEqual(['5; changed --']);
  });

  it('tells an added article from one that got another number', () => {
    const shifted = xmlOf('7').replace('Num="7"', 'Num="8"').replace('第七条', '第八条');
    expect(
      after([article('7'), `${added.replace('Num="6"', 'Num="7"').replace('第六条', '第七条')}${shifted}`]),
    ).toEqual(['added 7', '7→8']);
  });

  it('follows a renumbered article whose references were adapted and whose wording changed a little', () => {
    const renumbered = xmlOf('7')
      .replace('Num="7"', 'Num="7_2"')
      .replace('第七条', '第七条の二')
      .replace('遅滞なく', '速やかに');
    expect(after([article('7'), renumbered])).toEqual(['7→7_2; changed 1--']);
  });

  it('finds removed articles, also where 「削除」 is left', () => {
    expect(after([article('7'), ''])).toEqual(['removed 7']);
    const deleted =
      '<Article Num="7"><ArticleTitle>第七条</ArticleTitle><Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>削除</Sentence></ParagraphSentence></Paragraph></Article>';
    expect(after([article('7'), deleted])).toEqual(['removed 7']);
  });

  it('says which articles moved to another chapter or order, and not that chapters were renumbered', () => {
    expect(after(['第三章　不利益処分', '第四章　不利益処分'])).toEqual([]);
    const moved = `${xmlOf('36_3')}</Chapter>`;
    expect(
      after([article('36_3'), ''], ['</Chapter><Chapter Num="3">', `${moved}<Chapter Num="3">`]),
    ).toEqual(['36_3 moved']);
  });

  it('follows paragraphs and items that got another number', () => {
    const paragraph =
      '<Paragraph Num="2"><ParagraphNum>２</ParagraphNum><ParagraphSentence><Sentence>電子情報処理組織を使用して公表することができる。</Sentence></ParagraphSentence></Paragraph>';
    expect(
      after([
        /(<Article Num="5">[\s\S]*?)<Paragraph Num="2">([\s\S]*?)<Paragraph Num="3">/,
        `$1${paragraph}<Paragraph Num="3">$2<Paragraph Num="4">`,
      ]),
    ).toEqual(['5; added 2--; renumbered 3--; renumbered 4--']);
  });

  it('tells apart 附則 of different laws', () => {
    expect(after(['平成二十七年四月一日から施行する', '平成二十八年四月一日から施行する'])).toEqual([
      '1; changed 1--',
    ]);
  });

  it('gives back the other way round what it finds one way', () => {
    const numbers = ['1', '2', '5', '7', '13', '36_3'];
    fc.assert(
      fc.property(fc.subarray(numbers), (gone) => {
        const text = gone.reduce((xml, number) => xml.replace(article(number), ''), source);
        const removed = diffLaws(original, law(text)).map(short);
        const restored = diffLaws(law(text), original).map(short);
        expect(removed).toEqual(gone.map((number) => `removed ${number}`));
        expect(restored).toEqual(gone.map((number) => `added ${number}`));
      }),
    );
  });
});
