import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findReferences } from '../references/find-references.ts';
import type { Reference } from '../references/reference.ts';
import { isElement, type LawElement, type LawText } from '../texts/law-text.ts';
import { type PlaceInLaw, provisionAt } from '../texts/provisions.ts';
import { readLaw } from '../texts/read-law.ts';
import { linkSpans } from './linked-text.ts';
import { type RenderOptions, renderProvision } from './render-provision.ts';

const read = (name: string): LawText =>
  readLaw(readFileSync(new URL(`../../cases/${name}`, import.meta.url)));
const made = read('all-elements.xml');
const procedure = read('administrative-procedure-act.xml');
const html = (law: LawText, place: PlaceInLaw, options?: RenderOptions): string =>
  renderProvision(provisionAt(law, place) as LawElement, options);

const textIn = (markup: string): string =>
  markup
    .replace(/<rp>.*?<\/rp>|<rt>.*?<\/rt>|<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

describe('renderProvision', () => {
  it('sets elements named as members of objects as it does any other that the schema does not have', () => {
    for (const name of ['constructor', '__proto__', 'toString']) {
      const odd = { name, attributes: {}, children: ['文'] };
      const sentence = { name: 'Sentence', attributes: {}, children: [odd] };
      expect(renderProvision(sentence)).toContain(`<p><span data-element="${name}">文</span></p>`);
      expect(renderProvision(odd)).toContain('<p>文</p>');
    }
  });

  it('gives an article its heading, its paragraphs with their numbers and its lists', () => {
    expect(html(made, { article: '1' })).toContain(
      '<section class="law-article" id="At_1" aria-labelledby="At_1-title"><h3 id="At_1-title">第一条<span class="law-caption">（目的）</span></h3>',
    );
    expect(html(made, { article: '1', paragraph: 2 }, { idPrefix: 'a-' })).toBe(
      '<div class="law-text" lang="ja"><div class="law-paragraph" id="a-Pr_2"><p><span class="law-number">２</span> 次に掲げる者</p>' +
        '<ol class="law-items" role="list"><li id="a-Pr_2-It_1"><p><span class="law-number">一</span> <span class="law-column">甲</span>　<span class="law-column">乙 &lt;A&gt; &amp; B</span></p>' +
        '<ol class="law-items" role="list"><li id="a-Pr_2-It_1-Si1_1"><p><span class="law-number">イ</span> 子</p>' +
        '<ol class="law-items" role="list"><li id="a-Pr_2-It_1-Si1_1-Si2_1"><p><span class="law-number">（１）</span> 孫</p></li></ol></li></ol></li>' +
        '<li id="a-Pr_2-It_2_2"><p><span class="law-number">二の二</span> 丙</p></li></ol></div></div>',
    );
  });

  it('gives a table headers with their scope and cells that span', () => {
    const table = html(made, { article: '1', paragraph: 1 });
    expect(table).toContain('<thead><tr><th scope="col">種類</th><th scope="col">期間</th></tr></thead>');
    expect(table).toContain('<td rowspan="2">甲</td>');
    expect(table).toContain('<div class="law-table" tabindex="0" role="group" aria-label="表">');
  });

  it('shows furigana only when asked, of the law and of a reading that is passed in', () => {
    expect(html(made, { article: '1', paragraph: 1 })).toContain('この法律は、毀損を防ぐ。');
    const reading = (text: string) =>
      text.split(/(?<=損)|(?=損)/).map((part) => (part === '損' ? { base: '損', reading: 'そん' } : part));
    expect(html(made, { article: '1', paragraph: 1 }, { furigana: true, reading })).toContain(
      'この法律は、<ruby>毀<rp>（</rp><rt>き</rt><rp>）</rp></ruby><ruby>損<rp>（</rp><rt>そん</rt><rp>）</rp></ruby>を防ぐ。',
    );
  });

  it('names an image, and shows it where its address is known and safe', () => {
    const place = { article: '5' };
    expect(html(made, place)).toContain('<p class="law-image" data-src="./pict/1.jpg">図（1.jpg）</p>');
    expect(html(made, place, { image: (src) => `https://example.jp/${src.slice(2)}` })).toContain(
      '<img src="https://example.jp/pict/1.jpg" alt="図（1.jpg）">',
    );
    expect(html(made, place, { image: () => 'javascript:alert(1)' })).not.toContain('javascript:');
  });

  it('links references, those within an item by what its paragraph says', () => {
    const link = ({ article, paragraph, item, subitem }: Reference): string =>
      `/law?${[article, paragraph, item, subitem].join('.')}`;
    const shown = html(
      procedure,
      { article: '13' },
      { place: { law: procedure.id as string, article: '13' }, link },
    );
    expect(shown).toContain('<a href="/law?13.1.1.イ">イからハまで</a>に掲げる場合以外');
    expect(shown).toContain('<a href="/law?13.1.1.イ">前号イからニまで</a>のいずれにも該当しない');
    expect(shown).toContain('<a href="/law?13.1..">前項</a>に規定する意見陳述');
    expect(html(procedure, { article: '13' }, { link })).not.toContain('<a ');
  });

  it('renders the whole document, 別表, 附則 and unknown elements with it, and loses no text', () => {
    for (const law of [made, procedure]) {
      const shown = textIn(renderProvision(law.root));
      const text = (element: LawElement): string =>
        element.children
          .map((child) => (!isElement(child) ? child : child.name === 'Rt' ? '' : text(child)))
          .join('');
      expect([...shown.replace(/[\s　]|図（\d\.jpg）/g, '')].sort().join('')).toBe(
        [...text(law.root).replace(/[\s　]/g, '')].sort().join(''),
      );
    }
  });

  it('writes no markup of the text, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, number) => {
        const element: LawElement = {
          name: 'Paragraph',
          attributes: { Num: number },
          children: [
            {
              name: 'ParagraphSentence',
              attributes: {},
              children: [{ name: 'Sentence', attributes: {}, children: [text] }],
            },
          ],
        };
        const shown = renderProvision(element, { place: { article: '1' }, link: () => '/a"b' });
        expect(shown.replace(/<\/?(?:div|p|a)(?: (?:class|id|lang|href)="[^"<>]*")*>/g, '')).not.toMatch(
          /[<>]/,
        );
      }),
    );
  });
});

describe('linkSpans', () => {
  it('takes of a reference that holds others what stands behind the bracket', () => {
    const text =
      '個人情報の保護に関する法律（平成十五年法律第五十七号。以下この条において「法」という。）第二条及び民法';
    const spans = linkSpans(text, findReferences(text, { article: '1' }));
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(['この条', '第二条', '民法']);
  });
});
