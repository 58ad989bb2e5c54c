import { defineConfig } from 'vitest/config';
import { portalProjects } from './apps/portal/vitest.projects.ts';
import { builtPortalProjects } from './e2e/vitest.projects.ts';

export default defineConfig({
  test: {
    projects: ['packages/*', 'bin', ...portalProjects, ...builtPortalProjects],
  },
});
