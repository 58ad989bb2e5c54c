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
const soundMarks = /[\u3099\u309a]/g;

/**
 * Key by which plain comparison puts readings in 五十音順, after JIS X 4061: と and ど, っ and つ are one letter
 * until all letters are equal, ー is the vowel before it, and capitals are small.
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
  // What differs in marks alone still has one order.
  return `${key}\u0000${reading}`;
}

function vowelOf(letter: string | undefined): string {
  const row = letter === undefined ? -1 : vowels.findIndex((each) => each.includes(letter));
  return 'あいうえお'[row] ?? 'ー';
}
