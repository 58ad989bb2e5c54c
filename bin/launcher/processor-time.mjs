import { readFileSync } from 'node:fs';

/** Clock ticks per second in which Linux counts processor time. */
const ticksPerSecond = 100;

/**
 * Seconds of processor time that ended children of this process, with all that ended below them, have taken.
 * @returns {number | undefined} undefined on systems that do not tell
 */
function endedChildrenTime() {
  const own = statistics();
  // After the name in parentheses: state, parent, …; 13 and 14 are those of children, in user and in system mode.
  return own && (Number(own[13]) + Number(own[14])) / ticksPerSecond;
}

function statistics() {
  try {
    const text = readFileSync('/proc/self/stat', 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/**
 * Runs one part of a longer work and tells how much processor time its processes took.
 * @template T
 * @param {() => Promise<T>} work  whose child processes have ended when it is done
 * @returns {Promise<{ outcome: T, seconds: number | undefined }>}
 */
export async function measured(work) {
  const before = endedChildrenTime();
  const outcome = await work();
  const after = endedChildrenTime();
  return { outcome, seconds: before === undefined || after === undefined ? undefined : after - before };
}
