import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { name: 'law-references', include: ['src/**/*.test.ts', 'README.test.ts'] },
});
