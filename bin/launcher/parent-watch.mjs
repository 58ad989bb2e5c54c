import { launcherPid } from './from-launcher.mjs';

/** Milliseconds between two checks of the parent process. */
const interval = 250;

/**
 * Ends this process in good order, as SIGTERM does, when the process that runs it is killed: npm, or a launcher in
 * an older Node. Whoever is started otherwise, say from a shell that closes, lives on.
 */
export function watchParent() {
  const parent = launcherPid ?? (process.env.npm_lifecycle_event ? process.ppid : undefined);
  if (!parent) return;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, interval);
  watch.unref();
}
