import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'law-references',
    include: ['src/**/*.test.ts', 'README.test.ts'],
    // They keep no state in modules, so the modules are read once for all files.
    isolate: false,
  },
});
