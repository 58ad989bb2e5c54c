/** How names of people, places and organisations are read. */
export interface NameReadings {
  /** Readings of a name in hiragana: as a whole, or put together of its two parts; none where they are not known. */
  of(name: string): readonly string[];
}

/** The list has prefectures without what follows their names. */
const PREFECTURE_READINGS: Readonly<Record<string, string>> = { 都: 'と', 府: 'ふ', 県: 'けん' };
/** Of how many readings each part of a name is put together. */
const MOST_OF_A_PART = 3;

/** @param file lines of a name and its readings in katakana, in the order of the names */
export function readNameReadings(file: string, municipalities: ReadonlyMap<string, string>): NameReadings {
  /** The list is in the order of UTF-16, so that a name is found by halves without 124,000 entries of a map. */
  const begins: number[] = [0];
  for (let at = file.indexOf('\n'); at >= 0; at = file.indexOf('\n', at + 1)) begins.push(at + 1);
  const nameAt = (line: number) => {
    const begin = begins[line] as number;
    return file.slice(begin, file.indexOf('\t', begin));
  };

  function known(name: string): string[] {
    const municipality = municipalities.get(name);
    if (municipality) return [municipality];
    let low = 0;
    let high = begins.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (nameAt(middle) < name) low = middle + 1;
      else high = middle;
    }
    if (nameAt(low) !== name) {
      const suffix = PREFECTURE_READINGS[name.at(-1) ?? ''];
      return suffix && name.length > 2 ? known(name.slice(0, -1)).map((reading) => reading + suffix) : [];
    }
    const begin = (begins[low] as number) + name.length + 1;
    const end = begins[low + 1] === undefined ? file.length : (begins[low + 1] as number) - 1;
    return file.slice(begin, end).split(',').map(hiragana);
  }

  return {
    of(written) {
      const name = written.replace(/[\s　]/g, '');
      if (/^[\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u.test(name)) return [hiragana(name)];
      const whole = known(name);
      if (whole.length > 0) return whole;
      const parts = /[\s　]/.test(written.trim())
        ? [written.trim().split(/[\s　]+/) as [string, string]]
        : Array.from(
            { length: name.length - 1 },
            (_, i) => [name.slice(0, i + 1), name.slice(i + 1)] as [string, string],
          );
      const found = new Set<string>();
      for (const [first, second] of parts)
        for (const a of known(first).slice(0, MOST_OF_A_PART))
          for (const b of known(second ?? '').slice(0, MOST_OF_A_PART)) found.add(a + b);
      return [...found];
    },
  };
}

export function hiragana(text: string): string {
  return text.replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}
