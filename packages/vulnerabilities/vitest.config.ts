import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { name: 'vulnerabilities', include: ['src/**/*.test.ts', 'suites/**/*.test.ts', 'README.test.ts'] },
});
