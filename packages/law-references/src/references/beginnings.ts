import { eraStarts } from '../statutes/law-number.ts';
import { nameStarts } from '../statutes/statutes.ts';

/** First characters of phrases that name a provision. */
export const phraseStarts: ReadonlySet<string> = new Set(
  '第前次左同本こ附付別各後た但0123456789〇一二三四五六七八九十百千イロハニホヘトチリヌルヲワカヨタレソツネナラムウ',
);
/** 同法, 本法, この法律. */
export const pointerStarts: ReadonlySet<string> = new Set('同本こ');
/** 施行規則, 施行令, 規則, 法, 令. */
export const lawWordStarts: ReadonlySet<string> = new Set('施規法令');
const marks = '()「」。';

let beginnings: Uint8Array | undefined;

/** Whether a reference can begin with this code unit. */
export function mayBegin(code: number): boolean {
  beginnings ??= table();
  return beginnings[code] === 1;
}

function table(): Uint8Array {
  const found = new Uint8Array(65_536);
  const all = [...phraseStarts, ...pointerStarts, ...lawWordStarts, ...marks, ...eraStarts, ...nameStarts()];
  for (const character of all) found[character.charCodeAt(0)] = 1;
  return found;
}
