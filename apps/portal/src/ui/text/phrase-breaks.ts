import type { TypesetText } from '../../platform/i18n/typesetting.ts';

/** Full-width characters: phrases up to this length fit a card's line on the narrowest phone. */
const longestUnbroken = 11;

/** Boundary within a long compound: テレワークセキュリティ｜ガイドライン. */
const wordEdge =
  /(?<=[ァ-ヶー])(?=[\p{Script=Han}ぁ-ん])|(?<=[\p{Script=Han}ぁ-ん])(?=[ァ-ヶ])|(?<=[・／])|(?<=セキュリティ)(?=[ァ-ヶ]{3})/u;

/**
 * Adds breaks at katakana boundaries to phrases longer than a line: サイバーセキュリティ｜お助け隊｜サービス. Words with a
 * reading stay whole.
 * @returns the same text in runs, with more possible breaks
 */
export function breakLongPhrases(typeset: TypesetText): TypesetText {
  return phrasesOf(typeset).flatMap((phrase) => {
    const length = phrase.reduce((sum, run) => sum + run.text.length, 0);
    return length > longestUnbroken ? breakAtWordEdges(phrase) : phrase;
  });
}

function phrasesOf(typeset: TypesetText): TypesetText[] {
  const phrases: TypesetText[] = [];
  for (const run of typeset) {
    const last = phrases.at(-1);
    if (last && !run.breakBefore) last.push(run);
    else phrases.push([run]);
  }
  return phrases;
}

function breakAtWordEdges(phrase: TypesetText): TypesetText {
  let before = '';
  return phrase.flatMap((run) => {
    const edgeBefore = run.breakBefore || (before !== '' && isEdge(before, run.text));
    before = run.text;
    const [head = '', ...rest] = run.reading === undefined ? run.text.split(wordEdge) : [run.text];
    return [
      { ...run, text: head, ...(edgeBefore && { breakBefore: true }) },
      ...rest.map((text) => ({ text, breakBefore: true })),
    ];
  });
}

function isEdge(before: string, after: string): boolean {
  return (before.slice(-1) + after.slice(0, 1)).split(wordEdge).length > 1;
}
