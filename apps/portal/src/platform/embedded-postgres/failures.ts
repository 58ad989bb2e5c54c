import { StartupError } from '../startup-error.ts';

/**
 * The start-up error for a failed file operation, or `undefined` if the operator cannot fix it.
 * @param path  the folder the operator knows: the data directory
 */
export function fileFailure(cause: unknown, path: string): StartupError | undefined {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(path, cause);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EEXIST':
      return notWritable(path, cause);
    default:
      return undefined;
  }
}

/**
 * The start-up error for the output of a failed PostgreSQL or initdb.
 * @param output   its messages
 * @param path     the data directory
 * @param logFile  full log for the operator
 */
export function serverFailure(output: string, path: string, logFile: string): StartupError {
  if (/No space left on device|Disk quota exceeded/.test(output)) return diskFull(path, output);
  if (/Permission denied|Read-only file system/.test(output)) return notWritable(path, output);
  const reason = lastComplaint(output);
  return new StartupError(
    'database-failed',
    {
      ja: `PostgreSQL を起動できません: ${reason} (詳しくは ${logFile})`,
      en: `PostgreSQL did not start: ${reason} (see ${logFile})`,
    },
    { cause: output },
  );
}

function lastComplaint(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim());
  const complaint = lines.findLast((line) => /\b(FATAL|PANIC|error):/.test(line)) ?? lines.at(-1);
  return complaint?.replace(/^.*?\b(?:FATAL|PANIC|error):\s*/, '') ?? 'no message';
}

function diskFull(path: string, cause: unknown): StartupError {
  return new StartupError(
    'disk-full',
    {
      ja: `ディスクに空きがありません。${path} のあるディスクを空けるか、KAKEHASHI_DATA_DIR で別の場所を指定してください。`,
      en: `the disk is full; free some space on the disk of ${path}, or point KAKEHASHI_DATA_DIR elsewhere`,
    },
    { cause },
  );
}

function notWritable(path: string, cause: unknown): StartupError {
  return new StartupError(
    'data-dir-not-writable',
    {
      ja: `${path} に書き込めません。持ち主と権限を確認するか、KAKEHASHI_DATA_DIR で別の場所を指定してください。`,
      en: `cannot write to ${path}; check its owner and permissions, or point KAKEHASHI_DATA_DIR elsewhere`,
    },
    { cause },
  );
}
