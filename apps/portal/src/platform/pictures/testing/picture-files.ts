/** Picture files made for tests: honest ones, and ones that nobody means well with. */
import { crc32, deflateSync } from 'node:zlib';
import { PhotonImage } from '@cf-wasm/photon/node';

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

export function pngChunk(type: string, content: Uint8Array): Buffer {
  const chunk = Buffer.alloc(12 + content.length);
  chunk.writeUInt32BE(content.length, 0);
  chunk.write(type, 4, 'latin1');
  chunk.set(content, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + content.length)), 8 + content.length);
  return chunk;
}

interface PngParts {
  /** Pixels that the header claims; absent: as many as there are. */
  claims?: readonly [width: number, height: number];
  /** Chunks before the pixels. */
  chunks?: readonly Buffer[];
}

/** A PNG in one colour. */
export function pngFile(width: number, height: number, { claims, chunks = [] }: PngParts = {}): Buffer {
  const header = Buffer.alloc(13);
  const [claimedWidth, claimedHeight] = claims ?? [width, height];
  header.writeUInt32BE(claimedWidth, 0);
  header.writeUInt32BE(claimedHeight, 4);
  // Eight bits a channel, red, green and blue.
  header.set([8, 2], 8);
  const pixels = deflateSync(Buffer.alloc((width * 3 + 1) * height));
  return Buffer.concat([
    signature,
    pngChunk('IHDR', header),
    ...chunks,
    pngChunk('IDAT', pixels),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A JPEG whose left half is black and whose right half is white. */
export function jpegFile(width: number, height: number): Buffer {
  return encoded(width, height, (image) => image.get_bytes_jpeg(90));
}

export function webpFile(width: number, height: number): Buffer {
  return encoded(width, height, (image) => image.get_bytes_webp());
}

function encoded(width: number, height: number, write: (image: PhotonImage) => Uint8Array): Buffer {
  const pixels = new Uint8Array(width * height * 4).fill(255);
  for (let at = 0; at < width * height; at += 1)
    if (at % width < width / 2) pixels.fill(0, at * 4, at * 4 + 3);
  return Buffer.from(write(new PhotonImage(pixels, width, height)));
}

/** Exif data with an orientation and a place that gives its photographer away. */
export function exifData(orientation: number): Buffer {
  const directory = Buffer.from([
    ...[0x49, 0x49, 0x2a, 0, 8, 0, 0, 0],
    ...[1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0],
    ...[0, 0, 0, 0],
  ]);
  return Buffer.concat([directory, Buffer.from('GPS 35.681236 139.767125')]);
}

/** A JPEG with a segment of its own after the start, such as Exif. */
export function withSegment(jpeg: Buffer, marker: number, content: Uint8Array): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, content, jpeg.subarray(2)]);
}

export const withExif = (jpeg: Buffer, orientation = 1): Buffer =>
  withSegment(jpeg, 0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exifData(orientation)]));

/** Size of a picture, and how bright its corners are, from the upper left one clockwise. */
export function lookAt(bytes: Uint8Array): { width: number; height: number; corners: number[] } {
  const image = PhotonImage.new_from_byteslice(new Uint8Array(bytes));
  const [width, height, pixels] = [image.get_width(), image.get_height(), image.get_raw_pixels()];
  const at = (x: number, y: number) => pixels[(y * width + x) * 4] ?? -1;
  const corners = [at(0, 0), at(width - 1, 0), at(width - 1, height - 1), at(0, height - 1)];
  return { width, height, corners: corners.map((value) => (value > 128 ? 1 : 0)) };
}
