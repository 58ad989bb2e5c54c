/** How questions are put in Japanese: which of their words ask rather than name something. */

const QUESTION_WORDS = /何|誰|なに|なぜ|どう|どの|どんな|どれ|どこ|いつ(?!も)|いくつ|いくら|だれ|どちら/u;
const QUESTION_ENDINGS =
  /(ですか|ますか|ませんか|でしょうか|のか|るか|たか|いか|とは|たい|たいです|教えて|ください|下さい|ほしい|困っています|困っている)[。.]?$/u;
/** An object has a verb, and a topic at the end asks what it is. */
const SENTENCE_PARTICLES = /.を|.は[。.]?$/u;

/** True for a text that asks or tells in a sentence rather than naming terms. */
export function isSentence(text: string): boolean {
  return [QUESTION_WORDS, QUESTION_ENDINGS, SENTENCE_PARTICLES].some((pattern) => pattern.test(text));
}

/** After 何 these count or tell time: 何人, 何年. Others name what is sought: 何語, 何県. */
const COUNTED = /^(?:[人年月日回度歳個件円枚番位条分秒票割倍時名処故者]|世紀|時間|年間|種類|曜日)?$/;
/** Words of their own that end in 何. */
const NAMES_WITH_WHAT = /[幾如]何/;

/**
 * The stretch of a run of kanji that names something, without what only asks: 別名何 → 別名, 西暦何年 → 西暦,
 * 何語 → 語; empty for 何人 and 誰.
 */
export function namingStretch(kanji: string): [from: number, to: number] {
  if (kanji === '誰') return [0, 0];
  const what = kanji.indexOf('何');
  if (what < 0 || NAMES_WITH_WHAT.test(kanji)) return [0, kanji.length];
  if (what > 0) return [0, what];
  return COUNTED.test(kanji.slice(1)) ? [0, 0] : [1, kanji.length];
}

/** At the end of a question, in folded text: what sort of answer is wanted, or that one is. */
const ASKING_WORDS =
  /^(?:名|名前|名称|正式名称|別名|別称|呼称|呼び名|略称|人物|場所|種類|言葉|理由|原因|[呼言答挙述教][ぁ-ゖ]*)$/u;

/** True for 名前 in 社長の名前は: few texts that answer hold the word itself. */
export function isAskingWord(folded: string): boolean {
  return ASKING_WORDS.test(folded);
}
