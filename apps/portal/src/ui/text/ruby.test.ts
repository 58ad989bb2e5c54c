import { describe, expect, it } from 'vitest';
import { rubyHtml, withoutReadings, withRuby } from './ruby.ts';

describe('a sentence with readings', () => {
  const sentence = '｜被害《ひがい》に｜遭《あ》ったら';

  it('reads as plain text where readings cannot stand', () => {
    expect(withoutReadings(sentence)).toBe('被害に遭ったら');
  });

  it('carries its readings as ruby, with brackets where ruby is not drawn', () => {
    expect(String(withRuby(sentence))).toBe(
      '<ruby>被害<rp>（</rp><rt>ひがい</rt><rp>）</rp></ruby>に<ruby>遭<rp>（</rp><rt>あ</rt><rp>）</rp></ruby>ったら',
    );
  });

  it('escapes whatever is not a reading', () => {
    expect(String(withRuby('<b>｜取組《とりくみ》 & "more"'))).toMatch(
      /^&lt;b&gt;<ruby>.*<\/ruby> &amp; &quot;more&quot;$/,
    );
  });

  it('stays an ordinary string, escaped when it is written, where it has no reading', () => {
    expect(withRuby('<b>')).toBe('<b>');
  });

  it('escapes the word and the reading themselves', () => {
    expect(rubyHtml('<', '>')).toBe('<ruby>&lt;<rp>（</rp><rt>&gt;</rt><rp>）</rp></ruby>');
  });
});
