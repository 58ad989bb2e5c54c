/**
 * The parts of a Japanese sentence that say nothing of its subject, in folded katakana: particles, auxiliary
 * verbs, question words. They are dropped from a query.
 */
const FUNCTION_WORDS = new Set(
  [
    'ハ ガ ヲ ニ デ ト モ ノ ヘ ヤ カ ネ ヨ ダ',
    'カラ マデ ヨリ ナド トカ ナラ デモ ニモ ニハ デハ トハ ヘノ トノ デノ カラノ マデノ ナノ ナド ダケ ホド クライ グライ シカ サエ バカリ',
    'ツテ トイウ トイツタ トシテ トシテノ ニツイテ ニツイテノ ニタイシテ ニタイスル ニオケル ニオイテ ニヨル ニヨツテ ニヨリ ニカンスル ニトツテ ノタメ ノタメノ ノタメニ タメ タメノ タメニ',
    'スル スルト スルニハ スルトキ シタ シタラ シタイ シテ シテイル シテイタ シマス シマシタ サレル サレタ サレテ サレテイル サレテイタ サレマス サセル シナイ スレバ スベキ シマツタ シヨウ',
    'デス デスカ デシタ デシヨウ デシヨウカ マス マスカ マシタ マシタカ マセン マセンカ デアル デアツタ ダツタ ダツタカ デアロウ',
    'イル イタ イマス アル アツタ アリマス アリマスカ ナル ナツタ ナリマス デキル デキマス デキマスカ デキタ ナツテイル ナツタカ テイル テイタ テイマス',
    'コト モノ トキ トコロ ヨウ ヨウニ ヨウナ ソノ コノ アノ ソレ コレ アレ ココ ソコ サン',
    'ナゼ ドウ ドウシテ ドウスレバ ドウシタラ ドウヤツテ ドノ ドノヨウ ドノヨウニ ドノヨウナ ドンナ ドレ ドコ ドコデ ドコニ ダレ ダレガ イツ イツカラ イクツ イクラ ドチラ ドツチ ドノクライ ドレクライ ナニ ナン ナンデスカ ナンテ',
    'クダサイ オシエテ オシエテクダサイ ホシイ タイ タイデス ヨイ イイ ヨイデスカ イイデスカ ノカ ノデスカ ノデシヨウカ ンデスカ テモ テハ タラ レバ',
  ]
    .join(' ')
    .split(' '),
);
const LONGEST = Math.max(...[...FUNCTION_WORDS].map((word) => word.length));

/** Kanji that only ask. */
const QUESTION_KANJI = new Set([
  '何',
  '誰',
  '何処',
  '何故',
  '何時',
  '何人',
  '何年',
  '何月',
  '何日',
  '何回',
  '何度',
  '何歳',
  '何個',
]);

const QUESTION_WORDS = /何|誰|なに|なぜ|どう|どの|どんな|どれ|どこ|いつ(?!も)|いくつ|いくら|だれ|どちら/u;
const QUESTION_ENDINGS =
  /(ですか|ますか|ませんか|でしょうか|のか|るか|たか|いか|とは|たい|たいです|教えて|ください|下さい|ほしい|困っています|困っている)[。.]?$/u;
/** An object has a verb, and a topic at the end asks what it is. */
const SENTENCE_PARTICLES = /.を|.は[。.]?$/u;

export function isQuestionKanji(kanji: string): boolean {
  return QUESTION_KANJI.has(kanji);
}

/** True for a text that asks or tells in a sentence rather than naming terms. */
export function isSentence(text: string): boolean {
  return [QUESTION_WORDS, QUESTION_ENDINGS, SENTENCE_PARTICLES].some((pattern) => pattern.test(text));
}

/** How many units at the start of a kana text are function words. */
export function leadingFunctionWords(kana: string): number {
  let at = 0;
  for (;;) {
    let length = Math.min(LONGEST, kana.length - at);
    while (length > 0 && !FUNCTION_WORDS.has(kana.slice(at, at + length))) length--;
    if (length === 0) return at;
    at += length;
  }
}

/** Where the function words start that a kana text ends in; the earliest place from which all is function. */
export function trailingFunctionWords(kana: string): number {
  const isFunction: boolean[] = new Array(kana.length + 1).fill(false);
  isFunction[kana.length] = true;
  let start = kana.length;
  for (let at = kana.length - 1; at >= 0 && at >= kana.length - 40; at--) {
    for (let length = 1; length <= LONGEST && at + length <= kana.length; length++) {
      if (kana.startsWith('ドモ', at - 1)) break;
      if (isFunction[at + length] && FUNCTION_WORDS.has(kana.slice(at, at + length))) {
        isFunction[at] = true;
        start = at;
        break;
      }
    }
  }
  return start;
}

/** No inflection begins so: を, は and の after a kanji start something new. */
export function beginsWithParticle(kana: string): boolean {
  return /^[ヲハノ]/.test(kana);
}
