/**
 * Kana written after a kanji to show its reading may be left out: 問い合わせ, 問合わせ and 問合せ are one word.
 */

const STEM_ENDINGS = new Set([...'きぎしちりみびけげせてねめべれえ']);
/** い ends a noun after these verbs (支払い方法); after other kanji it ends an adjective (高い山). */
const VERBS_ENDING_IN_I = new Set([
  ...'問買払使扱追言習思笑願向違争歌洗狙誘伺従戦食失救疑装添合補償担養縫拾競飼吸沿襲囲迷賄舞憂揃',
]);
const FIRST_OF_TWO = new Set([...'かがさたなばまらわこごそともよろえ']);
const SECOND_OF_TWO = new Set([...'りしせれえけげめみき']);
const PARTICLES_OF_TWO = new Set(['より', 'とし', 'され', 'なり', 'なし', 'ませ', 'まし', 'かし', 'もし']);

/** The longest okurigana that is looked through. */
export const MAX_OKURIGANA = 2;

/** True where `kana` between `kanji` and another kanji can be left out in writing. */
export function isOmittable(kanji: string, kana: string): boolean {
  const [first = '', second = ''] = kana;
  if (second === '') return STEM_ENDINGS.has(first) || (first === 'い' && VERBS_ENDING_IN_I.has(kanji));
  return FIRST_OF_TWO.has(first) && SECOND_OF_TWO.has(second) && !PARTICLES_OF_TWO.has(kana);
}
