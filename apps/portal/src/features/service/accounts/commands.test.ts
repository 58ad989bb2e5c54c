import { afterAll, beforeAll, expect, it } from 'vitest';
import { BrowserSession } from '../../../../test/browser-session.ts';
import { codeOf, setUpApp } from '../../../../test/second-factors.ts';
import { ownerOf } from '../../../../test/test-database.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { type CommandIo, exitCode } from '../../../platform/command-line/command.ts';
import { commands } from './commands/user.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal({ content: false });
});
afterAll(() => portal.stop());

async function create(args: string[], password: string): Promise<{ code: number; printed: string }> {
  let printed = '';
  const io: CommandIo = {
    version: '1.2.3',
    language: 'en',
    env: { DATABASE_URL: ownerOf(portal.databaseUrl) },
    folder: '.',
    stdin: (async function* () {
      yield Buffer.from(`${password}\n`);
    })(),
    out: async (text) => {
      printed += text;
    },
    note: () => {},
    progress: () => {},
    colour: false,
    width: undefined,
    signal: new AbortController().signal,
    now: () => new Date(),
  };
  const [command] = commands;
  if (!command) throw new Error('no command');
  return { code: await command.run([...args, '--password-stdin'], io), printed };
}

const email = 'first@example.com';

it('makes the first administrator, who can sign in and look after users', async () => {
  const made = await create(['--admin', '--email', email], 'first-administrator');
  expect(made).toEqual({ code: exitCode.ok, printed: `Added ${email} as administrator.\n` });
  const browser = new BrowserSession(portal);
  await browser.signIn(email, 'first-administrator');
  expect((await browser.get('/admin/users')).headers.get('location')).toContain('/account/second-factor');
  const code = await codeOf(await setUpApp(portal, email));
  await browser.post('/account/second-factor', { code, to: '/admin/users' });
  expect((await browser.get('/admin/users')).status).toBe(200);
});

it('refuses an address that has an account, a role there is not, and a short password', async () => {
  await expect(create(['--admin', '--email', email], 'first-administrator')).rejects.toThrow('already');
  await expect(create(['--role', 'king', '--email', 'k@example.com'], 'long-enough-one')).rejects.toThrow(
    'king',
  );
  await expect(create(['--admin', '--email', 'k@example.com'], 'short')).rejects.toThrow('12');
  await expect(create(['--admin', '--email', 'k@example.com'], 'password1234')).rejects.toThrow(
    'easy to guess',
  );
});
