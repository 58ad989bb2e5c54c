import { spawn } from 'node:child_process';
import type { Account } from './account.ts';

/** Waits for the end of its input; if no dismissal was read, the owner died and the server is stopped. */
const script = 'read -r leave || kill -INT "$1"';

/**
 * Stops the server if this process dies without doing so (`kill -9`, out of memory): a shell holding one end
 * of a pipe notices that the other end has closed.
 * @returns a function that dismisses the watchdog
 */
export function startWatchdog(serverPid: number, account: Account | undefined): () => void {
  const shell = spawn('/bin/sh', ['-c', script, 'kakehashi-database-watchdog', String(serverPid)], {
    ...account,
    cwd: '/',
    env: {},
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // Without a watchdog, the next start still finds the server and takes it over.
  shell.on('error', () => {});
  shell.stdin.on('error', () => {});
  shell.unref();
  if ('unref' in shell.stdin && typeof shell.stdin.unref === 'function') shell.stdin.unref();
  return () => shell.stdin.end('leave\n');
}
