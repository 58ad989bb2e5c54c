/** Bounds of the pictures that are taken. */
export const pictureLimits = {
  /** Bytes of a file. */
  bytes: 8 * 1024 * 1024,
  /** Pixels: what phones take, and a memory of about 300 MB while one is decoded. */
  pixels: 25_000_000,
  /** Pixels of the longer side. */
  side: 12_000,
};

/** Pixels of the longer side of a picture as it is stored: a page at twice the density of its widest column. */
export const storedSide = 1_600;

/** Bytes of a picture as it is stored. */
export const largestStored = 4 * 1024 * 1024;
