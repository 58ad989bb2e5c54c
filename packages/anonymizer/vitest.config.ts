import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { name: 'anonymizer', include: ['src/**/*.test.ts', 'README.test.ts'] },
});
