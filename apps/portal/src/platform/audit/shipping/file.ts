import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Appends lines to a file and syncs them to disk. The file is only opened for appending, so it may have the
 * append-only attribute. An incomplete last line is terminated first.
 */
export async function appendLines(path: string, lines: readonly string[]): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, 'a+', 0o600);
  try {
    const { size } = await file.stat();
    const end = Buffer.alloc(1);
    if (size > 0) await file.read(end, 0, 1, size - 1);
    const isWhole = size === 0 || end.toString() === '\n';
    await file.appendFile((isWhole ? '' : '\n') + lines.map((line) => `${line}\n`).join(''));
    await file.datasync();
  } finally {
    await file.close();
  }
}
