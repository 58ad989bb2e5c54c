/** Romaji (Hepburn and Kunrei) and the names of letters, as kana. */

const ROWS: readonly (readonly [consonant: string, kana: string])[] = [
  ['', 'あいうえお'],
  ['k', 'かきくけこ'],
  ['g', 'がぎぐげご'],
  ['s', 'さしすせそ'],
  ['z', 'ざじずぜぞ'],
  ['j', 'じゃ じ じゅ じぇ じょ'],
  ['t', 'たちつてと'],
  ['d', 'だぢづでど'],
  ['n', 'なにぬねの'],
  ['h', 'はひふへほ'],
  ['f', 'ふぁ ふぃ ふ ふぇ ふぉ'],
  ['b', 'ばびぶべぼ'],
  ['p', 'ぱぴぷぺぽ'],
  ['m', 'まみむめも'],
  ['y', 'や い ゆ いぇ よ'],
  ['r', 'らりるれろ'],
  ['l', 'らりるれろ'],
  ['w', 'わ うぃ う うぇ を'],
  ['v', 'ゔぁ ゔぃ ゔ ゔぇ ゔぉ'],
  ['sh', 'しゃ し しゅ しぇ しょ'],
  ['sy', 'しゃ しぃ しゅ しぇ しょ'],
  ['ch', 'ちゃ ち ちゅ ちぇ ちょ'],
  ['ty', 'ちゃ ちぃ ちゅ ちぇ ちょ'],
  ['zy', 'じゃ じぃ じゅ じぇ じょ'],
  ['jy', 'じゃ じぃ じゅ じぇ じょ'],
  ['ts', 'つぁ つぃ つ つぇ つぉ'],
  ...(['kき', 'gぎ', 'nに', 'hひ', 'bび', 'pぴ', 'mみ', 'rり'] as const).map(
    ([consonant, kana]) =>
      [`${consonant}y`, ['ゃ', 'ぃ', 'ゅ', 'ぇ', 'ょ'].map((small) => `${kana}${small}`).join(' ')] as const,
  ),
];

const syllables = new Map<string, string>();
for (const [consonant, row] of ROWS) {
  const kana = row.includes(' ') ? row.split(' ') : [...row];
  for (const [i, vowel] of [...'aiueo'].entries()) syllables.set(consonant + vowel, kana[i] as string);
}
const LONGEST_SYLLABLE = 3;

/** A consonant at the end of an English word, as Japanese says it: ipass, net. */
const FINAL: ReadonlyMap<string, string> = new Map(
  ['sす', 'kく', 'gぐ', 'pぷ', 'bぶ', 'tと', 'dど', 'mむ', 'lる', 'rる', 'fふ'].map((pair) => [
    pair[0] as string,
    pair[1] as string,
  ]),
);

/** The kana that a word in romaji says; empty where it is none. */
export function kanaOfRomaji(word: string): string {
  let kana = '';
  let at = 0;
  while (at < word.length) {
    const letter = word[at] as string;
    if (letter === '-' && kana !== '') {
      kana += 'ー';
      at++;
      continue;
    }
    const next = word[at + 1] ?? '';
    const isNasal = (letter === 'n' || (letter === 'm' && /[bmp]/.test(next))) && !/[aiueoy]/.test(next);
    if (isNasal) {
      kana += 'ん';
      at += next === "'" || (letter === 'n' && next === 'n' && !/[aiueoy]/.test(word[at + 2] ?? '')) ? 2 : 1;
      continue;
    }
    const isDoubled = letter === next && !/[aiueon]/.test(letter);
    if (isDoubled || word.startsWith('tch', at)) {
      if (at + 2 < word.length) kana += 'っ';
      at++;
      continue;
    }
    let length = Math.min(LONGEST_SYLLABLE, word.length - at);
    while (length > 0 && !syllables.has(word.slice(at, at + length))) length--;
    if (length > 0) {
      kana += syllables.get(word.slice(at, at + length));
      at += length;
      continue;
    }
    const final = at + 1 === word.length && kana !== '' ? FINAL.get(letter) : undefined;
    if (final === undefined) return '';
    return kana + final;
  }
  return kana;
}

const LETTER_NAMES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    a: 'えー えい',
    b: 'びー',
    c: 'しー',
    d: 'でぃー でー',
    e: 'いー',
    f: 'えふ',
    g: 'じー',
    h: 'えっち えいち',
    i: 'あい',
    j: 'じぇい じぇー',
    k: 'けー けい',
    l: 'える',
    m: 'えむ',
    n: 'えぬ',
    o: 'おー',
    p: 'ぴー',
    q: 'きゅー きゅう',
    r: 'あーる',
    s: 'えす',
    t: 'てぃー てー',
    u: 'ゆー',
    v: 'ぶい ゔぃー',
    w: 'だぶりゅー だぶる',
    x: 'えっくす',
    y: 'わい',
    z: 'ぜっと',
  }).map(([letter, names]) => [letter, names.split(' ')]),
);
const SHORTEST_ACRONYM = 2;

/** The letters that a text in hiragana names one by one (ジェイブイエヌ is jvn); empty where it names none. */
export function lettersNamed(hiragana: string): string {
  const letters = lettersFrom(hiragana);
  return letters !== undefined && letters.length >= SHORTEST_ACRONYM ? letters : '';
}

function lettersFrom(rest: string): string | undefined {
  if (rest === '') return '';
  for (const [letter, names] of LETTER_NAMES) {
    for (const name of names) {
      if (!rest.startsWith(name)) continue;
      const others = lettersFrom(rest.slice(name.length));
      if (others !== undefined) return letter + others;
    }
  }
  return undefined;
}

/** How a word of letters is read letter by letter. */
export function namesOfLetters(word: string): string {
  return [...word].map((letter) => LETTER_NAMES.get(letter)?.[0] ?? '').join('');
}

/** Hiragana for the katakana in a text. */
export function hiraganaOf(text: string): string {
  return text.replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}
