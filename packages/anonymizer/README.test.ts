import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8');

it('The example of the README prints what the README shows', () => {
  const [, code, shown] = /```ts\n(.*?)```\n\n```\n(.*?)```/s.exec(readme) ?? [];
  const printed = execFileSync(process.execPath, ['--input-type=module-typescript', '--eval', code ?? ''], {
    cwd: import.meta.dirname,
    encoding: 'utf8',
  });
  expect(printed).toBe(shown);
});
