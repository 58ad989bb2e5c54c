import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isElement, type LawElement, textOf } from './law-text.ts';
import { LawTextError } from './law-text-error.ts';
import { provisionAt } from './provisions.ts';
import { readLaw, readLawStream } from './read-law.ts';

const bytesOf = (name: string): Uint8Array => readFileSync(new URL(`../../cases/${name}`, import.meta.url));
const made = bytesOf('all-elements.xml');
const procedure = bytesOf('administrative-procedure-act.xml');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const wholeText = (element: LawElement): string =>
  element.children.map((child) => (isElement(child) ? wholeText(child) : child)).join('');

function errorOf(input: Uint8Array): LawTextError {
  try {
    readLaw(input);
  } catch (error) {
    if (error instanceof LawTextError) return error;
  }
  throw new Error('No LawTextError was thrown');
}

describe('readLaw', () => {
  it('reads a statute from e-Gov with its id, number and day of effect', () => {
    const law = readLaw(procedure, { revision: '405AC0000000088_20240401_504AC0100000052' });
    expect(law).toMatchObject({
      id: '405AC0000000088',
      number: '平成五年法律第八十八号',
      title: '行政手続法',
      titleReading: 'ぎょうせいてつづきほう',
      effectiveFrom: '2024-04-01',
      unknownElements: {},
    });
    expect(law.articles.map(({ article, supplement }) => [article, supplement])).toEqual([
      ...['1', '2', '5', '7', '13', '36_3'].map((article) => [article, undefined]),
      [undefined, '平成一八年六月一四日法律第六六号'],
      ['1', '平成二六年六月一三日法律第七〇号'],
    ]);
    expect(law.articles[4]).toMatchObject({
      caption: '（不利益処分をしようとする場合の手続）',
      path: ['第三章　不利益処分', '第一節　通則'],
    });
  });

  it('names the images and counts elements that the schema does not have, without losing them', () => {
    const law = readLaw(made);
    expect(law.images).toEqual(['./pict/1.jpg', './pict/2.jpg']);
    expect(law.unknownElements).toEqual({ FutureElement: 1, UnknownAppendix: 1 });
    expect(law.appendices.map(({ title, table }) => [title, table])).toEqual([
      ['別表第一の二', '1_2'],
      ['別図', undefined],
    ]);
    const text = new TextDecoder().decode(made).replace(/<!--[\s\S]*?-->|<[^>]*>/g, '');
    const read = text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
    expect(wholeText(law.root).replace(/[ \n]/g, '')).toBe(read.replace(/[ \n]/g, ''));
  });

  it('finds items, subitems, 附則 and 別表 by their numbers', () => {
    const law = readLaw(made);
    const at = (place: Parameters<typeof provisionAt>[1]): string | undefined => {
      const found = provisionAt(law, place);
      return found && textOf(found).replace(/\s/g, '');
    };
    expect(at({ article: '1', paragraph: 2, item: '1', subitem: 'イ' })).toBe('イ子（１）孫');
    expect(at({ article: '1', paragraph: 2, item: '1', subitem: 'イ(1)' })).toBe('（１）孫');
    expect(at({ article: '1', paragraph: 2, item: '2_2' })).toBe('二の二丙');
    expect(at({ article: '3' })).toBe('第二条から第四条まで削除');
    expect(at({ article: '1', supplementary: true })).toBe('第一条この法律は、公布の日から施行する。');
    expect(at({ paragraph: 1, supplement: '令和九年法律第一号' })).toBe(
      'この法律は、令和九年四月一日から施行する。',
    );
    expect(at({ table: '1_2' })).toBe('別表第一の二（第一条関係）一甲');
    expect(at({ article: '9' })).toBeUndefined();
    expect(at({ article: '1', paragraph: 3 })).toBeUndefined();
  });

  it('reads the same however the bytes are cut', async () => {
    const whole = readLaw(made);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: made.length }), { maxLength: 20 }),
        async (cuts) => {
          const ends = [0, ...cuts.sort((a, b) => a - b), made.length];
          const pieces = ends.slice(1).map((end, index) => made.subarray(ends[index], end));
          expect(readLaw(pieces)).toEqual(whole);
          async function* coming() {
            yield* pieces;
          }
          expect(await readLawStream(coming())).toEqual(whole);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('reads an answer of the law API, as XML and as JSON', () => {
    const law =
      '<Law><LawNum>平成五年法律第八十八号</LawNum><LawBody><LawTitle>行政手続法</LawTitle></LawBody></Law>';
    const revision = '405AC0000000088_20240401_504AC0100000052';
    const xml = `<law_data_response><law_info><law_id>405AC0000000088</law_id></law_info><revision_info><law_revision_id>${revision}</law_revision_id></revision_info><law_full_text>${law}</law_full_text></law_data_response>`;
    const json = {
      law_info: { law_id: '405AC0000000088' },
      revision_info: { law_revision_id: revision },
      law_full_text: {
        tag: 'Law',
        attr: {},
        children: [
          { tag: 'LawNum', attr: {}, children: ['平成五年法律第八十八号'] },
          { tag: 'LawBody', attr: {}, children: [{ tag: 'LawTitle', attr: {}, children: ['行政手続法'] }] },
        ],
      },
    };
    for (const input of [xml, JSON.stringify(json)]) {
      expect(readLaw(bytes(input))).toMatchObject({
        id: '405AC0000000088',
        title: '行政手続法',
        revision,
        effectiveFrom: '2024-04-01',
      });
    }
  });

  it('reads JSON by article, with items as lines or paragraphs as segments', () => {
    const lines = {
      id: 'x',
      title: 'ためし法',
      provisions: [{ provision_ref: 'art-2-2', title: '（定義）', content: '柱\n  1. 甲\n  2. 乙\n第二項' }],
    };
    const law = readLaw(bytes(JSON.stringify(lines)));
    expect(textOf(provisionAt(law, { article: '2_2', paragraph: 1, item: '2' }) as LawElement)).toBe('乙');
    expect(textOf(provisionAt(law, { article: '2_2', paragraph: 2 }) as LawElement)).toBe('第二項');
    const segments = {
      lawId: '129AC0000000089',
      title: '民法',
      asOf: '2026-05-19',
      articles: [
        {
          article: '1',
          paragraphs: [{ paragraph: 1, segments: [{ text: '私権は、' }, { text: '適合する。' }] }],
        },
      ],
    };
    const civil = readLaw(bytes(JSON.stringify(segments)));
    expect(civil).toMatchObject({ id: '129AC0000000089', effectiveFrom: '2026-05-19' });
    expect(textOf(provisionAt(civil, { article: '1', paragraph: 1 }) as LawElement)).toBe(
      '私権は、適合する。',
    );
  });

  it('says what is wrong with the input and where', () => {
    expect(errorOf(bytes('<Law>\n<LawBody></Law>'))).toMatchObject({ code: 'malformed', place: '2:16' });
    expect(errorOf(bytes('<Law><LawBody>'))).toMatchObject({ code: 'truncated' });
    expect(errorOf(bytes('<!DOCTYPE Law [<!ENTITY a "b">]><Law/>'))).toMatchObject({ code: 'doctype' });
    expect(errorOf(bytes('<html></html>'))).toMatchObject({ code: 'no-law' });
    expect(errorOf(bytes('  '))).toMatchObject({ code: 'empty' });
    expect(errorOf(bytes('{"a":1}'))).toMatchObject({ code: 'unknown-format' });
    expect(errorOf(bytes('{"a":'))).toMatchObject({ code: 'malformed' });
    expect(errorOf(Uint8Array.of(0x3c, 0x4c, 0xff, 0xfe))).toMatchObject({ code: 'encoding' });
    expect(errorOf(bytes('<a>'.repeat(1000)))).toMatchObject({ code: 'too-deep' });
  });

  it('reads a law whose JSON holds objects where texts belong, and elements named as members of objects', () => {
    const names = ['constructor', '__proto__', 'toString'];
    const odd = { toString: 1, valueOf: 1 };
    const tree = {
      tag: 'Law',
      attr: { Num: odd },
      children: [{ tag: 'LawBody', children: names.map((name) => ({ tag: name, children: ['文'] })) }],
    };
    const law = readLaw(bytes(JSON.stringify(tree)));
    expect(Object.entries(law.unknownElements)).toEqual(names.map((name) => [name, 1]));
    const articles = [{ article: odd, paragraphs: [{ paragraph: odd, segments: [] }] }];
    expect(readLaw(bytes(JSON.stringify({ articles })))).toMatchObject({ articles: [{ article: '' }] });
  });

  it('throws nothing else, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), fc.string().map(bytes), fc.json().map(bytes)), (input) => {
        try {
          readLaw(input);
        } catch (error) {
          expect(error).toBeInstanceOf(LawTextError);
        }
      }),
    );
  });
});

const folder = process.env.KAKEHASHI_LAWS;

it.skipIf(folder === undefined || !existsSync(folder))(
  'reads a folder of statutes, which KAKEHASHI_LAWS names',
  () => {
    const files = readdirSync(folder as string, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(xml|json)$/.test(name),
    );
    const started = performance.now();
    const laws = files.map((name) => readLaw(readFileSync(`${folder}/${name}`)));
    console.log(`${laws.length} statutes in ${Math.round(performance.now() - started)} ms`);
    for (const law of laws) expect(law.articles.length).toBeGreaterThan(0);
  },
);
