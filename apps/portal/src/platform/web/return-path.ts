import { z } from 'zod';

/**
 * Schema of a path of this site to return to after a form: one leading slash, so that it cannot name another
 * host. Encoded in ASCII, for use in headers.
 */
export const returnPath = z
  .string()
  .max(2_000)
  // Browsers drop tabs and line ends from URLs, and treat a backslash as a slash.
  .regex(/^\/(?![/\\])[^\p{Cc}\\]*$/u)
  .transform((path) =>
    path.toWellFormed().replace(/[^\p{ASCII}]+/gu, (letters) => encodeURIComponent(letters)),
  );
