import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    name: 'e2e',
    include: ['**/*.test.ts'],
    globalSetup: ['portal.ts', '../apps/portal/test/database.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    // One browser at a time: two cores are shared by it, the portal and the database.
    fileParallelism: false,
  },
});
