import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project.mjs';
import { inStaging } from './staging.mjs';

/**
 * Runs Vitest, its output on the terminal.
 * @param {string[]} projects  patterns of the projects' names
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 */
export async function runVitest(projects, env = process.env) {
  return await inStaging(async (staging) => {
    const report = join(staging, 'vitest.json');
    const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const selection = projects.map((project) => `--project=${project}`);
    const program = join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs');
    const child = spawn(process.execPath, [program, ...args, ...selection], {
      cwd: projectRoot,
      env,
      stdio: 'inherit',
    });
    const status = await new Promise((resolve, reject) => child.on('error', reject).on('exit', resolve));
    return tally(status, readReport(report));
  });
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Counts the tests of a run. What failed outside a test counts as one failure: a file that could not be read, a
 * set-up that threw, an error that nobody caught.
 * @param {number | null} status  Vitest's exit code
 * @param {{ testResults: { status: string, assertionResults: { status: string }[] }[] } | undefined} report
 */
export function tally(status, report) {
  const files = report?.testResults ?? [];
  const results = files.flatMap((file) => file.assertionResults.map((result) => result.status));
  const passed = results.filter((result) => result === 'passed').length;
  const failed = results.filter((result) => result === 'failed').length;
  const brokenFiles = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((result) => result.status === 'failed'),
  ).length;
  const elsewhere = status !== 0 && failed + brokenFiles === 0 ? 1 : 0;
  return { passed, failed: failed + brokenFiles + elsewhere, skipped: results.length - passed - failed };
}
