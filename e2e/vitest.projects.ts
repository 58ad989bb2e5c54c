import { join } from 'node:path';
import type { TestProjectInlineConfiguration } from 'vitest/config';

const robustness = '**/*.robustness.test.ts';

const browserTests = {
  testTimeout: 60_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 30_000 } },
  // One browser or portal at a time: two cores are shared by it and the database.
  fileParallelism: false,
};

const root = import.meta.dirname;
const database = join(root, '../apps/portal/test/database.ts');
const oxc = { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } } as const;

/** Tests of the built portal: in a browser, and where it is killed or cut off. */
export const builtPortalProjects: TestProjectInlineConfiguration[] = [
  {
    root,
    oxc,
    test: {
      ...browserTests,
      name: 'e2e',
      include: ['**/*.test.ts'],
      exclude: [robustness],
      // The modules are read once for all files, which open their windows in one browser.
      isolate: false,
      globalSetup: [database, join(root, 'portal.ts'), join(root, 'browser.ts')],
    },
  },
  {
    root,
    oxc,
    test: {
      ...browserTests,
      name: 'e2e-robustness',
      include: [robustness],
      globalSetup: [database],
    },
  },
];
