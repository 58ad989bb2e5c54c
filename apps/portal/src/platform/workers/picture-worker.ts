import { PhotonImage, resize, SamplingFilter } from '@cf-wasm/photon/node';
import { largestStored } from '../pictures/limits.ts';
import { answerWork } from './answering.ts';
import type { PictureAnswer, PictureJob } from './picture-encoding.ts';

const quality = 82;

answerWork(({ bytes, width, height, orientation, longestSide }: PictureJob) => {
  const decoded = PhotonImage.new_from_byteslice(bytes);
  // What was checked against the limits is what the header said.
  if (decoded.get_width() !== width || decoded.get_height() !== height)
    throw new Error('the picture is not as large as it says');
  const scale = Math.min(1, longestSide / Math.max(width, height));
  const [across, down] = [width, height].map((side) => Math.max(1, Math.round(side * scale))) as [
    number,
    number,
  ];
  const small = scale < 1 ? resize(decoded, across, down, SamplingFilter.Triangle) : decoded;
  const upright = turnUpright({ pixels: small.get_raw_pixels(), width: across, height: down }, orientation);
  if (small !== decoded) small.free();
  decoded.free();
  const encoded = encode(upright);
  const value: PictureAnswer = { ...encoded, width: upright.width, height: upright.height };
  return { value, transfer: [encoded.bytes.buffer] };
});

/** Four bytes a pixel: red, green, blue, alpha. */
interface Raster {
  pixels: Uint8Array;
  width: number;
  height: number;
}

/** Turns a picture as its Exif orientation asks for, since the orientation itself is not kept. */
function turnUpright(raster: Raster, orientation: number): Raster {
  if (orientation === 1) return raster;
  const { width, height } = raster;
  const isTurned = orientation >= 5;
  const [across, down] = isTurned ? [height, width] : [width, height];
  const from = new Uint32Array(raster.pixels.slice().buffer);
  const to = new Uint32Array(from.length);
  const mirrorsX = [2, 3, 7, 8].includes(orientation);
  const mirrorsY = [3, 4, 6, 7].includes(orientation);
  for (let y = 0; y < down; y += 1)
    for (let x = 0; x < across; x += 1) {
      const [u, v] = isTurned ? [y, x] : [x, y];
      to[y * across + x] =
        from[(mirrorsY ? height - 1 - v : v) * width + (mirrorsX ? width - 1 - u : u)] ?? 0;
    }
  return { pixels: new Uint8Array(to.buffer), width: across, height: down };
}

/** JPEG, or PNG if parts are transparent and it does not become too large. */
function encode({ pixels, width, height }: Raster): Pick<PictureAnswer, 'bytes' | 'ending'> {
  if (isTransparent(pixels)) {
    const bytes = encoded(pixels, width, height, (image) => image.get_bytes());
    if (bytes.length <= largestStored) return { bytes, ending: 'png' };
    fillWithWhite(pixels);
  }
  return { bytes: encoded(pixels, width, height, (image) => image.get_bytes_jpeg(quality)), ending: 'jpg' };
}

function encoded(
  pixels: Uint8Array,
  width: number,
  height: number,
  write: (image: PhotonImage) => Uint8Array,
): Uint8Array<ArrayBuffer> {
  const image = new PhotonImage(pixels, width, height);
  try {
    return new Uint8Array(write(image));
  } finally {
    image.free();
  }
}

function isTransparent(pixels: Uint8Array): boolean {
  for (let at = 3; at < pixels.length; at += 4) if (pixels[at] !== 255) return true;
  return false;
}

function fillWithWhite(pixels: Uint8Array): void {
  for (let at = 0; at < pixels.length; at += 4) {
    const alpha = (pixels[at + 3] ?? 0) / 255;
    for (let channel = at; channel < at + 3; channel += 1)
      pixels[channel] = Math.round((pixels[channel] ?? 0) * alpha + 255 * (1 - alpha));
    pixels[at + 3] = 255;
  }
}
