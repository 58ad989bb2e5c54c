const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '';

/** Language of the terminal. @type {'ja' | 'en'} */
export const language = locale.toLowerCase().startsWith('ja') ? 'ja' : 'en';

/** Milliseconds between two signs of life of a long step, where a line cannot be rewritten. */
const plainInterval = 15_000;
const rewriteInterval = 1_000;

/**
 * Tells of one step while it runs: its name at once, then how long it has taken.
 * On a terminal the line is rewritten; in a file or pipe a line is added now and then.
 * @template T
 * @param {{ ja: string, en: string }} name
 * @param {() => Promise<T>} work
 * @param {NodeJS.WriteStream} stream
 * @returns {Promise<T>}
 */
export async function step(name, work, stream = process.stdout) {
  const line = `kakehashi: ${name[language]}`;
  const began = Date.now();
  const elapsed = () => `${Math.round((Date.now() - began) / 1_000)} s`;
  stream.write(stream.isTTY ? line : `${line}\n`);
  const progress = setInterval(
    () => stream.write(stream.isTTY ? `\r${line} … ${elapsed()}` : `${line} … ${elapsed()}\n`),
    stream.isTTY ? rewriteInterval : plainInterval,
  );
  try {
    return await work();
  } finally {
    clearInterval(progress);
    if (stream.isTTY) stream.write(`\r${line} … ${elapsed()}\n`);
  }
}

/**
 * @param {{ ja: string, en: string }} text
 * @param {NodeJS.WriteStream} stream
 */
export function say(text, stream = process.stdout) {
  stream.write(`kakehashi: ${text[language]}\n`);
}
