/**
 * What a launcher in an older Node tells the process that stands in for it. It is taken out of the environment, and
 * heeded only if it comes from our own parent: programs that are started from here may be launchers themselves.
 */
const received = { pid: take('KAKEHASHI_LAUNCHER_PID'), launchedAt: take('KAKEHASHI_LAUNCHED_AT') };
const fromParent = received.pid === process.ppid;

/** Process number of the launcher. @type {number | undefined} */
export const launcherPid = fromParent ? received.pid : undefined;

/** When the command was given, in milliseconds since 1970. @type {number} */
export const launchedAt = (fromParent && received.launchedAt) || performance.timeOrigin;

/** The same for the process to be started. */
export function toStandIn() {
  return { KAKEHASHI_LAUNCHER_PID: String(process.pid), KAKEHASHI_LAUNCHED_AT: String(launchedAt) };
}

function take(name) {
  const value = Number(process.env[name]) || undefined;
  delete process.env[name];
  return value;
}
