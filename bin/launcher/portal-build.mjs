import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fileError, LaunchError } from './launch-error.mjs';
import { portalFolder, projectRoot } from './project.mjs';
import { inStaging } from './staging.mjs';
import { step } from './terminal.mjs';

const dist = join(portalFolder, 'dist');
/** Fingerprint of the sources that the build was made from. */
const stampFile = join(dist, 'sources.sha256');
const buildProgram = fileURLToPath(new URL('./vite-build.mjs', import.meta.url));

/** The built program of that name. @param {'main' | 'cli'} name */
export function builtProgram(name) {
  return join(dist, 'server', `${name}.js`);
}

/**
 * Makes sure that the build is as new as the sources.
 * @param {NodeJS.WriteStream} stream  to tell of a build on
 */
export async function ensureBuild(stream = process.stdout) {
  const fingerprint = sourceFingerprint();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === fingerprint) return;
  const label = { ja: '画面とサーバーを組み立てています', en: 'building the pages and the server' };
  try {
    await inStaging(async (staging) => {
      const built = join(staging, 'dist');
      await step(label, () => build(built), stream);
      writeFileSync(join(built, 'sources.sha256'), fingerprint);
      if (existsSync(dist)) renameSync(dist, join(staging, 'replaced'));
      renameSync(built, dist);
    });
  } catch (error) {
    throw fileError(error, portalFolder);
  }
}

/** Has the next `ensureBuild` build anew. */
export function forgetBuild() {
  rmSync(stampFile, { force: true });
}

/** Name, size and time of each source file: quick to take, and different after any edit or checkout. */
function sourceFingerprint() {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0]);
  for (const path of sourceFiles()) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function sourceFiles() {
  const packages = join(projectRoot, 'packages');
  const folders = [
    join(portalFolder, 'src'),
    ...readdirSync(packages).map((name) => join(packages, name, 'src')),
  ].filter(existsSync);
  return [
    join(projectRoot, 'package-lock.json'),
    join(portalFolder, 'vite.config.ts'),
    join(portalFolder, 'tsconfig.json'),
    ...folders.flatMap(filesBelow),
  ].filter(existsSync);
}

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesBelow(path);
      return /\.test\.tsx?$/.test(entry.name) ? [] : [path];
    })
    .sort();
}

async function build(folder) {
  const child = spawn(process.execPath, [buildProgram, folder], {
    cwd: portalFolder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  const status = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (status === 0) return;
  if (/ENOSPC/.test(output)) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
  process.stderr.write(`\n${output}\n`);
  throw new LaunchError({
    ja: '組み立てに失敗しました。上の誤りを直して、もう一度実行してください。',
    en: 'the build failed; mend the errors above and run this again',
  });
}
