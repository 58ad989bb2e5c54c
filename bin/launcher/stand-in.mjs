import { spawn } from 'node:child_process';
import { toStandIn } from './from-launcher.mjs';

const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program in place of this process: same terminal, signals forwarded, and this process exits with its
 * status. The call does not return.
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
export async function runInstead(program, args, env) {
  const child = spawn(program, args, {
    stdio: 'inherit',
    env: { ...env, ...toStandIn() },
  });
  for (const signal of forwarded) process.on(signal, () => child.kill(signal));
  const [code, signal] = await new Promise((resolve, reject) => {
    child.on('error', reject).on('exit', (...ending) => resolve(ending));
  });
  if (signal) {
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  }
  process.exit(code ?? 1);
}
