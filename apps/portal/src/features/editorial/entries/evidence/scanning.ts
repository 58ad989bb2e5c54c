import { execFile } from 'node:child_process';

/** Result of a scan; `unknown` if there was none in time. */
export type Finding = 'clean' | 'infected' | 'unknown';

/**
 * Runs the operator's scanner on a file: without a shell, the path as its only argument, and only PATH
 * of the environment.
 * @param timeLimit  milliseconds
 */
export function scanFile(command: string, path: string, timeLimit: number): Promise<Finding> {
  const env = { PATH: process.env.PATH ?? '', LANG: 'C.UTF-8' };
  return new Promise((resolve) => {
    execFile(
      command,
      [path],
      { timeout: timeLimit, killSignal: 'SIGKILL', env, maxBuffer: 64 * 1024 },
      (error) => {
        if (!error) resolve('clean');
        else resolve(error.code === 1 && !error.killed ? 'infected' : 'unknown');
      },
    );
  });
}
