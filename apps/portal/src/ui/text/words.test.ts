import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reading } from '../../platform/i18n/language.ts';
import { markedWords, phrasedWords, type Segment, type Words, words } from './words.ts';

const ja: Reading = { language: 'ja', easy: false, furigana: false };
const withFurigana: Reading = { ...ja, furigana: true };
const en: Reading = { ...ja, language: 'en' };

const title: Words = {
  text: '安心な相談窓口',
  language: 'ja',
  typeset: [
    { text: '安心', reading: 'あんしん' },
    { text: 'な' },
    { text: '相談窓口', reading: 'そうだんまどぐち', breakBefore: true },
  ],
};

function textOf(markup: unknown): string {
  return String(markup)
    .replace(/<rp>.*?<\/rp>|<rt>.*?<\/rt>/g, '')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

describe('running text', () => {
  it('is plain in its own language', () => {
    expect(words(title, ja)).toBe('安心な相談窓口');
  });

  it('carries furigana when the reader asked for it', () => {
    expect(String(words(title, withFurigana))).toContain(
      '<ruby>安心<rp>（</rp><rt>あんしん</rt><rp>）</rp></ruby>な',
    );
  });

  it('says that it is Japanese on an English page', () => {
    expect(String(words(title, en))).toBe('<span lang="ja">安心な相談窓口</span>');
  });

  it('escapes what would be markup, whether marked, typeset or neither', () => {
    const evil: Words = { text: '<script>', language: 'ja', typeset: [{ text: '<script>', reading: '<i>' }] };
    expect(String(words(evil, withFurigana))).not.toMatch(/<script|<i>/);
    expect(String(phrasedWords(evil, ja))).toBe('&lt;script&gt;');
    expect(String(words({ ...evil, typeset: [] }, en))).not.toContain('<script');
    expect(String(markedWords(evil, [{ text: '<script>', marked: true }], ja))).toBe(
      '<mark>&lt;script&gt;</mark>',
    );
  });
});

describe('a heading', () => {
  it('may break between phrases only', () => {
    expect(String(phrasedWords(title, ja))).toBe('安心な<wbr>相談窓口');
  });

  it('keeps its breaks beside the furigana', () => {
    expect(String(phrasedWords(title, withFurigana))).toContain('</ruby>な<wbr><ruby>相談窓口');
  });
});

describe('marks', () => {
  it('stand around what matched', () => {
    const segments = [
      { text: '安心な', marked: false },
      { text: '相談', marked: true },
      { text: '窓口', marked: false },
    ];
    expect(String(markedWords(title, segments, ja))).toBe('安心な<wbr><mark>相談</mark>窓口');
  });

  it('take in the whole word when it carries a reading, since ruby cannot be cut', () => {
    const segments = [
      { text: '安心な', marked: false },
      { text: '相談', marked: true },
      { text: '窓口', marked: false },
    ];
    expect(String(markedWords(title, segments, withFurigana))).toMatch(
      /な<wbr><mark><ruby>相談窓口.*<\/ruby><\/mark>$/,
    );
  });

  it('give furigana up where they belong to another cut of the text', () => {
    const excerpt = [{ text: '相談', marked: true }];
    expect(String(markedWords(title, excerpt, withFurigana))).toBe('<mark>相談</mark>');
  });

  it('never lose or change a character of the text', () => {
    const run = fc.record(
      { text: fc.string({ minLength: 1 }), reading: fc.string({ minLength: 1 }) },
      { requiredKeys: ['text'] },
    );
    fc.assert(
      fc.property(
        fc.array(run, { minLength: 1 }),
        fc.nat(),
        fc.nat(),
        fc.boolean(),
        (typeset, a, b, furigana) => {
          const text = typeset.map((one) => one.text).join('');
          const [start, end] = [a % text.length, b % text.length].sort((x, y) => x - y) as [number, number];
          const segments: Segment[] = [
            { text: text.slice(0, start), marked: false },
            { text: text.slice(start, end), marked: true },
            { text: text.slice(end), marked: false },
          ];
          const reading = { ...ja, furigana };
          const markup = String(markedWords({ text, language: 'ja', typeset }, segments, reading));
          expect(textOf(markup)).toBe(text);
        },
      ),
    );
  });
});
