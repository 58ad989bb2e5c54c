import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { projectRoot } from './project.mjs';

/**
 * What is checked without running the product: types, style, who imports whom, unused code.
 * @returns {{ name: string, program: string, args: string[] }[]}
 */
export function staticChecks() {
  return [
    ...typeProjects().map((config) => ({
      name: `types of ${relative(projectRoot, dirname(config))}`,
      program: 'tsc',
      args: ['-p', config],
    })),
    { name: 'style (Biome)', program: 'biome', args: ['ci', '--error-on-warnings', '--colors=off', '.'] },
    {
      name: 'who imports whom (dependency-cruiser)',
      program: 'depcruise',
      args: ['--config', '.dependency-cruiser.cjs', 'packages', 'apps', 'bin'],
    },
    { name: 'unused code (knip)', program: 'knip', args: ['--no-progress'] },
  ];
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
 * @param {ReturnType<typeof staticChecks>} checks
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
  const child = spawn(process.execPath, [join(projectRoot, 'node_modules', '.bin', program), ...args], {
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
