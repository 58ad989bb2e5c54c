import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.mjs';
import { projectRoot } from './project.mjs';
import { step } from './terminal.mjs';

/**
 * Makes sure that the installed packages are those of package-lock.json. `npm ci` is of no use here: it wants the
 * lock to name the optional packages of every platform, which a registry that mirrors only some cannot give it.
 * @param {NodeJS.WriteStream} stream  to tell of the installation on
 */
export async function ensureDependencies(stream = process.stdout) {
  if (areInstalled()) return;
  const label = { ja: 'パッケージを入れています (npm install)', en: 'installing packages (npm install)' };
  await step(label, () => npm(['install', '--no-save'], projectRoot), stream);
}

function areInstalled() {
  const wanted = readPackages(join(projectRoot, 'package-lock.json'));
  const installed = readPackages(join(projectRoot, 'node_modules', '.package-lock.json'));
  return Object.entries(wanted).every(([path, entry]) => path === '' || isInstalled(entry, installed[path]));
}

/** A package for another platform is rightly absent. */
function isInstalled(wanted, installed) {
  return installed ? installed.version === wanted.version : Boolean(wanted.optional);
}

function readPackages(lockFile) {
  return existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, 'utf8')).packages : {};
}
