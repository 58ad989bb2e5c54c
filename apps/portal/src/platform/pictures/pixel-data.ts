/**
 * The containers of pictures, read before any decoder is given them. Only what pixels are made from passes: no
 * Exif, GPS position, comment, colour profile, thumbnail, animation, or anything after the end.
 */

export interface PixelData {
  /** The file with nothing but its pixels. */
  bytes: Uint8Array<ArrayBuffer>;
  /** Pixels, before the file is turned upright. */
  width: number;
  height: number;
  /** How the camera was held, 1 to 8, as Exif numbers it. */
  orientation: number;
}

/**
 * Parts of a file at most. Real ones have hundreds; one of nothing but empty parts would have millions, and they
 * are read before a thread of its own is given the file.
 */
const maxParts = 10_000;

/** Counts the parts of a file. */
function partCounter(): () => void {
  let count = 0;
  return () => {
    count += 1;
    if (count > maxParts) throw new RangeError('the file has too many parts');
  };
}

/**
 * Reads a JPEG, PNG or WebP file by its content; its name and declared type do not count.
 * @returns undefined for anything else, for a moving picture, for a file that ends too early, and for one in more
 *          parts than any real one has
 */
export function pixelDataOf(file: Uint8Array): PixelData | undefined {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  try {
    if (bytes.readUInt16BE(0) === 0xffd8) return jpegPixels(bytes);
    if (bytes.toString('latin1', 0, 8) === '\x89PNG\r\n\x1a\n') return pngPixels(bytes);
    if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP')
      return webpPixels(bytes);
  } catch (error) {
    // A length that points beyond the end of the file, or too many parts.
    if (!(error instanceof RangeError)) throw error;
  }
  return undefined;
}

function pixels(
  parts: readonly Uint8Array[],
  size: { width: number; height: number } | undefined,
  exif: Buffer | undefined,
): PixelData | undefined {
  if (!size || size.width < 1 || size.height < 1) return undefined;
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return { bytes, ...size, orientation: exif ? orientationOf(exif) : 1 };
}

/** Marker codes of JPEG (ITU T.81, table B.1). */
const jpeg = { startOfScan: 0xda, end: 0xd9, comment: 0xfe, firstOwn: 0xe0, lastOwn: 0xef, adobe: 0xee };

/** Whether a marker begins a frame; C4, C8 and CC mean something else. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function jpegPixels(bytes: Buffer): PixelData | undefined {
  const parts: Buffer[] = [bytes.subarray(0, 2)];
  let size: { width: number; height: number } | undefined;
  let exif: Buffer | undefined;
  const countPart = partCounter();
  let at = 2;
  for (;;) {
    countPart();
    if (bytes.readUInt8(at) !== 0xff) return undefined;
    // Markers may be preceded by any number of fill bytes.
    while (bytes.readUInt8(at + 1) === 0xff) at += 1;
    const marker = bytes.readUInt8(at + 1);
    if (marker === jpeg.end) return pixels([...parts, bytes.subarray(at, at + 2)], size, exif);
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end < at + 4 || end > bytes.length) return undefined;
    if (isFrame(marker)) {
      // A second frame could claim another size than the one that was checked.
      if (size) return undefined;
      size = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    }
    const isOwn = marker >= jpeg.firstOwn && marker <= jpeg.lastOwn;
    if (marker === 0xe1 && bytes.toString('latin1', at + 4, at + 10) === 'Exif\0\0')
      exif ??= bytes.subarray(at + 10, end);
    // Adobe's segment says how colours are stored.
    if ((!isOwn || marker === jpeg.adobe) && marker !== jpeg.comment) parts.push(bytes.subarray(at, end));
    at = end;
    if (marker !== jpeg.startOfScan) continue;
    at = endOfScan(bytes, at);
    parts.push(bytes.subarray(end, at));
  }
}

/** Position of the first marker after the coded pixels: neither a stuffed byte nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  // Byte by byte: to search for each FF is slow where every other byte is one.
  for (let at = from; at < bytes.length; at += 1) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  throw new RangeError('the scan does not end');
}

const pngChunks = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);

function pngPixels(bytes: Buffer): PixelData | undefined {
  const parts: Buffer[] = [bytes.subarray(0, 8)];
  let exif: Buffer | undefined;
  const size = { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  const countPart = partCounter();
  for (let at = 8; ; ) {
    countPart();
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) return undefined;
    const type = bytes.toString('latin1', at + 4, at + 8);
    if ((type === 'IHDR') !== (at === 8)) return undefined;
    if (type === 'eXIf') exif ??= bytes.subarray(at + 8, end - 4);
    if (pngChunks.has(type)) parts.push(bytes.subarray(at, end));
    if (type === 'IEND') return pixels(parts, size, exif);
    at = end;
  }
}

const webpChunks = new Set(['VP8X', 'ALPH', 'VP8 ', 'VP8L']);
/** Flag of the extended header: the picture has transparent parts. */
const hasAlpha = 0x10;

function webpPixels(bytes: Buffer): PixelData | undefined {
  const parts: Buffer[] = [];
  let coded: { width: number; height: number } | undefined;
  let exif: Buffer | undefined;
  const last = Math.min(bytes.length, 8 + bytes.readUInt32LE(4));
  const countPart = partCounter();
  for (let at = 12; at + 8 <= last; ) {
    countPart();
    const type = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    const end = at + 8 + length + (length % 2);
    if (at + 8 + length > last) return undefined;
    const content = bytes.subarray(at + 8, at + 8 + length);
    if (type === 'EXIF') exif ??= content;
    if (type === 'VP8 ' || type === 'VP8L') {
      if (coded) return undefined;
      coded = type === 'VP8 ' ? lossySize(content) : losslessSize(content);
    }
    if (webpChunks.has(type)) {
      const part = Buffer.alloc(8 + length + (length % 2));
      bytes.copy(part, 0, at, at + 8 + length);
      if (type === 'VP8X') part.writeUInt32LE(bytes.readUInt8(at + 8) & hasAlpha, 8);
      parts.push(part);
    }
    at = end;
  }
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(4 + parts.reduce((sum, part) => sum + part.length, 0), 4);
  const extended = parts.find((part) => part.toString('latin1', 0, 4) === 'VP8X');
  const canvas = extended && {
    width: 1 + extended.readUIntLE(12, 3),
    height: 1 + extended.readUIntLE(15, 3),
  };
  // The decoder takes the canvas for granted.
  if (canvas && (canvas.width !== coded?.width || canvas.height !== coded.height)) return undefined;
  return pixels([head, ...parts], coded, exif);
}

/** Size in the frame header of VP8 (RFC 6386, section 9.1). */
function lossySize(content: Buffer): { width: number; height: number } {
  return { width: content.readUInt16LE(6) & 0x3fff, height: content.readUInt16LE(8) & 0x3fff };
}

function losslessSize(content: Buffer): { width: number; height: number } {
  const bits = content.readUInt32LE(1);
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
}

const orientationTag = 0x0112;

/** Orientation in the first directory of Exif data, which is a TIFF file; 1 where it says nothing. */
function orientationOf(exif: Buffer): number {
  try {
    const tiff = exif.toString('latin1', 0, 6) === 'Exif\0\0' ? exif.subarray(6) : exif;
    const isLittle = tiff.toString('latin1', 0, 2) === 'II';
    const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
    const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
    const count = short(directory);
    for (let index = 0; index < count; index += 1) {
      const at = directory + 2 + index * 12;
      if (short(at) !== orientationTag) continue;
      const value = short(at + 8);
      return value >= 1 && value <= 8 ? value : 1;
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return 1;
}
