import { language } from './terminal.mjs';

/**
 * A problem outside the program that prevents it from continuing. The text is one line that names the cause
 * and what to do; it is printed without a stack.
 */
export class LaunchError extends Error {
  /** @param {{ ja: string, en: string }} text */
  constructor(text) {
    super(text.en);
    this.name = 'LaunchError';
    this.text = text;
  }
}

/**
 * The launch error for an error of a file operation, or that error itself if it has none.
 * @param {unknown} error
 * @param {string} path  the file or folder written to
 */
export function fileError(error, path) {
  switch (error?.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(path);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return notWritable(path);
    default:
      return error;
  }
}

/** @param {string} path  a folder on the disk in question */
export function diskFull(path) {
  return new LaunchError({
    ja: `ディスクに空きがありません。${path} のあるディスクを空けて、もう一度実行してください。`,
    en: `the disk is full; free some space on the disk of ${path} and run this again`,
  });
}

/** @param {string} path */
export function notWritable(path) {
  return new LaunchError({
    ja: `${path} に書き込めません。持ち主と権限を確認してください。`,
    en: `cannot write to ${path}; check its owner and permissions`,
  });
}

/**
 * Runs a command of the project to its end; a launch error becomes one line and exit code 1.
 * @param {() => Promise<void>} command
 */
export async function runCommand(command) {
  try {
    await command();
  } catch (error) {
    if (!(error instanceof LaunchError)) throw error;
    console.error(`kakehashi: ${error.text[language]}`);
    process.exitCode = 1;
  }
}
