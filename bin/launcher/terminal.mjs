const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '';

/** Language of the terminal. @type {'ja' | 'en'} */
export const language = locale.toLowerCase().startsWith('ja') ? 'ja' : 'en';

/** Milliseconds between two progress lines of a long step, where a line cannot be rewritten. */
const plainInterval = 15_000;
const rewriteInterval = 1_000;
/** Goes to the start of the terminal's line and empties it. */
const startOfLine = '\r\u001b[K';

/** Steps that run now, each as its line stands. @type {Set<() => string>} */
const running = new Set();

/**
 * Tells of one step while it runs: its name at once, then how long it has taken, and at the end how long it took.
 * On a terminal the line is rewritten, with all steps that run at once; in a file or pipe a line is added now and then.
 * @template T
 * @param {{ ja: string, en: string }} name
 * @param {() => Promise<T>} work
 * @param {NodeJS.WriteStream} stream
 * @returns {Promise<T>}
 */
export async function step(name, work, stream = process.stdout) {
  const began = Date.now();
  const elapsed = () => `${name[language]} … ${Math.round((Date.now() - began) / 1_000)} s`;
  const rewrite = () =>
    stream.write(`${startOfLine}kakehashi: ${[...running].map((line) => line()).join(', ')}`);
  running.add(elapsed);
  if (stream.isTTY) rewrite();
  else stream.write(`kakehashi: ${name[language]}\n`);
  const progress = setInterval(
    stream.isTTY ? rewrite : () => stream.write(`kakehashi: ${elapsed()}\n`),
    stream.isTTY ? rewriteInterval : plainInterval,
  );
  try {
    return await work();
  } finally {
    clearInterval(progress);
    running.delete(elapsed);
    stream.write(`${stream.isTTY ? startOfLine : ''}kakehashi: ${elapsed()}\n`);
    if (stream.isTTY && running.size > 0) rewrite();
  }
}

/**
 * @param {{ ja: string, en: string }} text
 * @param {NodeJS.WriteStream} stream
 */
export function print(text, stream = process.stdout) {
  stream.write(`kakehashi: ${text[language]}\n`);
}
