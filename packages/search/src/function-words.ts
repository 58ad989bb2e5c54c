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

/** No other particle follows these. */
const CLOSING_PARTICLES = new Set(
  'ハ ガ ヲ ニ デ ト モ ノ ヘ ヤ ニハ ニモ デハ デモ トハ カラ マデ'.split(' '),
);

/**
 * How many units at the start of a kana text are function words.
 * @param followsWord  whether something stands before: a particle follows a word, and at most one does, so that
 *   は is none in をはじめ
 */
export function leadingFunctionWords(kana: string, followsWord: boolean): number {
  let at = 0;
  let mayBeParticle = followsWord;
  for (;;) {
    const rest = kana.length - at;
    const shortest = mayBeParticle || rest === 1 ? 1 : 2;
    let length = Math.min(LONGEST, rest);
    while (length >= shortest && !FUNCTION_WORDS.has(kana.slice(at, at + length))) length--;
    if (length < shortest || rest === 0) return at;
    mayBeParticle = !CLOSING_PARTICLES.has(kana.slice(at, at + length));
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

const NEW_WORD_AFTER_ONE = /^(?:[ヲハノニ]|デ[キスアハモノナ]|ガ(?![ラリルレロツセシナ]))/;
const NEW_WORD_AFTER_SEVERAL =
  /^(?:[ヲハノニデヘ]|ト(?![サシスセソ])|モ(?![ラリルレロツウ])|ガ(?![ラリルレロツ]))/;

/**
 * No inflection begins so, and what follows is a word of its own: 梅雨がない, 猫にやる; but 下がる, 見落とす. Several
 * kanji are a noun more often than one.
 */
export function beginsWithParticle(kana: string, followsSeveral: boolean): boolean {
  return (followsSeveral ? NEW_WORD_AFTER_SEVERAL : NEW_WORD_AFTER_ONE).test(kana);
}
