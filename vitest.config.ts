import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: ['packages/*', 'apps/portal', 'bin', 'e2e'],
  },
});
