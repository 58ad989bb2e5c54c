import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { name: 'bin', include: ['launcher/**/*.test.mjs'], testTimeout: 60_000, hookTimeout: 60_000 },
});
