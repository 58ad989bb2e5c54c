/** Kana in Latin letters, as people write their names: Hepburn, also with long vowels shortened or written out. */

const ROWS: readonly (readonly [kana: string, letters: string])[] = [
  ['あいうえお', 'a i u e o'],
  ['かきくけこ', 'ka ki ku ke ko'],
  ['がぎぐげご', 'ga gi gu ge go'],
  ['さしすせそ', 'sa shi su se so'],
  ['ざじずぜぞ', 'za ji zu ze zo'],
  ['たちつてと', 'ta chi tsu te to'],
  ['だぢづでど', 'da ji zu de do'],
  ['なにぬねの', 'na ni nu ne no'],
  ['はひふへほ', 'ha hi fu he ho'],
  ['ばびぶべぼ', 'ba bi bu be bo'],
  ['ぱぴぷぺぽ', 'pa pi pu pe po'],
  ['まみむめも', 'ma mi mu me mo'],
  ['やゆよ', 'ya yu yo'],
  ['らりるれろ', 'ra ri ru re ro'],
  ['わをんゔ', 'wa o n vu'],
];
const letters = new Map<string, string>();
for (const [kana, row] of ROWS) {
  const all = row.split(' ');
  for (const [index, sign] of [...kana].entries()) letters.set(sign, all[index] as string);
}
const SMALL: ReadonlyMap<string, string> = new Map([
  ['ゃ', 'a'],
  ['ゅ', 'u'],
  ['ょ', 'o'],
  ['ぁ', 'a'],
  ['ぃ', 'i'],
  ['ぅ', 'u'],
  ['ぇ', 'e'],
  ['ぉ', 'o'],
]);

/** A reading in hiragana, in Hepburn letters; empty where a sign has none. */
export function hepburn(reading: string): string {
  let text = '';
  let doubled = false;
  for (const sign of reading) {
    if (sign === 'っ') {
      doubled = true;
      continue;
    }
    if (sign === 'ー') {
      text += text.at(-1) ?? '';
      continue;
    }
    const small = SMALL.get(sign);
    if (small !== undefined && text !== '') {
      const stem = text.slice(0, -1);
      const glide = /[ゃゅょ]/.test(sign) && !/(?:sh|ch|j)$/.test(stem) ? 'y' : '';
      text = stem + glide + small;
      continue;
    }
    const syllable = letters.get(sign);
    if (syllable === undefined) return '';
    if (doubled) text += syllable.startsWith('ch') ? 't' : (syllable[0] as string);
    doubled = false;
    text += syllable;
  }
  return text;
}

/**
 * One spelling for all of a romanised name: long vowels short, Kunrei as Hepburn, m before b, m, p as n. Two texts that
 * romanise one reading come out alike.
 */
export function romajiKey(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/sy/g, 'sh')
    .replace(/s(?=i)/g, 'sh')
    .replace(/t(?=i)/g, 'ch')
    .replace(/ty/g, 'ch')
    .replace(/t(?=u)/g, 'ts')
    .replace(/zy|jy/g, 'j')
    .replace(/z(?=i)/g, 'j')
    .replace(/h(?=u)/g, 'f')
    .replace(/shf/g, 'shu')
    .replace(/oh(?![aiueo])/g, 'o')
    .replace(/m(?=[bmp])/g, 'n')
    .replace(/ou|oo/g, 'o')
    .replace(/uu/g, 'u')
    .replace(/[^a-z]/g, '');
}
