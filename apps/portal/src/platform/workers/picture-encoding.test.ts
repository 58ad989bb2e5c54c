import { randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pictureLimits, storedSide } from '../pictures/limits.ts';
import {
  jpegFile,
  lookAt,
  pngChunk,
  pngFile,
  webpFile,
  withExif,
} from '../pictures/testing/picture-files.ts';
import { encodePicture } from './picture-encoding.ts';

async function encode(file: Buffer) {
  const encoded = await encodePicture(file);
  if ('fault' in encoded) throw new Error(encoded.fault);
  return encoded.picture;
}

describe('a picture', () => {
  it.each([
    ['JPEG', jpegFile(60, 40)],
    ['PNG', pngFile(60, 40)],
    ['WebP', webpFile(60, 40)],
  ])('that is a %s is encoded anew, as JPEG', async (_, file) => {
    const { bytes, ending, width, height } = await encode(file);
    expect({ ending, width, height }).toEqual({ ending: 'jpg', width: 60, height: 40 });
    expect(Buffer.from(bytes).equals(file)).toBe(false);
    expect(lookAt(bytes)).toMatchObject({ width: 60, height: 40 });
  });

  it('from a telephone is taken, and what it costs is printed', async () => {
    const file = jpegFile(4_000, 3_000);
    const start = performance.now();
    const { bytes } = await encode(file);
    const seconds = ((performance.now() - start) / 1_000).toFixed(1);
    console.log(`a picture of 12 million pixels: ${seconds} s, ${Math.round(bytes.length / 1024)} KB`);
    expect(bytes.length).toBeLessThan(file.length);
  });

  it('is scaled down to the size of a page', async () => {
    const { width, height } = await encode(pngFile(storedSide * 2, 500));
    expect([width, height]).toEqual([storedSide, 250]);
  });

  // The left half is dark: corners from the upper left one clockwise, for each way to hold a camera.
  it.each([
    [1, [0, 1, 1, 0]],
    [2, [1, 0, 0, 1]],
    [3, [1, 0, 0, 1]],
    [4, [0, 1, 1, 0]],
    [5, [0, 0, 1, 1]],
    [6, [0, 0, 1, 1]],
    [7, [1, 1, 0, 0]],
    [8, [1, 1, 0, 0]],
  ])('held as Exif calls %i stands upright, with no Exif left', async (orientation, corners) => {
    const { bytes } = await encode(withExif(jpegFile(64, 32), orientation));
    const [width, height] = orientation >= 5 ? [32, 64] : [64, 32];
    expect(lookAt(bytes)).toEqual({ width, height, corners });
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/Exif|GPS/);
  });

  it('that is a page as well is a picture only', async () => {
    const { bytes } = await encode(
      Buffer.concat([jpegFile(20, 20), Buffer.from('<script>alert(1)</script>')]),
    );
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('script');
  });
});

describe('refused is', () => {
  it('a file beyond the limit of bytes', async () => {
    const file = Buffer.concat([jpegFile(4, 4), Buffer.alloc(pictureLimits.bytes)]);
    expect(await encodePicture(file)).toEqual({ fault: 'too-large' });
  });

  it.each([
    ['with more pixels than a memory should hold', [60_000, 60_000]],
    ['with a side too long', [pictureLimits.side + 1, 2]],
    ['just above the limit of pixels', [5_001, 5_000]],
  ] as const)('a picture %s, before it is decoded', async (_, claims) => {
    expect(await encodePicture(pngFile(4, 4, { claims }))).toEqual({ fault: 'too-many-pixels' });
  });

  it('a picture that claims more pixels than it has', async () => {
    expect(await encodePicture(pngFile(4, 4, { claims: [4_000, 4_000] }))).toEqual({ fault: 'not-read' });
  });

  it('a picture with noise where its pixels should be; the next one is taken', async () => {
    const jpeg = jpegFile(60, 40);
    const noise = pngFile(4, 4).subarray(0, 33);
    const broken = Buffer.concat([
      noise,
      pngChunk('IDAT', randomBytes(500)),
      pngChunk('IEND', Buffer.alloc(0)),
    ]);
    expect(await encodePicture(broken)).toEqual({ fault: 'not-read' });
    expect((await encode(jpeg)).width).toBe(60);
  });
});

const zeros = deflateSync(Buffer.alloc(200 * 1024 * 1024));

describe('of 200 MB packed into 200 KB nothing is unpacked', () => {
  it('where they are a colour profile, which decoders unpack unasked', async () => {
    const profile = pngChunk('iCCP', Buffer.concat([Buffer.from('a\0\0', 'latin1'), zeros]));
    expect(await encode(pngFile(4, 4, { chunks: [profile] }))).toMatchObject({ width: 4, height: 4 });
  });

  it('where they are pixels, beyond those that the header says', async () => {
    const bomb = [pngFile(4, 4).subarray(0, 33), pngChunk('IDAT', zeros), pngChunk('IEND', Buffer.alloc(0))];
    expect(await encode(Buffer.concat(bomb))).toMatchObject({ width: 4, height: 4 });
  });
});
