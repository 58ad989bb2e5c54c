import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { name: 'spreadsheets', include: ['src/**/*.test.ts', 'README.test.ts'] },
});
