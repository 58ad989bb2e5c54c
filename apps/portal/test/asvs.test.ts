import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findProjectRoot } from '../src/platform/config/project-root.ts';

/** Requirements of ASVS 5.0.0 at levels 1 and 2, by section: 70 and 183. */
const atLevelsOneAndTwo = `
  1.1.1-2 1.2.1-9 1.3.1-11 1.4.1-3 1.5.1-2 2.1.1-3 2.2.1-3 2.3.1-4 2.4.1 3.2.1-2 3.3.1-4 3.4.1-6
  3.5.1-5 3.7.1-2 4.1.1-3 4.2.1 4.3.1-2 4.4.1-4 5.1.1 5.2.1-3 5.3.1-2 5.4.1-3 6.1.1-3 6.2.1-12 6.3.1-4
  6.4.1-4 6.5.1-5 6.6.1-3 6.8.1-4 7.1.1-3 7.2.1-4 7.3.1-2 7.4.1-5 7.5.1-2 7.6.1-2 8.1.1-2 8.2.1-3
  8.3.1 8.4.1 9.1.1-3 9.2.1-4 10.1.1-2 10.2.1-2 10.3.1-4 10.4.1-11 10.5.1-5 10.6.1-2 10.7.1-3 11.1.1-2
  11.2.1-3 11.3.1-3 11.4.1-4 11.5.1 11.6.1 12.1.1-3 12.2.1-2 12.3.1-4 13.1.1 13.2.1-5 13.3.1-2
  13.4.1-5 14.1.1-2 14.2.1-4 14.3.1-3 15.1.1-3 15.2.1-3 15.3.1-7 16.1.1 16.2.1-5 16.3.1-4 16.4.1-3
  16.5.1-3 17.1.1 17.2.1-4 17.3.1-2
`;

const root = findProjectRoot();
const table = readFileSync(join(root, 'docs/security/asvs.md'), 'utf8');
const rows = [...table.matchAll(/^\| (\d+\.\d+\.\d+) \| (.+?) \| ([a-z ]+?) \| (.+) \|$/gm)].map(
  ([, number = '', asked = '', state = '', where = '']) => ({ number, asked, state, where }),
);

it('the table of ASVS has each requirement of levels 1 and 2 once, in order', () => {
  const wanted = atLevelsOneAndTwo.trim().split(/\s+/).flatMap(numbersOf);
  expect(wanted).toHaveLength(253);
  expect(rows.map(({ number }) => number)).toEqual(wanted);
});

it('each state is one of four, and the table counts them right', () => {
  const states = ['met', 'partly', 'not', 'not applicable'];
  const counts = states.map((state) => rows.filter((row) => row.state === state).length);
  expect(counts.reduce((sum, count) => sum + count)).toBe(rows.length);
  expect(table).toContain(`| ${counts.join(' | ')} |`);
});

it('every file that the table names is there, and what is met names one', () => {
  const named = rows.map(({ number, state, where }) => ({
    number,
    state,
    paths: [...where.matchAll(/`([\w./-]+\.(?:ts|tsx|mjs|md|json|yaml)|Dockerfile)`/g)].map(
      ([, path = '']) => path,
    ),
  }));
  const places = ['apps/portal/src', 'apps/portal', '.'];
  const missing = named.flatMap(({ number, paths }) =>
    paths
      .filter((path) => !places.some((place) => existsSync(join(root, place, path))))
      .map((path) => `${number}: ${path}`),
  );
  expect(missing).toEqual([]);
  const bare = named.filter(({ state, paths }) => state === 'met' && paths.length === 0);
  expect(bare.map(({ number }) => number)).toEqual([]);
});

/** `1.2.1-3,5` is 1.2.1, 1.2.2, 1.2.3 and 1.2.5. */
function numbersOf(section: string): string[] {
  const [, prefix = '', ranges = ''] = /^(\d+\.\d+)\.(.+)$/.exec(section) ?? [];
  return ranges.split(',').flatMap((range) => {
    const [first = 0, last = first] = range.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, at) => `${prefix}.${first + at}`);
  });
}
