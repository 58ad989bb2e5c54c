import { spawn } from 'node:child_process';
import { watchParent } from './parent-watch.mjs';

const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program in this process's stead: same terminal, signals passed on, and at its end this process ends the
 * way it did. The call does not return.
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
export async function runInstead(program, args, env) {
  const child = spawn(program, args, {
    stdio: 'inherit',
    env: {
      ...env,
      KAKEHASHI_LAUNCHER_PID: String(process.pid),
      KAKEHASHI_LAUNCHED_AT: String(launchedAt()),
    },
  });
  for (const signal of forwarded) process.on(signal, () => child.kill(signal));
  watchParent();
  const [code, signal] = await new Promise((resolve, reject) => {
    child.on('error', reject).on('exit', (...ending) => resolve(ending));
  });
  if (signal) {
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  }
  process.exit(code ?? 1);
}

/** When the command was given, in milliseconds since 1970: the start of this process or of the one it stands in for. */
export function launchedAt() {
  return Number(process.env.KAKEHASHI_LAUNCHED_AT) || performance.timeOrigin;
}
