import { resolve } from 'node:path';
import { inArray } from 'drizzle-orm';
import { type ChainBreak, verifyDatabase } from '../../../platform/audit/chain.ts';
import { auditLink } from '../../../platform/audit/schema.ts';
import { commandArguments } from '../../../platform/command-line/arguments.ts';
import {
  type Command,
  CommandError,
  type CommandIo,
  type CommandText,
  exitCode,
} from '../../../platform/command-line/command.ts';
import { withDatabase } from '../../../platform/command-line/with-database.ts';
import { connectDatabase, type Queryable } from '../../../platform/database/connection.ts';
import { migrate } from '../../../platform/database/migrate.ts';
import { type AuditLine, type VerifiedFile, verifyFiles } from './audit-file.ts';

/** `audit verify`: detects changed, removed or inserted records of the audit log. */
export const auditVerify: Command = {
  name: 'audit verify',
  summary: {
    ja: '監査ログの連鎖をたどり、改変や欠落がないか確かめる',
    en: 'Follow the chain of the audit log and name the first break',
  },
  help: {
    ja: `使い方: kakehashi audit verify [--selection] [--against-database] [ファイル …]

ファイルがなければ、データベースの監査ログを確かめます。ファイルは、転送された監査ログ（JSON Lines。syslogの受信側が
前に付けた文字は読み飛ばします）か、管理者の画面から書き出した CSV です。いくつかに分かれていれば、古い順に並べます。

  --selection         絞り込んで書き出したもの。間が抜けていても、改変だけを調べます
  --against-database  ファイルにある記録が、いまもデータベースに同じまま残っているかも調べます

終わりが消された場合は、連鎖だけでは分かりません。転送先のファイルを --against-database と合わせて使ってください。
終了コード: 0 連鎖に切れ目がない、1 切れ目がある、2 確かめられない
`,
    en: `Usage: kakehashi audit verify [--selection] [--against-database] [FILE …]

Without a file, the log in the database is verified. A file is a shipped log (JSON lines; what a syslog receiver wrote
in front is passed over) or an export as CSV from the administrators' page. Name several in order, the oldest first.

  --selection         the file is a narrowed export: records may be missing, only changes are looked for
  --against-database  also verifies that every record of the files is in the database, unchanged

A chain alone does not show that its end was cut off: verify what was shipped with --against-database.
Exit code: 0 the chain is whole, 1 it is broken, 2 it cannot be verified
`,
  },
  async run(args, io) {
    const { values, positionals } = commandArguments(args, {
      selection: { type: 'boolean', default: false },
      'against-database': { type: 'boolean', default: false },
    });
    if (positionals.length === 0) return withAuditLog(io, (db) => verifyLog(db, io));
    const shipped = new Map<number, string>();
    const files = positionals.map((path) => resolve(io.folder, path));
    const result = await verifyFiles(files, {
      selection: values.selection,
      onRecord({ position, hash }) {
        if (values['against-database']) shipped.set(position, hash);
        io.progress(String(position));
      },
    }).catch((cause) => {
      throw unreadable(cause);
    });
    if (result.broken) return report(io, brokenFile(result.broken), exitCode.found);
    if (!values['against-database']) return report(io, wholeFile(result), exitCode.ok);
    return withAuditLog(io, async (db) => {
      const differing = await firstDiffering(db, shipped);
      if (differing === undefined) return report(io, wholeFile(result), exitCode.ok);
      return report(io, differs(differing), exitCode.found);
    });
  },
};

async function withAuditLog<Result>(
  io: CommandIo,
  work: (db: Queryable) => Promise<Result>,
): Promise<Result> {
  return withDatabase(io, async (addresses) => {
    await migrate(addresses);
    const connection = connectDatabase(addresses.portal);
    try {
      return await work(connection.db);
    } finally {
      await connection.close();
    }
  });
}

async function verifyLog(db: Queryable, io: CommandIo) {
  const { count, last, broken } = await verifyDatabase(db, (position) => io.progress(String(position)));
  if (broken) return report(io, brokenAt(broken), exitCode.found);
  const end =
    count === 0
      ? { ja: '', en: '' }
      : { ja: `。末尾のハッシュ ${last?.hash}`, en: `; last hash ${last?.hash}` };
  return report(
    io,
    {
      ja: `監査ログ ${count} 件の連鎖に切れ目はありません${end.ja}`,
      en: `${count} entries, chain whole${end.en}`,
    },
    exitCode.ok,
  );
}

const atOnce = 1_000;

/** First position at which the database differs from the shipped records. */
async function firstDiffering(db: Queryable, shipped: Map<number, string>): Promise<number | undefined> {
  const positions = [...shipped.keys()].sort((a, b) => a - b);
  for (let from = 0; from < positions.length; from += atOnce) {
    const some = positions.slice(from, from + atOnce);
    const links = await db.select().from(auditLink).where(inArray(auditLink.position, some));
    const kept = new Map(links.map(({ position, hash }) => [position, hash]));
    const differing = some.find((position) => kept.get(position) !== shipped.get(position));
    if (differing !== undefined) return differing;
  }
  return undefined;
}

async function report<Code>(io: CommandIo, text: CommandText, code: Code): Promise<Code> {
  await io.out(`${text[io.language]}\n`);
  return code;
}

function wholeFile({ count, first, last }: VerifiedFile): CommandText {
  if (!last) return { ja: '記録がひとつもありません', en: 'no records' };
  return {
    ja: `${count} 件（${first}〜${last.position}）の連鎖に切れ目はありません。末尾のハッシュ ${last.hash}`,
    en: `${count} records (${first} to ${last.position}), chain whole; last hash ${last.hash}`,
  };
}

function brokenFile({ at, why }: { at: AuditLine; why: ChainBreak | 'unreadable' }): CommandText {
  const reason = why === 'unreadable' ? unreadableLine : brokenAt(why);
  return {
    ja: `${at.file} の ${at.line} 行目: ${reason.ja}`,
    en: `${at.file}, line ${at.line}: ${reason.en}`,
  };
}

const unreadableLine: CommandText = {
  ja: '監査ログの記録として読めません',
  en: 'cannot be read as a record of the audit log',
};

function brokenAt({ kind, position }: ChainBreak): CommandText {
  switch (kind) {
    case 'missing':
      return { ja: `${position} 番の記録がありません`, en: `record ${position} is missing` };
    case 'changed':
      return {
        ja: `${position} 番の記録は、書かれたあとに変えられています（内容とハッシュが合いません）`,
        en: `record ${position} was changed after it was written (its hash is of another content)`,
      };
    case 'detached':
      return {
        ja: `${position} 番の記録は、その前の記録につながっていません`,
        en: `record ${position} does not follow the one before it`,
      };
    case 'unlinked':
      return {
        ja: `ID ${position} の記録は連鎖に入っていません（あとから差し込まれました）`,
        en: `the entry with id ${position} is not part of the chain (it was slipped in)`,
      };
  }
}

function differs(position: number): CommandText {
  return {
    ja: `${position} 番の記録は、転送されたものと違うか、データベースから消えています`,
    en: `record ${position} is not in the database as it was shipped`,
  };
}

function unreadable(cause: unknown): unknown {
  if (!(cause instanceof Error)) return cause;
  return new CommandError(
    { ja: `ファイルを読めません: ${cause.message}`, en: `cannot read the file: ${cause.message}` },
    { cause },
  );
}
