import { describe, expect, it } from 'vitest';
import type { Reading } from '../../platform/i18n/language.ts';
import { phrasebook } from './phrasebook.ts';

const open = phrasebook({
  ja: {
    help: { heading: '｜被害《ひがい》に｜遭《あ》ったら', lead: '｜窓口《まどぐち》' },
    count: (n: number) => `${n}｜件《けん》`,
  },
  en: { help: { heading: 'Get help', lead: 'Desks' }, count: (n) => `${n} found` },
  easy: { help: { heading: '｜困《こま》ったとき' } },
});
const ja: Reading = { language: 'ja', easy: false, furigana: false };

describe('a phrasebook', () => {
  it('opens at the language of the page', () => {
    expect(open(ja).text.help.heading).toBe('被害に遭ったら');
    expect(open({ ...ja, language: 'en' }).text.help.heading).toBe('Get help');
  });

  it('sets furigana in text and never in labels', () => {
    const { text, label } = open({ ...ja, furigana: true });
    expect(String(text.help.lead)).toContain('<rt>まどぐち</rt>');
    expect(label.help.lead).toBe('窓口');
  });

  it('sets furigana in sentences with a number too', () => {
    expect(String(open({ ...ja, furigana: true }).text.count(3))).toMatch(/^3<ruby>件/);
    expect(open({ ...ja, furigana: true }).label.count(3)).toBe('3件');
  });

  it('takes やさしい日本語 where there is one and the usual words elsewhere', () => {
    const { text } = open({ ...ja, easy: true });
    expect(text.help.heading).toBe('困ったとき');
    expect(text.help.lead).toBe('窓口');
    expect(text.count(2)).toBe('2件');
  });

  it('leaves English alone whatever else is wished', () => {
    expect(open({ language: 'en', easy: true, furigana: true }).text.help.lead).toBe('Desks');
  });
});
