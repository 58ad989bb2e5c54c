import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'search',
    include: ['src/**/*.test.ts', 'README.test.ts'],
    testTimeout: 30_000,
    // They keep no state in modules, so the modules are read once for all files.
    isolate: false,
  },
});
