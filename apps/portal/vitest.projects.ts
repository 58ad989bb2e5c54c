import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProjectInlineConfiguration } from 'vitest/config';

const root = import.meta.dirname;
const robustness = '**/*.robustness.test.ts';

/**
 * Test files that need PostgreSQL: those that lie in `test/` or import what supports them from there. The others start
 * no database, and fail if they ask for one.
 */
const withDatabase = globSync(['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'], { cwd: root }).filter(
  (path) => path.startsWith('test/') || /from '(\.\.\/)+test\//.test(readFileSync(join(root, path), 'utf8')),
);

const portal = {
  root,
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
} satisfies TestProjectInlineConfiguration;

const timeouts = {
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // Asynchronous effects (a mail, a page on another node) take longer on a busy machine.
  expect: { poll: { timeout: 30_000 } },
};

/** The portal's tests: the pure ones, those with a database, and those that kill a database server. */
export const portalProjects: TestProjectInlineConfiguration[] = [
  {
    ...portal,
    test: {
      ...timeouts,
      name: 'portal',
      include: ['src/**/*.test.{ts,tsx}'],
      exclude: [...withDatabase, robustness],
      // They keep no state in modules, so one process reads the modules once for all of them.
      pool: 'threads',
      isolate: false,
    },
  },
  {
    ...portal,
    test: {
      ...timeouts,
      name: 'portal-database',
      include: withDatabase,
      exclude: [robustness],
      pool: 'threads',
      isolate: false,
      globalSetup: [join(root, 'test/database.ts')],
    },
  },
  { ...portal, test: { ...timeouts, name: 'robustness', include: [`src/${robustness}`] } },
];
