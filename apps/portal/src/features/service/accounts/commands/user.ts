import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { recordAudit, systemAuditActor } from '../../../../platform/audit/audit.ts';
import { commandArguments, oneOf, operands } from '../../../../platform/command-line/arguments.ts';
import {
  type Command,
  CommandError,
  type CommandIo,
  exitCode,
} from '../../../../platform/command-line/command.ts';
import { withDatabase } from '../../../../platform/command-line/with-database.ts';
import { connectDatabase } from '../../../../platform/database/connection.ts';
import { migrate } from '../../../../platform/database/migrate.ts';
import { transact } from '../../../../platform/database/transact.ts';
import type { Language } from '../../../../platform/i18n/language.ts';
import { cleanPersonName, personName, personNameWording } from '../../../../platform/identity/names.ts';
import { addUser, preparePassword } from '../../../../platform/identity/new-user.ts';
import { siteRoles } from '../../../../platform/identity/permissions.ts';
import { guessablePassword, isHardToGuess } from '../guessable.ts';
import { newPassword, newPasswordWording } from '../password.ts';
import { resetSecondFactorsCommand } from './reset-second-factors.ts';

const usage = 'kakehashi user create --admin --email name@example.jp';

/** `user create`: creates the first administrator, who can then invite other users. */
const userCreate: Command = {
  name: 'user create',
  summary: {
    ja: '利用者を加える（はじめの管理者など）',
    en: 'Add a user, such as the first administrator',
  },
  help: {
    ja: `使い方: ${usage} [--name 名前] [--password-stdin]

  --admin            管理者にします（--role administrator と同じ）
  --role 役割        ${siteRoles.join(', ')}
  --email アドレス   サインインに使うメールアドレス
  --name 名前        表示する名前（なければアドレスの @ の前）
  --password-stdin   パスワードを標準入力から読みます。なければ端末でたずねます
`,
    en: `Usage: ${usage} [--name NAME] [--password-stdin]

  --admin            makes an administrator (the same as --role administrator)
  --role ROLE        ${siteRoles.join(', ')}
  --email ADDRESS    address to sign in with
  --name NAME        name to show; by rule what stands before the @
  --password-stdin   reads the password from standard input; without it, the terminal asks
`,
  },
  async run(args, io) {
    const { values, positionals } = commandArguments(args, {
      admin: { type: 'boolean' },
      role: { type: 'string' },
      email: { type: 'string' },
      name: { type: 'string' },
      'password-stdin': { type: 'boolean' },
    });
    operands(positionals, 0, usage);
    const email = z.email().max(254).safeParse(values.email);
    if (!email.success) throw new CommandError({ ja: `使い方: ${usage}`, en: `Usage: ${usage}` });
    const role = values.admin ? 'administrator' : oneOf('--role', values.role ?? '', siteRoles);
    const name = readName(values.name, email.data, io.language);
    const password = newPassword.safeParse(await readPassword(io, values['password-stdin'] ?? false));
    if (!password.success) throw new CommandError(newPasswordWording);
    const fit = await isHardToGuess(password.data, { email: email.data, name }, 'password');
    if (!fit.ok) throw new CommandError(guessablePassword.message);
    const passwordHash = await preparePassword(password.data);
    const added = await withDatabase(io, async (addresses) => {
      await migrate(addresses);
      const connection = connectDatabase(addresses.portal);
      try {
        return await transact(connection.db, async (tx) => {
          const user = { email: email.data, name, role, language: io.language, passwordHash };
          const id = await addUser(tx, user, io.now());
          if (id)
            await recordAudit(tx, {
              actor: systemAuditActor,
              action: 'user.create',
              object: { kind: 'user', id },
              detail: { role },
              at: io.now(),
            });
          return id;
        });
      } finally {
        await connection.close();
      }
    });
    if (!added)
      throw new CommandError({
        ja: `${email.data} のアカウントはもうあります。`,
        en: `${email.data} has an account already.`,
      });
    await io.out(
      io.language === 'ja'
        ? `${email.data} を加えました（${role}）。\n`
        : `Added ${email.data} as ${role}.\n`,
    );
    return exitCode.ok;
  },
};

/** The given name; by default the local part of the address, unless that looks like an address itself. */
function readName(given: string | undefined, email: string, language: Language): string {
  if (!given?.trim()) return cleanPersonName(email.replace(/@.*$/, '').replaceAll(/[._-]+/g, ' '), language);
  const name = personName.safeParse(given);
  if (!name.success) throw new CommandError(personNameWording);
  return name.data;
}

export const commands: readonly Command[] = [userCreate, resetSecondFactorsCommand];

async function readPassword(io: CommandIo, fromStdin: boolean): Promise<string> {
  if (fromStdin) return (await text(io.stdin)).replace(/\r?\n$/, '');
  if (!process.stdin.isTTY)
    throw new CommandError({
      ja: '端末がないので、--password-stdin でパスワードを渡してください。',
      en: 'There is no terminal to ask at; pass the password with --password-stdin.',
    });
  io.note(io.language === 'ja' ? 'パスワード（表示されません）:' : 'Password (not shown):');
  // Do not echo the password.
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await terminal.question('', { signal: io.signal });
  } finally {
    terminal.close();
  }
}
