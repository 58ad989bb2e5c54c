import { isDigit, isDigits, isLetter, numberKey } from './sort-key.ts';

const TILDE = '\x01';
const END_OF_TEXT = '\x02';
const FIRST_LETTER = 3;
const FIRST_OTHER = 60;

/** Debian policy 5.6.12: `[epoch:]upstream[-revision]`; a tilde sorts before the end, letters before the rest. */
export function dpkgKey(text: string): string {
  const trimmed = text.trim();
  const colon = trimmed.indexOf(':');
  const hasEpoch = colon > 0 && isDigits(trimmed.slice(0, colon));
  const version = hasEpoch ? trimmed.slice(colon + 1) : trimmed;
  const dash = version.lastIndexOf('-');
  const upstream = dash < 0 ? version : version.slice(0, dash);
  const revision = dash < 0 ? '' : version.slice(dash + 1);
  return numberKey(hasEpoch ? trimmed.slice(0, colon) : '') + partKey(upstream) + partKey(revision);
}

/** Texts and numbers in turn, starting with a (possibly empty) text. */
function partKey(part: string): string {
  let key = '';
  let position = 0;
  do {
    while (position < part.length && !isDigit(part.charCodeAt(position))) {
      key += characterKey(part.charCodeAt(position));
      position++;
    }
    const start = position;
    while (isDigit(part.charCodeAt(position))) position++;
    key += END_OF_TEXT + numberKey(part.slice(start, position));
  } while (position < part.length);
  return key + END_OF_TEXT;
}

function characterKey(code: number): string {
  if (code === 126) return TILDE;
  if (!isLetter(code)) return String.fromCharCode(FIRST_OTHER + code);
  return String.fromCharCode(FIRST_LETTER + (code >= 97 ? code - 97 + 26 : code - 65));
}
