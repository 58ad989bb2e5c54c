import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Contents of a running PostgreSQL's `postmaster.pid`. */
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

/** Reads the file; `undefined` if it is missing or incomplete. */
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

/** Whether a process with this id is alive, under any user; a zombie does not count. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return processStatus(pid)?.state !== 'Z';
}

/**
 * Whether the process named in a `postmaster.pid` wrote it, and is not a later process with the same id.
 * Without /proc, a living process is assumed to be the writer.
 */
export function isWriter(file: PostmasterFile): boolean {
  if (!isRunning(file.pid)) return false;
  const status = processStatus(file.pid);
  return status === undefined || Math.abs(status.startedAt - file.startedAt) <= clockTolerance;
}

/** Tolerance in seconds between the boot time in /proc/stat and the clock at the server's start. */
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
