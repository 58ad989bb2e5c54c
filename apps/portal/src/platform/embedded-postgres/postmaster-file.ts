import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a running PostgreSQL tells of itself in `postmaster.pid`. */
export interface PostmasterFile {
  pid: number;
  /** Seconds since 1970. */
  startedAt: number;
  port: number;
  status: 'starting' | 'ready' | 'stopping' | 'standby' | undefined;
}

/** Where the file lies in a cluster's data. */
export function postmasterFilePath(data: string): string {
  return join(data, 'postmaster.pid');
}

/** Reads the file; `undefined` where there is none or it is only half written. */
export function readPostmasterFile(data: string): PostmasterFile | undefined {
  let text: string;
  try {
    text = readFileSync(postmasterFilePath(data), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  const lines = text.split('\n').map((line) => line.trim());
  const [pid, startedAt, port] = [Number(lines[0]), Number(lines[2]), Number(lines[3])];
  if (!pid || !startedAt || !port) return undefined;
  return { pid, startedAt, port, status: lines[7] as PostmasterFile['status'] };
}

/** Whether a process of that number lives, be it ours or another user's; one that only waits to be reaped does not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return processStatus(pid)?.state !== 'Z';
}

/**
 * Whether the process that a `postmaster.pid` names is the one that wrote it, and not a later process that was
 * given the same number. Where the system does not tell (no /proc), a living process is taken for the writer.
 */
export function isWriter(file: PostmasterFile): boolean {
  if (!isRunning(file.pid)) return false;
  const status = processStatus(file.pid);
  return status === undefined || Math.abs(status.startedAt - file.startedAt) <= clockTolerance;
}

/** Seconds by which the boot time in /proc/stat and the clock at the server's start may differ. */
const clockTolerance = 3;
const clockTicksPerSecond = 100;

function processStatus(pid: number): { state: string; startedAt: number } | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    const bootTime = Number(/^btime (\d+)$/m.exec(readFileSync('/proc/stat', 'utf8'))?.[1]);
    const startedAt = bootTime + Number(fields[19]) / clockTicksPerSecond;
    return fields[0] && Number.isFinite(startedAt) ? { state: fields[0], startedAt } : undefined;
  } catch {
    return undefined;
  }
}
