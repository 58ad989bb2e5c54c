import { execFile } from 'node:child_process';

/** What a scanner says of a file; `unknown` where it says nothing in time. */
export type Finding = 'clean' | 'infected' | 'unknown';

/**
 * Has a file looked at by the operator's program: no shell, the path as its only argument, and nothing of our
 * environment but where programs are found.
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
