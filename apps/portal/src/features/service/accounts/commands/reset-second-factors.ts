import { z } from 'zod';
import { systemAuditActor } from '../../../../platform/audit/audit.ts';
import { commandArguments, operands } from '../../../../platform/command-line/arguments.ts';
import { type Command, CommandError, exitCode } from '../../../../platform/command-line/command.ts';
import { withDatabase } from '../../../../platform/command-line/with-database.ts';
import { readConfig } from '../../../../platform/config/index.ts';
import { findProjectRoot } from '../../../../platform/config/project-root.ts';
import { connectDatabase } from '../../../../platform/database/connection.ts';
import { migrate } from '../../../../platform/database/migrate.ts';
import { enqueue } from '../../../../platform/jobs/outbox.ts';
import { createMail } from '../../../../platform/mail/mail.ts';
import { resetSecondFactors } from '../second-factor-reset.ts';

const usage = 'kakehashi user reset-second-factors --email name@example.jp';

/** `user reset-second-factors`: removes a user's lost second factors. The running portal sends the mail. */
export const resetSecondFactorsCommand: Command = {
  name: 'user reset-second-factors',
  summary: {
    ja: '認証アプリとパスキーをなくした利用者から、それらを外す',
    en: 'Take lost authenticator apps and passkeys from an account',
  },
  help: {
    ja: `使い方: ${usage}

本人であることを、ほかの方法で確かめてから使ってください。すべての端末をサインアウトさせ、
本人にメールで知らせ、監査ログに残します。パスワードはそのままです。

  --email アドレス   サインインに使うメールアドレス
`,
    en: `Usage: ${usage}

Make sure by other means that it is the holder who asks. All their devices are signed out,
they are told by mail, and the audit log keeps it. The password stays.

  --email ADDRESS    address to sign in with
`,
  },
  async run(args, io) {
    const { values, positionals } = commandArguments(args, { email: { type: 'string' } });
    operands(positionals, 0, usage);
    const email = z.email().max(254).safeParse(values.email);
    if (!email.success) throw new CommandError({ ja: `使い方: ${usage}`, en: `Usage: ${usage}` });
    const config = readConfig(io.env, findProjectRoot());
    const outcome = await withDatabase(io, async (addresses) => {
      await migrate(addresses);
      const connection = connectDatabase(addresses.portal);
      const mail = createMail({ config, db: connection.db, jobs: { enqueue }, now: io.now });
      const notifications = { mail, baseUrl: config.baseUrl };
      try {
        return await resetSecondFactors(connection.db, notifications, email.data, systemAuditActor, io.now());
      } finally {
        await mail.stop();
        await connection.close();
      }
    });
    if (!outcome.ok) throw new CommandError(outcome.problems[0]?.message ?? { ja: usage, en: usage });
    const { apps, passkeys } = outcome.value;
    await io.out(
      io.language === 'ja'
        ? `${email.data} から、認証アプリ ${apps} 個とパスキー ${passkeys} 個を外し、メールで知らせました。\n`
        : `Took ${apps} authenticator app(s) and ${passkeys} passkey(s) from ${email.data}, who is told by mail.\n`,
    );
    return exitCode.ok;
  },
};
