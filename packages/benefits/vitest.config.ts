import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { name: 'benefits', include: ['src/**/*.test.ts', 'README.test.ts'] } });
