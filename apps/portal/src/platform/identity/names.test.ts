import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanPersonName, holdsAddress, nameInMail, organisationName, personName } from './names.ts';

describe('a name', () => {
  it.each([
    '山田 太郎',
    'J.R.R. Tolkien',
    'J.R.R.Tolkien',
    'Dr.Sato',
    'Dr. Jane Doe, Ph.D.',
    'St.John Smith',
    'Martin Luther King Jr.',
    'マリー・キュリー',
    'K.山田',
    'Patel, K. Dev',
    'Mary (Dot) Smith',
    "O'Brien-Müller",
    'つのだ☆ひろ',
    'ﾔﾏﾀﾞ ﾀﾛｳ',
    '見本 登録者',
  ])('of somebody is taken: %s', (name) => {
    expect(personName.safeParse(name).success).toBe(true);
  });

  it.each([
    'taro@example.jp',
    'ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ',
    'taro [at] example [dot] jp',
    'taro(アット)example',
    'https://evil.example/x',
    'hxxps://evil',
    'h\u200bttps://evil',
    'javascript:alert(1)',
    '//evil',
    'www.evil',
    'www.evil.example へ',
    '当選 evil.com',
    'evil．ｃｏｍ',
    'evil。com',
    'evil｡jp',
    'evil[.]com',
    'evil (.) com',
    'evil dot com',
    'evil ドット com',
    'evil . com',
    'evil・com',
    'evil%2ecom',
    'e\u00advil.c\u200dom',
    'x.jp',
    't.co',
    'ev_il.anything',
    'xn--abc.example',
    '日本語.jp',
    '例え.テスト',
    'еvil.cоm',
    '192.0.2.1',
    'Bitte evil.com.',
  ])('that holds an address is refused: %j', (name) => {
    expect(personName.safeParse(name).success).toBe(false);
    expect(organisationName.safeParse(name).success).toBe(false);
  });

  it.each([
    '',
    ' ',
    '\u200b',
    '\u3164',
    '\u2800 \u00ad',
    'x'.repeat(101),
    'a\nb',
    'a\u202eb',
    '<b>',
    'a\u2028b',
  ])('of another form is refused: %j', (name) => {
    expect(personName.safeParse(name).success).toBe(false);
  });

  it('that another system gives loses its addresses, and is never refused', () => {
    expect(cleanPersonName('庁内 太郎 taro@example.jp', 'ja')).toBe('庁内 太郎');
    expect(cleanPersonName('evil.com', 'ja')).toBe('（名前未設定）');
    expect(cleanPersonName('evil . com', 'en')).toBe('(no name yet)');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 150 }), (name) => {
        const clean = cleanPersonName(name, 'en');
        expect(holdsAddress(clean)).toBe(false);
        expect(personName.safeParse(clean).success).toBe(true);
      }),
    );
  });

  it('is short in a mail, and without an address even where one was entered before', () => {
    expect(nameInMail('山田 太郎', 'ja')).toBe('山田 太郎');
    expect([...nameInMail('長'.repeat(100), 'ja')]).toHaveLength(40);
    expect(nameInMail('Visit https://evil.example', 'en')).toBe('Visit');
  });

  it('with a domain in it is found wherever the domain stands', () => {
    const word = fc.stringMatching(/^[a-z]{4,12}$/);
    fc.assert(
      fc.property(word, word, fc.constantFrom('com', 'jp', 'example', 'みんな'), (before, host, end) => {
        expect(holdsAddress(`${before} ${host}.${end}`)).toBe(true);
      }),
    );
  });
});
