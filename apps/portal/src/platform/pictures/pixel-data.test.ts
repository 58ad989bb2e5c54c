import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pixelDataOf } from './pixel-data.ts';
import {
  exifData,
  jpegFile,
  pngChunk,
  pngFile,
  webpFile,
  withExif,
  withSegment,
} from './testing/picture-files.ts';

const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('latin1');
const jpeg = jpegFile(40, 20);

/** A WebP with one more chunk at its end. */
function withChunk(webp: Buffer, type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32LE(content.length, 4);
  const file = Buffer.concat([webp, head, content, Buffer.alloc(content.length % 2)]);
  file.writeUInt32LE(file.length - 8, 4);
  return file;
}

describe('of a picture there passes', () => {
  it.each([
    ['JPEG', jpeg],
    ['PNG', pngFile(40, 20)],
    ['WebP', webpFile(40, 20)],
  ])('its size, whatever its name: %s', (_, file) => {
    expect(pixelDataOf(file)).toMatchObject({ width: 40, height: 20, orientation: 1 });
  });

  it.each([
    ['JPEG', withExif(jpeg, 6)],
    ['PNG', pngFile(40, 20, { chunks: [pngChunk('eXIf', exifData(6))] })],
    ['WebP', withChunk(webpFile(40, 20), 'EXIF', exifData(6))],
  ])('not where it was taken, only how it was held: %s', (_, file) => {
    expect(text(file)).toContain('GPS 35.681236');
    const data = pixelDataOf(file);
    expect(data?.orientation).toBe(6);
    expect(text(data?.bytes)).not.toContain('GPS');
  });

  it('no comment, colour profile or thumbnail, and nothing after its end', () => {
    const secret = Buffer.from('SECRET');
    const files = [
      withSegment(withSegment(jpeg, 0xfe, secret), 0xe2, secret),
      Buffer.concat([jpeg, secret]),
      pngFile(4, 4, { chunks: [pngChunk('iCCP', secret), pngChunk('tEXt', secret)] }),
      Buffer.concat([pngFile(4, 4), secret]),
      withChunk(webpFile(4, 4), 'XMP ', secret),
      Buffer.concat([webpFile(4, 4), secret]),
    ];
    for (const file of files) {
      expect(text(file)).toContain('SECRET');
      const data = pixelDataOf(file);
      expect(data?.width).toBeGreaterThan(0);
      expect(text(data?.bytes)).not.toContain('SECRET');
    }
  });
});

describe('nothing passes', () => {
  it.each([
    [
      'of a drawing that can hold script',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'),
    ],
    ['of a page', Buffer.from('<!doctype html><script>x()</script>')],
    ['of a GIF', Buffer.from('GIF89a\x01\0\x01\0', 'latin1')],
    ['of an empty file', Buffer.alloc(0)],
    ['of a JPEG that ends early', jpeg.subarray(0, jpeg.length - 2)],
    ['of a PNG that ends early', pngFile(4, 4).subarray(0, 60)],
    [
      'of a PNG whose header comes twice',
      Buffer.concat([pngFile(4, 4).subarray(0, 33), pngFile(9, 9).subarray(8)]),
    ],
    ['of a JPEG with a second frame of another size', withSecondFrame()],
  ])('%s', (_, file) => {
    expect(pixelDataOf(file)).toBeUndefined();
  });

  it('of any other bytes, which never throw', () => {
    const heads = ['\xff\xd8', '\x89PNG\r\n\x1a\n', 'RIFF\xff\xff\xff\x7fWEBPVP8X'].map((head) =>
      Buffer.from(head, 'latin1'),
    );
    const files = fc.tuple(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 400 }));
    fc.assert(
      fc.property(files, ([head, rest]) => {
        const data = pixelDataOf(Buffer.concat([head, rest]));
        if (data) expect(data.bytes.length).toBeLessThanOrEqual(head.length + rest.length + 1);
      }),
      { numRuns: 2_000 },
    );
  });

  it('that a changed byte turns into something longer than the file', () => {
    fc.assert(
      fc.property(fc.nat(jpeg.length - 1), fc.integer({ min: 0, max: 255 }), (at, value) => {
        const changed = Buffer.from(jpeg);
        changed[at] = value;
        expect(pixelDataOf(changed)?.bytes.length ?? 0).toBeLessThanOrEqual(jpeg.length);
      }),
    );
  });
});

function withSecondFrame(): Buffer {
  const at = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
  const frame = Buffer.from(jpeg.subarray(at, at + 2 + jpeg.readUInt16BE(at + 2)));
  const larger = Buffer.from(frame);
  larger.writeUInt16BE(60_000, 5);
  larger.writeUInt16BE(60_000, 7);
  return Buffer.concat([jpeg.subarray(0, at), frame, larger, jpeg.subarray(at + frame.length)]);
}

describe('a file made of nothing but parts', () => {
  const many = 20_000;
  const repeated = (part: Buffer) => Buffer.alloc(many * part.length, part);
  const latin = (text: string) => Buffer.from(text, 'latin1');
  const riff = Buffer.concat([
    latin('RIFF\0\0\0\0WEBP'),
    repeated(latin('ALPH\0\0\0\0')),
    webpFile(4, 4).subarray(12),
  ]);
  riff.writeUInt32LE(riff.length - 8, 4);

  it.each([
    [
      'JPEG',
      Buffer.concat([jpeg.subarray(0, 2), repeated(Buffer.from([0xff, 0x02, 0, 2])), jpeg.subarray(2)]),
    ],
    ['PNG', pngFile(4, 4, { chunks: Array.from({ length: many }, () => pngChunk('IDAT', Buffer.alloc(0))) })],
    ['WebP', riff],
  ])('is no picture: %s', (_, file) => {
    expect(pixelDataOf(file)).toBeUndefined();
  });

  it('is not what pixels of only stuffed bytes are', () => {
    const scan = jpeg.lastIndexOf(Buffer.from([0xff, 0xd9]));
    const stuffed = Buffer.alloc(200_000, Buffer.from([0xff, 0]));
    const file = Buffer.concat([jpeg.subarray(0, scan), stuffed, jpeg.subarray(scan)]);
    expect(pixelDataOf(file)?.bytes.length).toBeGreaterThan(stuffed.length);
  });
});
