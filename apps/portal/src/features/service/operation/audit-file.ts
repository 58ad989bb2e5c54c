import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { unescapeFormula } from '@kakehashi/spreadsheets';
import { parse } from 'csv-parse';
import { type ChainBreak, ChainWalk } from '../../../platform/audit/chain.ts';
import { recordOfCells } from '../../../platform/audit/csv.ts';
import { type AuditRecord, auditRecord } from '../../../platform/audit/record.ts';

/** A record, or none if the line cannot be parsed. */
export interface AuditLine {
  file: string;
  /** Line number from 1; in an export, the number of the record. */
  line: number;
  record: AuditRecord | undefined;
}

/** Result of verifying audit log files. */
export interface VerifiedFile {
  count: number;
  first: number | undefined;
  last: ChainWalk['last'];
  broken: { at: AuditLine; why: ChainBreak | 'unreadable' } | undefined;
}

/**
 * Verifies the hash chain across files in the given order: shipped JSON lines or CSV exports.
 * @param options.selection  whether gaps between records are allowed
 */
export async function verifyFiles(
  paths: readonly string[],
  options: { selection: boolean; onRecord?: (record: AuditRecord) => void },
): Promise<VerifiedFile> {
  const walk = new ChainWalk(options);
  let first: number | undefined;
  let cutShort: AuditLine | undefined;
  const found = (broken?: VerifiedFile['broken']): VerifiedFile => ({
    count: walk.count,
    first,
    last: walk.last,
    broken,
  });
  for (const path of paths)
    for await (const line of path.endsWith('.csv') ? exportedRecords(path) : shippedRecords(path)) {
      const { record } = line;
      if (!record) {
        if (cutShort || options.selection) return found({ at: cutShort ?? line, why: 'unreadable' });
        cutShort = line;
        continue;
      }
      const broken = walk.take(record);
      // After an interrupted write the record is written again.
      if (broken) return found(cutShort ? { at: cutShort, why: 'unreadable' } : { at: line, why: broken });
      cutShort = undefined;
      first ??= record.position;
      options.onRecord?.(record);
    }
  return found(cutShort && { at: cutShort, why: 'unreadable' });
}

/** Records of JSON lines; skips the prefix that a syslog receiver adds. */
async function* shippedRecords(file: string): AsyncGenerator<AuditLine> {
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    line += 1;
    const begin = text.indexOf('{"position":');
    if (text.trim() !== '') yield { file, line, record: begin < 0 ? undefined : recordOf(text.slice(begin)) };
  }
}

function recordOf(text: string): AuditRecord | undefined {
  try {
    return auditRecord.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Records of an export, oldest first (the file has the newest first). */
async function* exportedRecords(file: string): AsyncGenerator<AuditLine> {
  const lines: AuditLine[] = [];
  const rows = createReadStream(file).pipe(parse({ columns: true, bom: true }));
  for await (const cells of rows as AsyncIterable<Record<string, string>>) {
    const meant = Object.entries(cells).map(([name, cell]) => [name, unescapeFormula(cell)]);
    lines.push({ file, line: lines.length + 1, record: recordOfCells(Object.fromEntries(meant)) });
  }
  yield* lines.sort((a, b) => (a.record?.position ?? 0) - (b.record?.position ?? 0));
}
