import { pictureLimits, storedSide } from '../pictures/limits.ts';
import { type PixelData, pixelDataOf } from '../pictures/pixel-data.ts';
import { WorkError, WorkerPool } from './worker-pool.ts';

export interface PictureJob extends PixelData {
  /** Pixels of the longer side that a picture is scaled down to. */
  longestSide: number;
}

export interface PictureAnswer {
  bytes: Uint8Array<ArrayBuffer>;
  width: number;
  height: number;
  ending: 'jpg' | 'png';
}

/** Why a file is not taken as a picture. */
export type PictureFault = 'too-large' | 'wrong-type' | 'too-many-pixels' | 'not-read' | 'busy';

const worker = import.meta.url.endsWith('.ts') ? './picture-worker.ts' : './picture-worker.js';
const threads = new WorkerPool<PictureJob, PictureAnswer>({
  entry: new URL(worker, import.meta.url),
  threads: 1,
  memory: 256,
  time: 20_000,
  idle: 10_000,
  queue: 10,
});

/**
 * Decodes a picture and encodes it anew on another thread, within limits of size, pixels and time: what is
 * returned holds the pixels and nothing else of what was sent.
 */
export async function encodePicture(
  file: Uint8Array,
): Promise<{ picture: PictureAnswer } | { fault: PictureFault }> {
  if (file.length > pictureLimits.bytes) return { fault: 'too-large' };
  const data = pixelDataOf(file);
  if (!data) return { fault: 'wrong-type' };
  const { width, height } = data;
  if (Math.max(width, height) > pictureLimits.side || width * height > pictureLimits.pixels)
    return { fault: 'too-many-pixels' };
  try {
    return { picture: await threads.run({ ...data, longestSide: storedSide }) };
  } catch (error) {
    if (!(error instanceof WorkError)) throw error;
    return { fault: error.fault === 'busy' ? 'busy' : 'not-read' };
  }
}
