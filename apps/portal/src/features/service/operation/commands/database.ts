import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { type Command, CommandError, exitCode } from '../../../../platform/command-line/command.ts';
import { withDatabase } from '../../../../platform/command-line/with-database.ts';
import { migrate } from '../../../../platform/database/migrate.ts';

/** `database run`: runs a PostgreSQL client program on the portal's database, such as psql or pg_dump. */
const databaseRun: Command = {
  name: 'database run',
  summary: {
    ja: 'ポータルのデータベースで、PostgreSQLの道具を動かす（バックアップなど）',
    en: 'Run a PostgreSQL program on the portal’s database, such as a back-up',
  },
  help: {
    ja: `使い方: kakehashi database run -- コマンド …

接続先を PGHOST、PGPORT、PGUSER、PGPASSWORD、PGDATABASE と DATABASE_URL で渡して、コマンドを動かします。
つなぐのは、データベースの持ち主のロールです。
内蔵のデータベースは、止まっていれば動かし、終わったら止めます。

例:
  kakehashi database run -- pg_dump --format=custom --file=backup.dump
  kakehashi database run -- pg_restore --no-owner --dbname=kakehashi backup.dump
  kakehashi database run -- psql
`,
    en: `Usage: kakehashi database run -- COMMAND …

Runs COMMAND with PGHOST, PGPORT, PGUSER, PGPASSWORD, PGDATABASE and DATABASE_URL set,
for the role that owns the database.
The built-in database is started where it does not run, and stopped afterwards.

Examples:
  kakehashi database run -- pg_dump --format=custom --file=backup.dump
  kakehashi database run -- pg_restore --no-owner --dbname=kakehashi backup.dump
  kakehashi database run -- psql
`,
  },
  async run(args, io) {
    const [program, ...rest] = args[0] === '--' ? args.slice(1) : args;
    if (!program) throw new CommandError({ ja: 'コマンドを書いてください。', en: 'name a command to run' });
    return withDatabase(io, async ({ owner }) => {
      const status = await runProgram(program, rest, { ...io.env, ...connectionVariables(owner) }, io.folder);
      return status === 0 ? exitCode.ok : exitCode.unusable;
    });
  },
};

/** `content load`: imports a content folder while the site is running; nodes show it within seconds. */
const contentLoad: Command = {
  name: 'content load',
  summary: { ja: 'フォルダーのコンテンツを載せる', en: 'Publish the content of a folder' },
  help: {
    ja: `使い方: kakehashi content load フォルダー

フォルダーの YAML を載せます。二度載せても変わりません。人が直した記録はそのまま残します。
`,
    en: `Usage: kakehashi content load FOLDER

Publishes the YAML files of a folder. Loading them again changes nothing; records that people have edited stay.
`,
  },
  async run(args, io) {
    const [folder] = args;
    if (!folder || args.length > 1)
      throw new CommandError({ ja: 'フォルダーをひとつ書いてください。', en: 'name one folder' });
    const [{ loadSiteContent }, { registerKinds }] = await Promise.all([
      import('../../../../platform/content/site-content.ts'),
      import('../../../../portal.ts'),
    ]);
    return withDatabase(io, async (addresses) => {
      await migrate(addresses);
      const report = await loadSiteContent(resolve(io.folder, folder), {
        databaseUrl: addresses.portal,
        kinds: registerKinds(),
        report: (text) => io.note(text[io.language]),
      });
      const { entered, renewed, unchanged, kept, faults } = report;
      const counts = [entered, renewed, unchanged, kept, faults].map(({ length }) => length);
      await io.out(
        io.language === 'ja'
          ? `新規 ${counts[0]}、更新 ${counts[1]}、変更なし ${counts[2]}、人の編集を優先 ${counts[3]}、誤り ${counts[4]}\n`
          : `${counts[0]} entered, ${counts[1]} renewed, ${counts[2]} unchanged, ${counts[3]} kept as edited, ${counts[4]} faulty\n`,
      );
      return faults.length > 0 ? exitCode.found : exitCode.ok;
    });
  },
};

export const commands: readonly Command[] = [databaseRun, contentLoad];

function connectionVariables(databaseUrl: string): Record<string, string> {
  const url = new URL(databaseUrl);
  return {
    DATABASE_URL: databaseUrl,
    PGHOST: url.hostname,
    PGPORT: url.port || '5432',
    PGUSER: decodeURIComponent(url.username),
    PGPASSWORD: decodeURIComponent(url.password),
    PGDATABASE: url.pathname.slice(1),
  };
}

function runProgram(program: string, args: string[], env: NodeJS.ProcessEnv, cwd: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env, cwd, stdio: 'inherit' });
    child.on('error', (cause) =>
      reject(
        new CommandError(
          {
            ja: `${program} を動かせません。入っているか確かめてください。`,
            en: `cannot run ${program}; is it installed?`,
          },
          { cause },
        ),
      ),
    );
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
