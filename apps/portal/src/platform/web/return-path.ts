import { z } from 'zod';

/**
 * Path of this site that a form may send its reader back to: it begins with one slash, so it names no other host. It
 * comes out in ASCII, as headers are written.
 */
export const returnPath = z
  .string()
  .max(2_000)
  // Browsers drop tabs and line ends from addresses, and read a backslash as a slash.
  .regex(/^\/(?![/\\])[^\p{Cc}\\]*$/u)
  .transform((path) =>
    path.toWellFormed().replace(/[^\p{ASCII}]+/gu, (letters) => encodeURIComponent(letters)),
  );
