import { describe, expect, it } from 'vitest';
import { createVitest } from 'vitest/node';
import { projectRoot } from './project.mjs';
import { needsBrowser, needsBuild, selectTests, testFiles, testProjects } from './test-selection.mjs';

const all = {
  projects: ['search', 'portal', 'portal-database', 'e2e', 'e2e-robustness'],
  files: [
    'apps/portal/src/features/service/alerts/alerts.test.ts',
    'apps/portal/src/features/service/alerts/feeds/feed.test.ts',
    'apps/portal/src/features/public/search/page.test.ts',
    'e2e/desk.test.ts',
  ],
};
const chosen = (...words) => selectTests(words, all);

describe('a word of npm test asks for', () => {
  it('the projects in whose names it is', () => {
    expect(chosen('search')).toEqual({ projects: ['search'], files: [], unknown: [] });
    expect(chosen('portal').projects).toEqual(['portal', 'portal-database']);
    expect(chosen('robustness', 'portal-database').projects).toEqual(['portal-database', 'e2e-robustness']);
  });

  it.each(['alerts', 'features/alerts', 'apps/portal/src/features/service/alerts/'])(
    'the tests below a folder: %s',
    (place) => {
      expect(chosen(place)).toEqual({ projects: [], files: all.files.slice(0, 2), unknown: [] });
    },
  );

  it.each(['feed', 'feed.test.ts', 'alerts/feed.test.ts', './e2e/desk.test.ts'])('one file: %s', (place) => {
    expect(chosen(place).files).toHaveLength(1);
  });

  it('nothing, which is said', () => {
    expect(chosen('alarms', 'features/alarms', 'alerts/features').unknown).toEqual([
      'alarms',
      'features/alarms',
      'alerts/features',
    ]);
  });
});

it('every Vitest project and every test file is run by npm test', async () => {
  const vitest = await createVitest('test', { root: projectRoot, run: true, watch: false });
  const specifications = await vitest.globTestSpecifications();
  await vitest.close();
  const projects = vitest.projects.map(({ name }) => name);
  expect(projects.toSorted()).toEqual(testProjects().toSorted());
  const files = specifications.map(({ moduleId }) => moduleId.slice(projectRoot.length + 1));
  expect(files.toSorted()).toEqual(testFiles().toSorted());
});

it('only tests of the browser wait for a browser', () => {
  expect(testProjects().filter(needsBrowser)).toEqual(['e2e']);
  expect(testProjects().filter(needsBuild)).toEqual(['e2e', 'e2e-robustness']);
});
