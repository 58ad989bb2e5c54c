import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectRoot } from './project.mjs';

const source = 'apps/portal/src';
let folder;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pages-'));
  copyFileSync(join(projectRoot, 'tsconfig.base.json'), join(folder, 'tsconfig.base.json'));
  write(
    'platform/database/connection.ts',
    'export const db = { rows: [] };\nexport interface Row { id: string }\n',
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(path, text) {
  const file = join(folder, source, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Checks a page `page.tsx` that imports `words.ts` of its capability. */
function check(words) {
  write('features/public/shop/words.ts', words);
  write(
    'features/public/shop/pages/page.tsx',
    "import { greeting } from '../words.ts';\nexport const page = () => greeting;\n",
  );
  const { status, stdout } = spawnSync(
    process.execPath,
    [
      join(projectRoot, 'node_modules/.bin/depcruise'),
      '--config',
      join(projectRoot, 'bin/lint/pages.cjs'),
      source,
    ],
    { cwd: folder, encoding: 'utf8' },
  );
  return { status, stdout };
}

const database = '../../../platform/database/connection.ts';

it('a page that reaches the database through what it imports is found, with the way there', () => {
  const { status, stdout } = check(
    `import { db } from '${database}';\nexport const greeting = db.rows.length;\n`,
  );
  expect(status).toBe(1);
  expect(stdout).toMatch(
    /pages-reach-no-database: \S+pages\/page\.tsx → \S+connection\.ts\s+\S+words\.ts →\s+\S+connection\.ts/,
  );
});

it('a page may know the type of a row', () => {
  const { status, stdout } = check(
    `import type { Row } from '${database}';\nexport const greeting: Row['id'] = 'hello';\n`,
  );
  expect(stdout).toContain('no dependency violations found');
  expect(status).toBe(0);
});
