import type { MentionType, Span } from '../mention.ts';
import { distinctivePart, withoutLegalForm } from '../names/legal-forms.ts';
import { hiragana, type NameReadings } from '../names/readings.ts';
import { hepburn, romajiKey } from '../names/romaji.ts';
import { partsOf } from './parts.ts';
import { type Skeleton, skeletonOf, within } from './skeleton.ts';

/** Readings shorter than these are in too many words. */
const SHORTEST_KANA = 3;
const SHORTEST_ROMAJI = 4;

/**
 * Where a name shows by its reading: in kana, as a whole or beside the rest of its kanji (やまだ製作所), or in Latin
 * letters, in either order.
 */
export function* byReading(
  hidden: string,
  type: MentionType,
  skeleton: Skeleton,
  result: string,
  readings: NameReadings,
): Generator<Span> {
  const names = new Set([hidden]);
  if (type === 'organisation' || type === 'facility') names.add(distinctivePart(hidden));
  if (type === 'person') for (const part of partsOf(hidden, type)) names.add(part);
  const romaji = romajiWords(result);
  const bare = type === 'organisation' ? withoutLegalForm(hidden) : hidden;
  for (const name of names)
    for (const reading of readings.of(name)) {
      const kana = hiragana(reading);
      const sounds = kana.replace(/ー/g, '');
      if (name !== bare && bare.includes(name))
        yield* within(skeleton, skeletonOf(bare.replace(name, kana)).text, result);
      if (sounds.length >= SHORTEST_KANA && kana !== hidden) {
        const isWhole = name === hidden || sounds.length >= 4;
        for (const span of within(skeleton, sounds, result)) {
          if (/[\p{Script=Han}]/u.test(result.slice(span.start, span.end))) continue;
          if (isWhole || isKatakanaWord(result, span)) yield span;
        }
      }
      const key = romajiKey(hepburn(kana));
      if (key.length < SHORTEST_ROMAJI) continue;
      for (const { start, end, keys } of romaji) if (keys.includes(key)) yield { start, end };
    }
}

/** Whether a stretch is in katakana and does not go on in it. */
function isKatakanaWord(text: string, { start, end }: Span): boolean {
  const isKatakana = (sign: string | undefined) => sign !== undefined && /[ァ-ヺーｦ-ﾟ]/.test(sign);
  return (
    [...text.slice(start, end)].every(isKatakana) && !isKatakana(text[start - 1]) && !isKatakana(text[end])
  );
}

/** Words of Latin letters and pairs of them, with their romaji keys in both orders. */
function romajiWords(text: string): (Span & { keys: string[] })[] {
  const words = [...text.matchAll(/(?:[A-Za-zＡ-Ｚａ-ｚÀ-ÿĀ-ž]\p{M}*){2,}/gu)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
    key: romajiKey(word.normalize('NFKC')),
  }));
  return words.flatMap((word, i) => {
    const next = words[i + 1];
    const single = { start: word.start, end: word.end, keys: [word.key] };
    if (!next || next.start - word.end > 2) return [single];
    return [single, { start: word.start, end: next.end, keys: [word.key + next.key, next.key + word.key] }];
  });
}
