import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectRoot } from './project.mjs';
import { inStaging } from './staging.mjs';

const fileTimes = fileURLToPath(new URL('./file-times.mjs', import.meta.url));

/**
 * Runs Vitest, its output on the terminal.
 * @param {{ projects?: string[], files?: string[] }} selection  names of projects, paths of test files; all if empty
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{
 *   passed: number, failed: number, skipped: number, failures: string[],
 *   times: { file: string, milliseconds: number }[],
 * }>}
 */
export async function runVitest({ projects = [], files = [] }, env = process.env) {
  return await inStaging(async (staging) => {
    const report = join(staging, 'vitest.json');
    const timesFile = join(staging, 'times.json');
    const reporters = ['default', 'json', fileTimes].map((name) => `--reporter=${name}`);
    const selection = [...projects.map((project) => `--project=${project}`), ...files];
    const program = join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs');
    const args = ['run', ...reporters, `--outputFile.json=${report}`, ...selection];
    const child = spawn(process.execPath, [program, ...args], {
      cwd: projectRoot,
      env: { ...env, KAKEHASHI_FILE_TIMES: timesFile },
      stdio: 'inherit',
    });
    const status = await new Promise((resolve, reject) => child.on('error', reject).on('exit', resolve));
    return { ...tally(status, readReport(report)), times: readReport(timesFile) ?? [] };
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
 * @param {VitestReport | undefined} report
 * @returns {{ passed: number, failed: number, skipped: number, failures: string[] }} `failures` says of each
 *   failure where it is and what was said of it
 */
export function tally(status, report) {
  const files = report?.testResults ?? [];
  const results = files.flatMap((file) => file.assertionResults);
  const passed = results.filter((result) => result.status === 'passed').length;
  const failures = files.flatMap(failuresOf);
  const skipped = results.filter((result) => result.status !== 'passed' && result.status !== 'failed').length;
  if (status !== 0 && failures.length === 0) failures.push('an error outside of every test, printed above');
  return { passed, failed: failures.length, skipped, failures };
}

/** @param {VitestReport['testResults'][number]} file */
function failuresOf(file) {
  const place = relative(projectRoot, file.name);
  const failed = file.assertionResults.filter((result) => result.status === 'failed');
  if (failed.length === 0) return file.status === 'failed' ? [withReason(place, file.message)] : [];
  return failed.map((result) =>
    withReason(`${place} > ${result.fullName}`, result.failureMessages.join('\n')),
  );
}

const reasonLines = 12;

function withReason(place, reason) {
  const lines = reason.split('\n').filter((line) => line.trim() && !/node_modules|node:internal/.test(line));
  return [place, ...lines.slice(0, reasonLines).map((line) => `    ${line}`)].join('\n');
}

/**
 * What is read of the report that Vitest writes as JSON.
 * @typedef {{ testResults: {
 *   name: string, status: string, message: string,
 *   assertionResults: { status: string, fullName: string, failureMessages: string[] }[],
 * }[] }} VitestReport
 */
