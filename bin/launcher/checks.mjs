import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { projectRoot } from './project.mjs';

/**
 * A program of a package with its arguments.
 * @typedef {{ name: string, program: string, args: string[] }} Check
 */

/**
 * What is checked without running the product: types, style, who imports whom, unused code.
 * @returns {Check[]}
 */
export function staticChecks() {
  return [
    ...typeChecks(),
    {
      name: 'style (Biome)',
      program: '.bin/biome',
      args: ['ci', '--error-on-warnings', '--colors=off', '.'],
    },
    ...importChecks(),
    unusedCheck,
  ];
}

/**
 * Who may import whom.
 * @returns {Check[]}
 */
export function importChecks() {
  return [
    {
      name: 'who imports whom (dependency-cruiser)',
      program: '.bin/depcruise',
      args: ['--config', '.dependency-cruiser.cjs', 'packages', 'apps', 'bin'],
    },
    {
      name: 'what pages reach (dependency-cruiser)',
      program: '.bin/depcruise',
      args: ['--config', 'bin/lint/pages.cjs', 'apps/portal/src'],
    },
  ];
}

/** Code, exports and dependencies that nothing uses. @type {Check} */
export const unusedCheck = { name: 'unused code (knip)', program: '.bin/knip', args: ['--no-progress'] };

/**
 * The types of every part of the project, checked incrementally. One checker each: several share fewer types
 * and use more processor time.
 * @returns {Check[]}
 */
export function typeChecks() {
  return typeProjects().map((config) => {
    const part = relative(projectRoot, dirname(config));
    const kept = join(
      projectRoot,
      'node_modules',
      '.cache',
      'types',
      `${part.replaceAll('/', '-')}.tsbuildinfo`,
    );
    return {
      name: `types of ${part}`,
      // TypeScript 7; the package `typescript` is the 6 that dependency-cruiser parses with.
      program: 'typescript-7/bin/tsc',
      args: ['-p', config, '--checkers', '1', '--incremental', '--tsBuildInfoFile', kept],
    };
  });
}

/** Every tsconfig.json of the project's own. */
function typeProjects(folder = projectRoot) {
  const here = join(folder, 'tsconfig.json');
  const below = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^(\.|node_modules$|dist$)/.test(entry.name))
    .flatMap((entry) => typeProjects(join(folder, entry.name)));
  return existsSync(here) ? [here, ...below] : below;
}

/**
 * Runs the checks, as many at once as there are processors, and prints a line for each as it ends, with the
 * check's own output where it failed.
 * @param {Check[]} checks
 * @returns {Promise<{ passed: number, failed: number, failures: string[] }>} `failures` names what failed
 */
export async function runChecks(checks) {
  const waiting = [...checks];
  const failures = [];
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const began = Date.now();
      const { status, output } = await run(check);
      const seconds = ((Date.now() - began) / 1_000).toFixed(1);
      console.log(` ${status === 0 ? '✓' : '✗'} ${check.name} ${seconds} s`);
      if (status === 0) continue;
      failures.push(check.name);
      console.log(output.trimEnd());
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return { passed: checks.length - failures.length, failed: failures.length, failures };
}

async function run({ program, args }) {
  const child = spawn(process.execPath, [join(projectRoot, 'node_modules', program), ...args], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  const status = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  return { status, output };
}
