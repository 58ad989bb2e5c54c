import { isDigit, isLetter, numberKey, textKey } from './sort-key.ts';

const NO_RELEASE = '\x01';
const GIVEN_RELEASE = '\x02';

const TILDE = '\x01';
const END = '\x02';
const CARET = '\x03';
const LETTERS = '\x04';

/**
 * rpm: `[epoch:]version[-release]`, each compared as rpmvercmp does: runs of digits and of letters, all
 * else only separates; a tilde sorts before the end, a caret after it but before anything more. No release comes
 * before any, also before an empty one.
 */
export function rpmKey(text: string): string {
  const colon = text.indexOf(':');
  const epoch = colon < 0 ? '0' : text.slice(0, colon);
  const version = text.slice(colon + 1);
  const dash = version.lastIndexOf('-');
  const release = dash < 0 ? NO_RELEASE : GIVEN_RELEASE + segmentsKey(version.slice(dash + 1));
  return segmentsKey(epoch) + segmentsKey(dash < 0 ? version : version.slice(0, dash)) + release;
}

function segmentsKey(part: string): string {
  let key = '';
  let position = 0;
  while (position < part.length) {
    const code = part.charCodeAt(position);
    const start = position;
    if (isDigit(code)) {
      while (isDigit(part.charCodeAt(position))) position++;
      key += numberKey(part.slice(start, position));
    } else if (isLetter(code)) {
      while (isLetter(part.charCodeAt(position))) position++;
      key += LETTERS + textKey(part.slice(start, position));
    } else {
      position++;
      if (code === 126) key += TILDE;
      else if (code === 94) key += CARET;
    }
  }
  return key + END;
}
