import { calculate, type Explanation, explainTrace, type TrainingCase } from '@kakehashi/benefits';
import { describe, expect, it } from 'vitest';
import { engineWords } from './readings.ts';

const ruby = { language: 'ja', easy: false, furigana: true } as const;

const sentences = ({ sentence, grounds, because }: Explanation): string[] => [
  sentence,
  ...grounds,
  ...because.flatMap(sentences),
];

const course: TrainingCase = {
  kind: 'practical',
  start: '2024-10-01',
  fees: [600_000, 400_000],
  leftWorkOn: '2023-07-31',
  extension: { reason: 'birth', days: 200 },
  qualifiedOn: '2025-10-15',
  employedOn: '2025-11-01',
  wageUpPercent: 5,
};

describe('a sentence of the engine', () => {
  it('has readings for who asked for them, and for nobody else', () => {
    expect(String(engineWords('受講費用', ruby))).toBe(
      '<ruby>受講<rp>（</rp><rt>じゅこう</rt><rp>）</rp></ruby><ruby>費用<rp>（</rp><rt>ひよう</rt><rp>）</rp></ruby>',
    );
    expect(engineWords('受講費用', { ...ruby, furigana: false })).toBe('受講費用');
  });

  it('takes the longest word: 給付金 is not read as 給付 and 金', () => {
    expect(String(engineWords('給付金', ruby))).toContain('<rt>きゅうふきん</rt>');
  });

  it('keeps what is not a word as it is, escaped', () => {
    expect(String(engineWords('費用<b>', ruby))).toContain('&lt;b&gt;');
  });

  it('has a reading on nearly all its kanji', () => {
    const answer = calculate(course);
    const sentencesShown = [
      ...sentences(explainTrace(answer.trace, 'ja')),
      ...answer.reasons.map(({ text }) => text.ja),
      ...answer.documents.map(({ ja }) => ja),
      ...answer.unconfirmed.map(({ text }) => text.ja),
    ].join('');
    const kanji = (text: string) => text.match(/\p{Script=Han}/gu)?.length ?? 0;
    const bare = String(engineWords(sentencesShown, ruby)).replace(/<ruby>.*?<\/ruby>/g, '');
    expect(kanji(bare) / kanji(sentencesShown)).toBeLessThan(0.08);
  });
});
