import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { unescapeFormula } from '@kakehashi/spreadsheets';
import { parse } from 'csv-parse';
import { type ChainBreak, ChainWalk } from '../../../platform/audit/chain.ts';
import { recordOfCells } from '../../../platform/audit/csv.ts';
import { type AuditRecord, auditRecord } from '../../../platform/audit/record.ts';

/** A record, or none where the line holds none that can be read. */
export interface AuditLine {
  file: string;
  /** From 1; of an export, of its records. */
  line: number;
  record: AuditRecord | undefined;
}

/** What was found in files of the audit log. */
export interface VerifiedFile {
  count: number;
  first: number | undefined;
  last: ChainWalk['last'];
  broken: { at: AuditLine; why: ChainBreak | 'unreadable' } | undefined;
}

/**
 * Follows the chain through files, in the order given: shipped ones, line by line, or exports as CSV.
 * @param options.selection  records may be missing between those there are
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
      // Where writing was broken off in the middle of a line, the record follows once more.
      if (broken) return found(cutShort ? { at: cutShort, why: 'unreadable' } : { at: line, why: broken });
      cutShort = undefined;
      first ??= record.position;
      options.onRecord?.(record);
    }
  return found(cutShort && { at: cutShort, why: 'unreadable' });
}

/** Records of JSON lines; what a syslog receiver writes before the record is passed over. */
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

/** Records of an export, the oldest first: an export begins with the newest. */
async function* exportedRecords(file: string): AsyncGenerator<AuditLine> {
  const lines: AuditLine[] = [];
  const rows = createReadStream(file).pipe(parse({ columns: true, bom: true }));
  for await (const cells of rows as AsyncIterable<Record<string, string>>) {
    const meant = Object.entries(cells).map(([name, cell]) => [name, unescapeFormula(cell)]);
    lines.push({ file, line: lines.length + 1, record: recordOfCells(Object.fromEntries(meant)) });
  }
  yield* lines.sort((a, b) => (a.record?.position ?? 0) - (b.record?.position ?? 0));
}
