import { PurlError, type PurlPart } from './purl-error.ts';

/** Percent-decodes one component; it must come out as valid UTF-8. */
export function decode(text: string, part: PurlPart): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    throw new PurlError('bad-encoding', part, text);
  }
}

const ALWAYS_PLAIN = /^[A-Za-z0-9.\-_~:]*$/;

/**
 * Percent-encodes one component: everything but letters, digits and `.-_~:`, as UTF-8
 * (ECMA-427, Character encoding; the colon is never encoded).
 */
export function encode(text: string, part: PurlPart): string {
  if (ALWAYS_PLAIN.test(text)) return text;
  if (!text.isWellFormed()) throw new PurlError('bad-encoding', part, text);
  return encodeURIComponent(text)
    .replaceAll('%3A', ':')
    .replace(/[!'()*]/g, encodeReserved);
}

function encodeReserved(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
