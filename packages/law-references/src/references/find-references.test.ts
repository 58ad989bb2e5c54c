import { describe, expect, it } from 'vitest';
import { findReferences } from './find-references.ts';
import type { Reference, TextPlace } from './reference.ts';

const privacy = '415AC0000000057';

/** `wording → law:article-paragraph-item` of each reference, as a lawyer would note it. */
const noted = (text: string, place: TextPlace = {}): string[] =>
  findReferences(text, place).map(
    (reference) => `${text.slice(reference.start, reference.end)} → ${short(reference)}`,
  );

function short({ kind, law, to, part, table, ...from }: Reference): string {
  const at = (provision: Pick<Reference, 'article' | 'paragraph' | 'item' | 'subitem'>) =>
    [provision.article, provision.paragraph, provision.item, provision.subitem]
      .map((level) => level ?? '')
      .join('-');
  const range = to === undefined ? '' : `..${at(to)}`;
  const which = [kind === 'article' ? '' : kind, law ?? '?', table ?? ''].filter(Boolean).join(' ');
  return `${which}:${at(from)}${range}${part === undefined ? '' : ` ${part}`}`;
}

describe('findReferences', () => {
  it('reads kanji and Arabic numerals in any width as the same provision', () => {
    const forms = [
      '第六十条の二第一項第三号イ',
      '60条の2第1項3号イ',
      '第６０条の２第１項第３号イ',
      '第 60 条の2 第 1 項 第 3 号イ',
    ];
    for (const form of forms) {
      expect(findReferences(form, { law: privacy })).toEqual([
        {
          start: 0,
          end: form.length,
          law: privacy,
          lawTitle: '個人情報の保護に関する法律',
          lawNumber: '平成十五年法律第五十七号',
          kind: 'article',
          article: '60_2',
          paragraph: 1,
          item: '3',
          subitem: 'イ',
        },
      ]);
    }
  });

  it('counts offsets in UTF-16 units', () => {
    const [reference] = findReferences('𠮟る 民法第九十条');
    expect([reference?.start, reference?.end]).toEqual([4, 10]);
  });

  it('knows laws by full, short and popular names', () => {
    expect(noted('個情法26条、マイナンバー法第29条の4、サイバー対処能力強化法第五条')).toEqual([
      '個情法26条 → 415AC0000000057:26---',
      'マイナンバー法第29条の4 → 425AC0000000027:29_4---',
      'サイバー対処能力強化法第五条 → 507AC0000000042:5---',
    ]);
  });

  it('takes up names that the text defines', () => {
    const text =
      '個人情報の保護に関する法律（平成15年法律第57号。以下「法」という。）の施行。法第26条第1項ただし書、法施行令第3条、同法施行規則第七条';
    expect(noted(text).slice(1)).toEqual([
      '法第26条第1項ただし書 → 415AC0000000057:26-1-- proviso',
      '法施行令第3条 → 415CO0000000507:3---',
      '同法施行規則第七条 → 428M60020000003:7---',
    ]);
  });

  it('leaves the id out where only a number names the law', () => {
    expect(findReferences('旧通信法（昭和二十八年法律第九百九十九号）第三条')).toMatchObject([
      { law: undefined, lawNumber: '昭和二十八年法律第九百九十九号', article: '3' },
    ]);
  });

  it('resolves relative references against where the text stands', () => {
    expect(
      noted('前二項、前三条、次条第一項又は第三項、この項', { law: privacy, article: '27', paragraph: 5 }),
    ).toEqual([
      `前二項 → ${privacy}:27-3--..27-4--`,
      `前三条 → ${privacy}:24---..26---`,
      `次条第一項 → ${privacy}:28-1--`,
      `第三項 → ${privacy}:28-3--`,
      `この項 → ${privacy}:27-5--`,
    ]);
  });

  it('resolves 前条 by the order of the law where it is given', () => {
    const articles = ['16', '16_2', '17', '18'];
    expect(noted('前条', { law: privacy, article: '17', articles })).toEqual([`前条 → ${privacy}:16_2---`]);
    expect(noted('前条', { law: privacy, article: '16_2' })).toEqual([`前条 → ${privacy}:16---`]);
  });

  it('resolves what stands in a bracket against what the bracket follows', () => {
    expect(
      noted('第十五条第一項各号（第三号を除く。）及び第十六条（第二項において同じ。）', {
        law: privacy,
        article: '20',
        paragraph: 1,
      }),
    ).toEqual([
      `第十五条第一項各号 → ${privacy}:15-1-- items`,
      `第三号 → ${privacy}:15-1-3-`,
      `第十六条 → ${privacy}:16---`,
      `第二項 → ${privacy}:20-2--`,
    ]);
  });

  it('reads the wording that replaces another from the place of the provision replaced', () => {
    const text =
      '第三条の規定は、前項の場合について準用する。この場合において、同条第二項中「前項」とあるのは「第五条第一項」と読み替えるものとする。';
    expect(noted(text, { law: privacy, article: '9', paragraph: 4 })).toEqual([
      `第三条 → ${privacy}:3---`,
      `前項 → ${privacy}:9-3--`,
      `同条第二項 → ${privacy}:3-2--`,
      `前項 → ${privacy}:3-1--`,
      `第五条第一項 → ${privacy}:5-1--`,
    ]);
  });

  it('finds 附則 and 別表', () => {
    expect(noted('附則第三条第一項及び第二項、別表第一の三の項、同表', { law: privacy })).toEqual([
      `附則第三条第一項 → supplementary ${privacy}:3-1--`,
      `第二項 → supplementary ${privacy}:3-2--`,
      `別表第一の三の項 → table ${privacy} 1:---`,
      `同表 → table ${privacy} 1:---`,
    ]);
  });

  it('finds none in words that hold 法 or count something else', () => {
    expect(
      noted(
        '方法、手法、法人、会社法人等番号、個人情報保護法制、刑法犯、第三者、第一項目、第三号被保険者、様式第一号、第5条件',
      ),
    ).toEqual([]);
  });

  it('leaves the law open for an instrument that it does not know', () => {
    expect(noted('GDPR第33条、利用規約第3条', { law: privacy })).toEqual([
      '第33条 → ?:33---',
      '第3条 → ?:3---',
    ]);
  });

  it('takes headings of articles, paragraphs and items for where the text stands', () => {
    const text = [
      '第五条から第七条まで　削除',
      '第八条の二　前条の規定による。',
      '２　前項の場合には、次に掲げる者',
      '  一　甲',
      '  二の二　前号の者',
      '附　則　（平成一五年五月三〇日法律第五七号）　抄',
      '１　この法律は、前条の日から施行する。',
    ].join('\n');
    expect(noted(text, { law: '405AC0000000088', articles: ['5', '6', '7', '8', '8_2'] })).toEqual([
      '前条 → 405AC0000000088:8---',
      '前項 → 405AC0000000088:8_2-1--',
      '前号 → 405AC0000000088:8_2-2-2-',
      'この法律 → law 415AC0000000057:---',
      '前条 → supplementary 415AC0000000057:---',
    ]);
  });

  it('counts the lines of an article as its paragraphs where they have no numbers', () => {
    const text = '甲は、次に掲げる。\n  1. 乙\n  2. 前号の丙\n前項の規定は、次項に準用する。';
    expect(noted(text, { law: privacy, article: '3' })).toEqual([
      `前号 → ${privacy}:3-1-1-`,
      `前項 → ${privacy}:3-1--`,
      `次項 → ${privacy}:3-3--`,
    ]);
  });

  it('reads kanji numerals without 第 behind the name of a law', () => {
    expect(noted('憲法二八条、民法四一五条一項但書及び七〇九条。四条河原町、北8条西5丁目')).toEqual([
      '憲法二八条 → 321CONSTITUTION:28---',
      '民法四一五条一項但書 → 129AC0000000089:415-1-- proviso',
      '七〇九条 → 129AC0000000089:709---',
    ]);
  });

  it('keeps the law before a bracket that names the law that amended it', () => {
    expect(noted('国家公務員法（昭和四十年法律第六十九号による改正前のもの）第九十八条第五項')).toEqual([
      '国家公務員法（昭和四十年法律第六十九号による改正前のもの）第九十八条第五項 → 322AC0000000120:98-5--',
      '昭和四十年法律第六十九号 → law ?:---',
    ]);
  });

  it('ends a list of another law where 及び ended it', () => {
    const text = '民事訴訟法第百条第一項、第百六条及び第百八条、第百六十三条並びに第百六十四条の規定';
    expect(noted(text, { law: privacy, article: '150', paragraph: 1 })).toEqual([
      '民事訴訟法第百条第一項 → 408AC0000000109:100-1--',
      '第百六条 → 408AC0000000109:106---',
      '第百八条 → 408AC0000000109:108---',
      `第百六十三条 → ${privacy}:163---`,
      `第百六十四条 → ${privacy}:164---`,
    ]);
  });

  it('reads lists and ranges of subitems and of what stands below them', () => {
    const place = { law: privacy, article: '2', paragraph: 1, item: '4' };
    expect(noted('第二号イ及びロ、第三号ハ(1)から(3)まで、ニ(1)又は(2)。イに掲げる者', place)).toEqual([
      `第二号イ → ${privacy}:2-1-2-イ`,
      `ロ → ${privacy}:2-1-2-ロ`,
      `第三号ハ(1)から(3)まで → ${privacy}:2-1-3-ハ(1)..2-1-3-ハ(3)`,
      `ニ(1) → ${privacy}:2-1-3-ニ(1)`,
      `(2) → ${privacy}:2-1-3-ニ(2)`,
      `イ → ${privacy}:2-1-4-イ`,
    ]);
  });

  it('takes offences of one law for a list', () => {
    expect(noted('刑法第百六十八条の二第一項の罪又は第百六十八条の三の罪', { law: privacy })).toEqual([
      '刑法第百六十八条の二第一項 → 140AC0000000045:168_2-1--',
      '第百六十八条の三 → 140AC0000000045:168_3---',
    ]);
  });

  it('reads lists of items of a 別表, and lists with chapters between', () => {
    expect(
      noted('別表第一第六号、第七号若しくは第十三号から第十五号まで', {
        law: privacy,
        article: '61',
        paragraph: 4,
      }),
    ).toEqual([
      `別表第一第六号 → table ${privacy} 1:--6-`,
      `第七号 → table ${privacy} 1:--7-`,
      `第十三号から第十五号まで → table ${privacy} 1:--13-..--15-`,
    ]);
    expect(noted('行政不服審査法第四十二条、第二章第四節及び第五十条第二項の規定', { law: privacy })).toEqual(
      ['行政不服審査法第四十二条 → 426AC0000000068:42---', '第五十条第二項 → 426AC0000000068:50-2--'],
    );
  });
});
