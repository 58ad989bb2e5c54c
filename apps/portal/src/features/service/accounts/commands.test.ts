import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BrowserSession } from '../../../../test/browser-session.ts';
import { backupCodes, codeOf, setUpApp } from '../../../../test/second-factors.ts';
import { ownerOf } from '../../../../test/test-database.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { auditEntry } from '../../../platform/audit/schema.ts';
import { type Command, type CommandIo, exitCode } from '../../../platform/command-line/command.ts';
import { siteUser } from '../../../platform/identity/schema.ts';
import { mailMessage } from '../../../platform/mail/schema.ts';
import { listAccessTokens } from '../../../platform/organisations/access-token.ts';
import { commands as tokenCommands } from './commands/token.ts';
import { commands as userCommands } from './commands/user.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal({ content: false });
});
afterAll(() => portal.stop());

const create = (args: string[], password: string) =>
  runCommand(userCommands[0], [...args, '--password-stdin'], password);

async function runCommand(command: Command | undefined, args: string[], input: string) {
  let printed = '';
  const io: CommandIo = {
    version: '1.2.3',
    language: 'en',
    env: { DATABASE_URL: ownerOf(portal.databaseUrl) },
    folder: '.',
    stdin: (async function* () {
      yield Buffer.from(`${input}\n`);
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
  if (!command) throw new Error('no command');
  return { code: await command.run(args, io), printed };
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

describe('user reset-second-factors', () => {
  const reset = (...args: string[]) => runCommand(userCommands[1], args, '');

  it('takes lost factors away, ends the sessions, tells the holder by mail, and is in the audit log', async () => {
    const { db } = portal.platform.connection;
    const [user] = await db.select().from(siteUser).where(eq(siteUser.email, email));
    const signedIn = new BrowserSession(portal);
    await signedIn.signIn(email, 'first-administrator');
    await signedIn.post('/sign-in/second-factor', { code: backupCodes[0] ?? '', to: '/account' });
    expect((await signedIn.get('/admin/users')).status).toBe(200);
    const done = await reset('--email', email);
    expect(done.printed).toContain('Took 1 authenticator app(s) and 0 passkey(s)');
    expect((await signedIn.get('/account')).status).toBe(303);
    const again = new BrowserSession(portal);
    const answer = await again.signIn(email, 'first-administrator');
    expect(answer.headers.get('location')).toBe('/account');
    expect(await (await again.get('/account/second-factor')).text()).toContain('value="start"');
    const acts = await db.select().from(auditEntry).where(eq(auditEntry.action, 'second-factor.reset'));
    expect(acts).toMatchObject([
      { actorId: 'system', objectId: user?.id, detail: { removed: { apps: 1, passkeys: 0 } } },
    ]);
    const ends = await db.select().from(auditEntry).where(eq(auditEntry.action, 'session.end'));
    expect(ends.map(({ detail }) => detail)).toContainEqual({ why: 'factors-removed', user: user?.id });
    const mails = await db.select().from(mailMessage).where(eq(mailMessage.toAddress, email));
    expect(mails.map(({ subject }) => subject)).toContain(
      'Your authenticator app and passkeys were removed by the operator (Kakehashi)',
    );
  });

  it.each([
    [['--email', email], 'neither an authenticator app nor a passkey'],
    [['--email', 'nobody@example.com'], 'No account has this address'],
    [[], 'Usage'],
  ])('says what is wrong with %j', async (args, message) => {
    await expect(reset(...args)).rejects.toThrow(message);
  });
});

describe('token create', () => {
  const create = (...args: string[]) => runCommand(tokenCommands[0], args, '');

  it('prints a token alone, and makes the organisation where it is absent', async () => {
    const options = ['--organisation', 'Acme', '--scope', 'upload,read'];
    const first = await create(...options);
    const second = await create(...options);
    const [one, two] = [first, second].map(
      ({ printed }) => /^kkh_([0-9a-f-]{36})_\S{43}\n$/.exec(printed)?.[1],
    );
    expect(one).toBeDefined();
    expect(two).toBe(one);
    const room = portal.platform.rooms.tenant(one ?? '');
    expect(await listAccessTokens(room, new Date())).toMatchObject([{ scopes: ['read', 'upload'] }, {}]);
  });

  it.each([
    [['--scope', 'read'], 'Usage'],
    [['--organisation', 'Acme', '--scope', 'everything'], 'read, upload'],
    [['--organisation', 'Acme', '--scope', 'read', '--days', '0'], '1 to 365'],
  ])('says what is wrong with %j', async (args, message) => {
    await expect(create(...args)).rejects.toThrow(message);
  });
});
