import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { name: 'skills', include: ['src/**/*.test.ts', 'README.test.ts'], testTimeout: 30_000 },
});
