import { resolve } from 'node:path';
import { verifyDatabase } from '../../../../platform/audit/chain.ts';
import { commandArguments, operands } from '../../../../platform/command-line/arguments.ts';
import {
  type Command,
  CommandError,
  type CommandIo,
  exitCode,
} from '../../../../platform/command-line/command.ts';
import { withDatabase } from '../../../../platform/command-line/with-database.ts';
import { readConfig } from '../../../../platform/config/index.ts';
import { findProjectRoot } from '../../../../platform/config/project-root.ts';
import { connectDatabase } from '../../../../platform/database/connection.ts';
import { StartupError } from '../../../../platform/startup-error.ts';
import { backUp } from './back-up.ts';
import type { Manifest } from './manifest.ts';
import { restore } from './restore.ts';

/** `backup`: writes a snapshot of the database and its files to a folder. */
const backup: Command = {
  name: 'backup',
  summary: {
    ja: 'データベースとファイルを、ひとつのフォルダーにバックアップする',
    en: 'Back the database and its files up into a folder',
  },
  help: {
    ja: `使い方: kakehashi backup フォルダー

データベース全体、登録に添えられたファイル、署名の鍵（secret）を、新しいフォルダーに書きます。架け橋は動いたままでかまいません。
PostgreSQL の道具は要りません。最後に manifest.json を書きます。それがないフォルダーは、途中で止まったものです。

バックアップには、個人情報、パスワードのハッシュ、署名の鍵が入っています。フォルダーは所有者だけが読めます。ほかの場所に移すときは
暗号化してください。
終了コード: 0 すべて書いた、1 データベースと合わない添付ファイルがある、2 書けない
`,
    en: `Usage: kakehashi backup FOLDER

Writes the whole database, the files attached to entries, and the signing key (secret) into a new folder. Kakehashi may
run meanwhile, and no PostgreSQL programs are needed. manifest.json is written last: a folder without it was cut short.

A back-up holds personal data, password hashes and the signing key. Only its owner can read the folder; encrypt it
before you move it elsewhere.
Exit code: 0 all is written, 1 an attached file is not as the database says, 2 it cannot be written
`,
  },
  async run(args, io) {
    const [name = ''] = operands(commandArguments(args, {}).positionals, 1, 'kakehashi backup FOLDER');
    const folder = resolve(io.folder, name);
    const { dataDir } = settings(io);
    return withDatabase(io, async ({ owner: databaseUrl }) => {
      const { manifest, problems } = await backUp({
        databaseUrl,
        dataDir,
        folder,
        version: io.version,
        at: io.now(),
        onStep: (what) => io.progress(what),
      });
      for (const id of problems)
        io.note(
          io.language === 'ja'
            ? `注意: 添付ファイル ${id} がないか、データベースの記録と違います。`
            : `Warning: the attached file ${id} is missing, or not as the database says.`,
        );
      await io.out(`${summaryOf(manifest, folder)[io.language]}\n`);
      io.note(
        io.language === 'ja'
          ? '個人情報と鍵が入っています。ほかの場所に移すときは暗号化してください。'
          : 'It holds personal data and secrets: encrypt it before you move it elsewhere.',
      );
      return problems.length > 0 ? exitCode.found : exitCode.ok;
    });
  },
};

/** `restore`: restores a back-up into an empty installation. */
const restoreCommand: Command = {
  name: 'restore',
  summary: {
    ja: 'バックアップを、空のところに戻す',
    en: 'Restore a back-up into an empty installation',
  },
  help: {
    ja: `使い方: kakehashi restore フォルダー

kakehashi backup が書いたフォルダーを、空のデータベースと空のデータフォルダーに戻します。すでに何かあれば、何もせずに止まります。
書かれたときと同じかをすべて確かめてから戻し、最後に監査ログの連鎖を確かめます。同じ版か、より新しい版の架け橋で戻してください。

戻したあとに架け橋を動かすと、待っていた仕事（メールや Webhook）も続きから行います。試しに戻すときは SMTP_URL を設定せず、
外につながらないところで動かしてください。
終了コード: 0 すべて戻した、1 戻したが監査ログの連鎖が切れている、2 戻せない
`,
    en: `Usage: kakehashi restore FOLDER

Restores what kakehashi backup wrote into an empty database and an empty data directory; where anything is there already
it stops and changes nothing. Everything is verified before, and the audit log's chain afterwards. Use the version of
Kakehashi that made the back-up, or a newer one.

When Kakehashi is then started it goes on with the work that waited, such as mails and webhooks. To try a back-up out,
start it without SMTP_URL and where it reaches nobody.
Exit code: 0 all is restored, 1 restored, but the audit log's chain is broken, 2 it cannot be restored
`,
  },
  async run(args, io) {
    const [name = ''] = operands(commandArguments(args, {}).positionals, 1, 'kakehashi restore FOLDER');
    const folder = resolve(io.folder, name);
    const { dataDir } = settings(io);
    return withDatabase(io, async ({ owner: databaseUrl }) => {
      const manifest = await restore({ folder, databaseUrl, dataDir, onStep: (what) => io.progress(what) });
      const connection = connectDatabase(databaseUrl);
      const { broken } = await verifyDatabase(connection.db).finally(() => connection.close());
      await io.out(`${summaryOf(manifest, dataDir)[io.language]}\n`);
      if (!broken) return exitCode.ok;
      io.note(
        io.language === 'ja'
          ? `監査ログの連鎖が ${broken.position} 番で切れています（kakehashi audit verify）。`
          : `The audit log's chain is broken at ${broken.position} (kakehashi audit verify).`,
      );
      return exitCode.found;
    });
  },
};

export const backupCommands: readonly Command[] = [backup, restoreCommand];

/** @throws CommandError naming the variable at fault */
function settings(io: CommandIo) {
  try {
    return readConfig(io.env, findProjectRoot());
  } catch (error) {
    if (error instanceof StartupError) throw new CommandError(error.text, { cause: error });
    throw error;
  }
}

function summaryOf({ tables, files, at }: Manifest, folder: string) {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return {
    ja: `${at} 時点の表 ${tables.length} 個（${rows} 行）とファイル ${files.length} 個: ${folder}`,
    en: `${tables.length} tables (${rows} rows) and ${files.length} files as of ${at}: ${folder}`,
  };
}
