import type { Span } from '../mention.ts';
import { PREFECTURES, REGION_OF_PREFECTURE, shortPrefecture } from './regions.ts';

export interface PlaceName extends Span {
  readonly name: string;
}

/** Prefectures and municipalities. */
export interface Gazetteer {
  /** The names in a text, the longest where several begin. */
  find(text: string): PlaceName[];
  /** The region that an address or a place of a text is in; undefined where no prefecture can be told. */
  regionOf(text: string): string | undefined;
  /** Reading of a municipality, in hiragana. */
  readonly readings: ReadonlyMap<string, string>;
}

/** Shorter names of municipalities are words of other meanings, too. */
const SHORTEST = 3;

/** @param file lines of prefecture, name and reading, separated by tabs */
export function readGazetteer(file: string): Gazetteer {
  const prefecturesOf = new Map<string, Set<string>>();
  const readings = new Map<string, string>();
  for (const line of file.split('\n')) {
    const [prefecture = '', name = '', reading = ''] = line.split('\t');
    if (name === '') continue;
    readings.set(name, reading);
    prefecturesOf.set(name, (prefecturesOf.get(name) ?? new Set()).add(prefecture));
  }
  const byBeginning = new Map<string, string[]>();
  for (const name of [...PREFECTURES, ...prefecturesOf.keys()]) {
    if (name.length < SHORTEST) continue;
    const beginning = name.slice(0, 2);
    byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), name]);
  }
  for (const names of byBeginning.values()) names.sort((a, b) => b.length - a.length);

  function find(text: string): PlaceName[] {
    const found: PlaceName[] = [];
    for (let at = 0; at < text.length - 1; at++) {
      const name = byBeginning.get(text.slice(at, at + 2))?.find((one) => text.startsWith(one, at));
      if (name === undefined) continue;
      found.push({ start: at, end: at + name.length, name });
      at += name.length - 1;
    }
    return found;
  }

  function regionOf(text: string): string | undefined {
    const prefecture =
      PREFECTURES.find((name) => text.includes(name)) ??
      PREFECTURES.find(
        (name) => text.includes(shortPrefecture(name)) && !/京都/.test(text.replace('東京都', '')),
      ) ??
      (text.includes('京都') ? '京都府' : undefined);
    if (prefecture) return REGION_OF_PREFECTURE.get(prefecture);
    for (const [name, all] of prefecturesOf) {
      const [only, ...more] = all;
      const known = text.includes(name) || (name.length > 2 && text === name.slice(0, -1));
      if (known && only && more.length === 0) return REGION_OF_PREFECTURE.get(only);
    }
    return undefined;
  }

  return { find, regionOf, readings };
}
