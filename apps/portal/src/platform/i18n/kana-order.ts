import { toHiragana } from '../typesetting/furigana.ts';

const small = 'ぁぃぅぇぉっゃゅょゎゕゖ';
const large = 'あいうえおつやゆよわかけ';
const vowels = [
  'あかさたなはまやらわ',
  'いきしちにひみり',
  'うくすつぬふむゆる',
  'えけせてねへめれ',
  'おこそとのほもよろを',
];
/** Sorts after every kana and kanji. */
const afterKana = '\uff00';
const soundMarks = /[\u3099\u309a]/g;

/**
 * Sort key that puts readings in 五十音順 by plain comparison, after JIS X 4061: と and ど, っ and つ are equal
 * unless all else is, ー is the preceding vowel, case is ignored.
 */
export function kanaOrderKey(reading: string): string {
  const letters = [
    ...toHiragana(reading).normalize('NFKC').toLowerCase().normalize('NFD').replace(soundMarks, ''),
  ];
  let key = '';
  for (const letter of letters) {
    const at = small.indexOf(letter);
    const whole = at < 0 ? letter : (large[at] ?? letter);
    key += whole === 'ー' ? vowelOf(key.at(-1)) : whole;
  }
  // A title that is written in Latin letters stands after those with a reading, as in a Japanese index.
  if (/^[!-\u024f]/.test(key)) key = afterKana + key;
  // Append the reading, so that keys that differ only in marks have a fixed order.
  return `${key}\u0000${reading}`;
}

function vowelOf(letter: string | undefined): string {
  const row = letter === undefined ? -1 : vowels.findIndex((each) => each.includes(letter));
  return 'あいうえお'[row] ?? 'ー';
}
