import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { DrizzleQueryError } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { describeError } from './log.ts';

test('what only looks like an error is logged by its message', () => {
  expect(describeError({ message: 'gone', params: ['secret'] })).toEqual({ message: 'gone' });
  expect(describeError('gone')).toEqual({ message: 'gone' });
});

test('of a query that failed its values are not logged: addresses, tokens, what people typed', () => {
  const error = new DrizzleQueryError(
    'insert into person values ($1)',
    ['hanako@example.jp'],
    new Error('gone'),
  );
  const described = JSON.stringify(describeError(error));
  expect(described).toContain('insert into person values ($1)');
  expect(described).toContain('gone');
  expect(described).not.toContain('hanako');
});

/** A process that logs; what it has written to standard output so far. */
function logging(program: string) {
  const log = `import { createLog } from '${import.meta.resolve('./log.ts')}'; const log = createLog('info');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', `${log} ${program}`]);
  const written = { text: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    written.text += text;
  });
  return { child, written };
}

test('an error is logged by name, code, message and cause, and nothing that hangs on it', () => {
  const cause = Object.assign(new Error('refused'), { code: 'ECONNREFUSED', client: { password: 'secret' } });
  const error = new TypeError('cannot fetch', { cause });
  const described = describeError(error);
  expect(described).toMatchObject({
    name: 'TypeError',
    message: 'cannot fetch',
    cause: { code: 'ECONNREFUSED' },
  });
  expect(JSON.stringify(described)).not.toContain('secret');
});

test('lines are written together, and none is missing when the process ends', async () => {
  const { child, written } = logging(
    "for (let n = 1; n <= 3; n += 1) log.info({ n }, 'request'); process.exit(0);",
  );
  await once(child, 'close');
  expect(
    written.text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toMatchObject([{ n: 1 }, { n: 2 }, { n: 3 }]);
});

test('a warning is written at once, with all that came before it', async () => {
  const { child, written } = logging(
    "log.info('request'); log.warn('slow'); process.kill(process.pid, 'SIGKILL');",
  );
  await once(child, 'close');
  expect(written.text).toMatch(/"request".*"slow"/s);
});

test('what a quiet process did is written within a moment', async () => {
  const { child, written } = logging("log.info('request'); setInterval(() => {}, 1_000);");
  await expect.poll(() => written.text).toContain('request');
  child.kill('SIGKILL');
  await once(child, 'close');
});

test('a process whose lines nobody reads any more goes on, and ends', async () => {
  const { child } = logging(
    "setTimeout(() => { log.warn('slow'); log.info('request'); process.stderr.write('on'); process.exit(0); }, 100);",
  );
  child.stdout.destroy();
  let output = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    output += text;
  });
  const [status] = await once(child, 'close');
  expect([status, output]).toEqual([0, 'on']);
});
