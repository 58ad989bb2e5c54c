import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileError } from './launch-error.mjs';
import { npm } from './npm.mjs';
import { isRunning } from './process.mjs';
import { projectRoot, runtimeFolder } from './project.mjs';
import { step } from './terminal.mjs';

const modules = join(projectRoot, 'node_modules');
/** npm's record of what it installed, written when it is done. */
const record = join(modules, '.package-lock.json');
/** Holds the process number of an installation; left over where one was cut short. */
const marker = join(runtimeFolder, 'installing-packages');

/**
 * Makes sure that the installed packages are those of package-lock.json. `npm ci` is of no use here: it wants the
 * lock to name the optional packages of every platform, which a registry that mirrors only some cannot give it.
 * @param {NodeJS.WriteStream} stream  to tell of the installation on
 */
export async function ensureDependencies(stream = process.stdout) {
  if (areInstalled() && !existsSync(marker)) return;
  await anotherInstallation(stream);
  if (areInstalled() && !existsSync(marker)) return;
  const label = { ja: 'パッケージを入れています (npm install)', en: 'installing packages (npm install)' };
  try {
    // npm takes a package that it was unpacking when it was killed for one that is there.
    if (existsSync(marker) || !existsSync(record)) rmSync(modules, { recursive: true, force: true });
    mkdirSync(runtimeFolder, { recursive: true });
    writeFileSync(marker, String(process.pid));
    await step(label, () => npm(['install', '--no-save'], projectRoot), stream);
    rmSync(marker);
  } catch (error) {
    throw fileError(error, projectRoot);
  }
}

function areInstalled() {
  const wanted = readPackages(join(projectRoot, 'package-lock.json'));
  const installed = readPackages(record);
  return Object.entries(wanted).every(([path, entry]) => path === '' || isInstalled(entry, installed[path]));
}

/** A package for another platform is rightly absent. */
function isInstalled(wanted, installed) {
  return installed ? installed.version === wanted.version : Boolean(wanted.optional);
}

function readPackages(lockFile) {
  return existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, 'utf8')).packages : {};
}

/** Returns when no other process is installing. */
async function anotherInstallation(stream) {
  const owner = () => (existsSync(marker) ? Number(readFileSync(marker, 'utf8')) : 0);
  if (!owner() || !isRunning(owner())) return;
  const label = { ja: '別の導入が終わるのを待っています', en: 'waiting for another installation to finish' };
  const wait = async () => {
    while (owner() && isRunning(owner())) await delay(200);
  };
  await step(label, wait, stream);
}
