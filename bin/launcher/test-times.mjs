import { relative } from 'node:path';
import { projectRoot } from './project.mjs';

const slowestShown = 10;

/**
 * Prints what a run of the tests took.
 * @param {{ name: string, seconds: number | undefined }[]} parts  with their processor time, where the system tells it
 * @param {{ file: string, milliseconds: number }[]} files  test files, with their time by the clock
 */
export function printTimes(parts, files) {
  const known = parts.filter(({ seconds }) => seconds !== undefined);
  if (known.length > 0) {
    console.log('\nProcessor time by part:');
    const all = { name: 'in all', seconds: known.reduce((sum, { seconds }) => sum + seconds, 0) };
    for (const { name, seconds } of known.length > 1 ? [...known, all] : known)
      console.log(`${(seconds / 60).toFixed(2).padStart(7)} min  ${name}`);
  }
  const slowest = files.toSorted((a, b) => b.milliseconds - a.milliseconds).slice(0, slowestShown);
  if (slowest.length === 0) return;
  console.log(`\nSlowest files, by the clock:`);
  for (const { file, milliseconds } of slowest)
    console.log(`${(milliseconds / 1_000).toFixed(1).padStart(7)} s    ${relative(projectRoot, file)}`);
  console.log('');
}
