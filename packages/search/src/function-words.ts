/**
 * Japanese function words in folded spelling: particles, auxiliary
 * verbs, question words. They are dropped from a query.
 */
const FUNCTION_WORDS = new Set(
  [
    'は が を に で と も の へ や か ね よ だ',
    'から まで より など とか なら でも にも には では とは への との での からの までの なの など だけ ほど くらい ぐらい しか さえ ばかり',
    'って という といった として としての について についての にたいして にたいする における において による によって により にかんする にとって のため のための のために ため ための ために',
    'する すると するには するとき した したら したい して している していた します しました される された されて されている されていた されます させる しない すれば すべき しまった しよう',
    'です ですか でした でしょう でしょうか ます ますか ました ましたか ません ませんか である であった だった だったか であろう',
    'いる いた います ある あった あります ありますか なる なった なります できる できます できますか できた なっている なったか ている ていた ています',
    'こと もの とき ところ よう ように ような その この あの それ これ あれ ここ そこ さん',
    'なぜ どう どうして どうすれば どうしたら どうやって どの どのよう どのように どのような どんな どれ どこ どこで どこに だれ だれが いつ いつから いくつ いくら どちら どっち どのくらい どれくらい なに なん なんですか なんて',
    'ください おしえて おしえてください ほしい たい たいです よい いい よいですか いいですか のか のですか のでしょうか んですか ても ては たら れば',
  ]
    .join(' ')
    .split(' '),
);
const LONGEST = Math.max(...[...FUNCTION_WORDS].map((word) => word.length));

/** No other particle follows these. */
const CLOSING_PARTICLES = new Set(
  'は が を に で と も の へ や には にも では でも とは から まで'.split(' '),
);

/**
 * Number of units at the start of a kana text that are function words.
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

/** Start of the trailing function words of a kana text: the earliest offset after which all are function words. */
export function trailingFunctionWords(kana: string): number {
  const isFunction: boolean[] = new Array(kana.length + 1).fill(false);
  isFunction[kana.length] = true;
  let start = kana.length;
  for (let at = kana.length - 1; at >= 0 && at >= kana.length - 40; at--) {
    for (let length = 1; length <= LONGEST && at + length <= kana.length; length++) {
      if (kana.startsWith('ども', at - 1)) break;
      if (isFunction[at + length] && FUNCTION_WORDS.has(kana.slice(at, at + length))) {
        isFunction[at] = true;
        start = at;
        break;
      }
    }
  }
  return start;
}

const NEW_WORD_AFTER_ONE = /^(?:[をはのに]|で[きすあはものな]|が(?![らりるれろつっせしな]))/;
const NEW_WORD_AFTER_SEVERAL =
  /^(?:[をはのにでへ]|と(?![さしすせそ])|も(?![らりるれろつっう])|が(?![らりるれろつっ]))/;

/**
 * No inflection begins so, and what follows is a word of its own: 梅雨がない, 猫にやる; but 下がる, 見落とす. Several
 * kanji are a noun more often than one.
 */
export function beginsWithParticle(kana: string, followsSeveral: boolean): boolean {
  return (followsSeveral ? NEW_WORD_AFTER_SEVERAL : NEW_WORD_AFTER_ONE).test(kana);
}
