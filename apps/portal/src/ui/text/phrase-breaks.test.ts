import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLongPhrases } from './phrase-breaks.ts';

function broken(typeset: Parameters<typeof breakLongPhrases>[0]): string {
  return breakLongPhrases(typeset)
    .map(({ text, breakBefore }) => (breakBefore ? `｜${text}` : text))
    .join('');
}

describe('a phrase too long for a line', () => {
  it('may break where katakana begins or ends', () => {
    expect(broken([{ text: 'サイバーセキュリティお助け隊サービス' }])).toBe(
      'サイバーセキュリティ｜お助け隊｜サービス',
    );
  });

  it('may break behind a middle dot', () => {
    expect(broken([{ text: 'サプライチェーン・サイバーセキュリティ・コンソーシアム' }])).toBe(
      'サプライチェーン・｜サイバーセキュリティ・｜コンソーシアム',
    );
  });

  it('may break behind セキュリティ within one run of katakana', () => {
    expect(broken([{ text: 'テレワークセキュリティガイドライン' }])).toBe(
      'テレワークセキュリティ｜ガイドライン',
    );
  });

  it('keeps words with a reading whole', () => {
    const typeset = [
      { text: 'サイバーセキュリティお' },
      { text: '助', reading: 'たす' },
      { text: 'け' },
      { text: '隊', reading: 'たい' },
      { text: 'サービス' },
    ];
    expect(broken(typeset)).toBe('サイバーセキュリティ｜お助け隊｜サービス');
  });
});

it('a phrase that fits a line stays whole', () => {
  expect(broken([{ text: 'サイバーの' }, { text: '窓口で', breakBefore: true }])).toBe('サイバーの｜窓口で');
});

it('no character and no break of the original is lost', () => {
  const text = fc.string({ unit: fc.constantFrom('あ', 'ア', 'ー', '漢', '・', 'a', '（'), minLength: 1 });
  const runs = fc.array(fc.record({ text, breakBefore: fc.boolean() }), { minLength: 1 });
  fc.assert(
    fc.property(runs, (typeset) => {
      const result = breakLongPhrases(typeset);
      expect(result.map((run) => run.text).join('')).toBe(typeset.map((run) => run.text).join(''));
      expect(result.filter((run) => run.breakBefore).length).toBeGreaterThanOrEqual(
        typeset.filter((run) => run.breakBefore).length,
      );
    }),
  );
});
