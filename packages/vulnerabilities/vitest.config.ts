import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'vulnerabilities',
    testTimeout: 60_000,
    include: ['src/**/*.test.ts', 'suites/**/*.test.ts', 'README.test.ts'],
    // They keep no state in modules, so the modules are read once for all files.
    isolate: false,
  },
});
