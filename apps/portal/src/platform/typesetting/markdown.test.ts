import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { markdownBounds, markdownFault, markdownToHtml, textOfHtml } from './markdown.ts';

const long = (unit: string) => unit.repeat(Math.ceil(8_000 / unit.length));
const lines = (line: (index: number) => string) =>
  Array.from({ length: 2_000 }, (_, at) => line(at)).join('\n');

/** Each takes the parser quadratic time or worse. */
const hostile: Record<string, string> = {
  'quotes within quotes': long('>'),
  'quotes apart': long('> '),
  'lists within lists': long('- '),
  'numbered lists within lists': long('1. '),
  'lists within quotes': long('> - 1. '),
  'lists within quotes, in every line': `> - > - > - > -\n`.repeat(900),
  'a list item in every line': '- a\n'.repeat(900),
  'lists by indentation': lines((index) => `${'  '.repeat(index)}- a`),
  'lists by tabs': lines((index) => `${'\t'.repeat(index % 40)}- a`),
  'lines that go on in deep quotes': `${'> '.repeat(200)}a\n${lines(() => 'a')}`,
  'emphasis that opens': long('*a **a '),
  'emphasis that opens and closes': long('*a ') + long('b* '),
  'emphasis within words': long('a**b'),
  'two sorts of emphasis': long('*a_ '),
  'emphasis beside punctuation': long('*.'),
  'brackets that open': long('['),
  'brackets that close': '['.repeat(4_000) + ']'.repeat(4_000),
  'links without an end': long('[a]('),
  images: long('![['),
  'reference definitions': lines((index) => `[${index}]: /u`),
  references: long('[a][b]'),
  'comments without an end': long('<!--'),
  'instructions without an end': long('<?'),
  'sections without an end': long('<![CDATA['),
  'underlined headings': lines((index) => (index % 2 ? '=' : 'a')),
  'very many lines': long('\n'),
  'a very long text': 'あ'.repeat(200_000),
};

describe('Markdown that would hold up the node', () => {
  test.each(Object.entries(hostile))(
    '%s: is not parsed; its author is told, and it is shown as typed',
    (_, source) => {
      expect(markdownFault(source)).toMatchObject({ ja: expect.any(String), en: expect.any(String) });
      const html = markdownToHtml(source);
      expect(html).not.toMatch(/<(?!\/?p>)/);
      expect(textOfHtml(html).replace(/\s+/g, '')).toBe(source.replace(/\s+/g, ''));
    },
  );
});

describe('Markdown as people write it', () => {
  test.each([
    [
      'paragraphs, lists and links',
      '# 見出し\n\n**大事**な[こと](https://example.jp)。\n\n- 一\n  - 二\n    - 三\n',
    ],
    ['a quotation in a list in a quotation', '> - > 引用\n'],
    ['a rule', 'a\n\n---\n\n* * *\n'],
    ['a table of contents of a hundred links', '- [節](#a)\n'.repeat(100)],
    ['a list of five hundred things', `- もの\n`.repeat(500)],
    ['a hundred bold words', 'これは**大事**です。\n\n'.repeat(100)],
  ])('is read: %s', (_, source) => {
    expect(markdownFault(source)).toBeUndefined();
    expect(markdownToHtml(source)).toMatch(/<(h1|blockquote|hr|a|li|strong)/);
  });

  it('whatever is typed, its words are neither lost nor turned into markup when it is not read', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '&', '"', '>', 'a', '\n', ' ', '<script>') }),
        (some) => {
          const source = `${some}${'['.repeat(markdownBounds.brackets + 1)}`;
          const words = textOfHtml(markdownToHtml(source));
          expect(words.replace(/\s+/g, '')).toBe(source.replace(/\s+/g, ''));
        },
      ),
    );
  });
});
