import { SheetError, type TextEncoding } from './sheet.ts';

const marks: readonly { encoding: TextEncoding; bytes: readonly number[] }[] = [
  { encoding: 'UTF-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'UTF-16LE', bytes: [0xff, 0xfe] },
  { encoding: 'UTF-16BE', bytes: [0xfe, 0xff] },
];
const looked = 4_096;

/**
 * Reads text of an encoding that nobody tells: by its mark, else by which encodings its bytes are possible in. Text
 * that is possible in UTF-8 is UTF-8, since Japanese in Shift_JIS practically never is.
 * @throws SheetError `unknown-encoding` rather than characters that were never written
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: TextEncoding } {
  const encoding = encodingOf(bytes);
  const text = decode(bytes, encoding);
  if (text === undefined || !plausible(text, bytes, encoding)) throw new SheetError('unknown-encoding');
  return { text, encoding };
}

function encodingOf(bytes: Uint8Array): TextEncoding {
  const marked = marks.find((mark) => mark.bytes.every((byte, index) => bytes[index] === byte));
  if (marked) return marked.encoding;
  const wide = utf16Of(bytes.subarray(0, looked));
  if (wide) return wide;
  return decode(bytes, 'UTF-8') === undefined ? 'Shift_JIS' : 'UTF-8';
}

/** Text in UTF-16 has zeros for the high bytes of its separators and digits; in no other encoding are there any. */
function utf16Of(bytes: Uint8Array): TextEncoding | undefined {
  const zeros = [0, 0];
  bytes.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (even + odd === 0) return undefined;
  return odd > even ? 'UTF-16LE' : 'UTF-16BE';
}

function decode(bytes: Uint8Array, encoding: TextEncoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Whether people write such text: no control characters, and not EUC-JP, which reads as half-width kana. */
function plausible(text: string, bytes: Uint8Array, encoding: TextEncoding): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what is looked for
  if (/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text)) return false;
  if (encoding !== 'Shift_JIS') return true;
  const beyondAscii = text.match(/[^\p{ASCII}]/gu)?.length ?? 0;
  const halfWidth = text.match(/[\uff61-\uff9f]/g)?.length ?? 0;
  return halfWidth * 2 < beyondAscii || !isEucJp(bytes);
}

function isEucJp(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('euc-jp', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
