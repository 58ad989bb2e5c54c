import { randomUUID } from 'node:crypto';
import { eq, or } from 'drizzle-orm';
import { recordAudit, systemAuditActor } from '../../../../platform/audit/audit.ts';
import { commandArguments, operands } from '../../../../platform/command-line/arguments.ts';
import { type Command, CommandError, exitCode } from '../../../../platform/command-line/command.ts';
import { withDatabase } from '../../../../platform/command-line/with-database.ts';
import { connectDatabase, type Database } from '../../../../platform/database/connection.ts';
import { migrate } from '../../../../platform/database/migrate.ts';
import { tenant } from '../../../../platform/database/tenant.ts';
import { transact } from '../../../../platform/database/transact.ts';
import { organisation } from '../../../../platform/identity/schema.ts';
import { createAccessToken } from '../../../../platform/organisations/access-token.ts';
import { definedScopes, type Scope } from '../../../../platform/organisations/scopes.ts';

const usage = 'kakehashi token create --organisation NAME --scope read,upload';
const longestLife = 365;

/** `token create`: creates an access token for an organisation's program. */
const tokenCreate: Command = {
  name: 'token create',
  summary: {
    ja: '組織のプログラムが使うアクセストークンを作る',
    en: 'Make an access token for a program of an organisation',
  },
  help: {
    ja: `使い方: ${usage} [--name 名前] [--days 日数]

トークンだけを標準出力に書きます。表示されるのは一度だけです。

  --organisation 名前  組織の名前か ID（なければ作ります）
  --scope 範囲,…       使える範囲（read, upload など）
  --name 名前          一覧に出る名前（なければ「kakehashi token create」）
  --days 日数          期限までの日数（1〜${longestLife}、なければ 90）
`,
    en: `Usage: ${usage} [--name NAME] [--days DAYS]

Writes the token, and nothing else, to standard output. It is shown this once.

  --organisation NAME  name or id of the organisation; it is made where absent
  --scope SCOPE,…      what it may be used for, such as read, upload
  --name NAME          name in the list; by rule “kakehashi token create”
  --days DAYS          days until it expires, 1 to ${longestLife}; by rule 90
`,
  },
  async run(args, io) {
    const { values, positionals } = commandArguments(args, {
      organisation: { type: 'string' },
      scope: { type: 'string' },
      name: { type: 'string' },
      days: { type: 'string' },
    });
    operands(positionals, 0, usage);
    const wanted = values.organisation?.trim() ?? '';
    if (wanted === '' || wanted.length > 200)
      throw new CommandError({ ja: `使い方: ${usage}`, en: `Usage: ${usage}` });
    const scopes = readScopes(values.scope ?? '');
    const name = (values.name?.trim() || 'kakehashi token create').slice(0, 100);
    const days = readDays(values.days ?? '90');
    const made = await withDatabase(io, async (addresses) => {
      await migrate(addresses);
      const connection = connectDatabase(addresses.portal);
      try {
        const id = await findOrCreate(connection.db, wanted, io.now());
        const room = tenant(connection.db, id);
        return await createAccessToken(room, { name, scopes, days }, systemAuditActor, io.now());
      } finally {
        await connection.close();
      }
    });
    if (!made.ok) throw new CommandError(made.problems[0]?.message ?? { ja: usage, en: usage });
    await io.out(`${made.value.token}\n`);
    return exitCode.ok;
  },
};

function readScopes(text: string): Scope[] {
  const known = definedScopes().map(([scope]) => scope);
  const names = text.split(',').map((each) => each.trim());
  const scopes = known.filter((scope) => names.includes(scope));
  if (scopes.length > 0 && names.every((name) => known.some((scope) => scope === name))) return scopes;
  throw new CommandError({
    ja: `--scope には ${known.join(', ')} を、コンマで区切って書いてください。`,
    en: `--scope takes ${known.join(', ')}, separated by commas.`,
  });
}

function readDays(text: string): number {
  const days = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (days >= 1 && days <= longestLife) return days;
  throw new CommandError({
    ja: `--days には1から${longestLife}までの数を書いてください。`,
    en: `--days takes a number from 1 to ${longestLife}.`,
  });
}

async function findOrCreate(db: Database, wanted: string, now: Date): Promise<string> {
  return transact(db, async (tx) => {
    const found = await tx
      .select({ id: organisation.id })
      .from(organisation)
      .where(or(eq(organisation.id, wanted), eq(organisation.name, wanted)));
    if (found.length > 1)
      throw new CommandError({
        ja: `「${wanted}」という組織がいくつもあります。ID を書いてください。`,
        en: `Several organisations are called “${wanted}”; give the id.`,
      });
    if (found[0]) return found[0].id;
    const id = randomUUID();
    await tx.insert(organisation).values({ id, name: wanted, slug: id, createdAt: now });
    await recordAudit(tx, {
      actor: systemAuditActor,
      action: 'organisation.create',
      object: { kind: 'organisation', id },
      at: now,
    });
    return id;
  });
}

export const commands: readonly Command[] = [tokenCreate];
