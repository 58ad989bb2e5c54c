import { existsSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileError } from './launch-error.mjs';
import { npm } from './npm.mjs';
import { projectRoot, runtimeFolder } from './project.mjs';
import { step } from './terminal.mjs';

const modules = join(projectRoot, 'node_modules');
/** npm's record of what it installed, written when it is done. */
const record = join(modules, '.package-lock.json');
/** Touched while an installation runs; left over where one was cut short. */
const marker = join(runtimeFolder, 'installing-packages');
/** Milliseconds between two touches, and after which an untouched marker belongs to nobody. */
const heartbeat = 1_000;
const silence = 10_000;

/**
 * Makes sure that the installed packages are those of package-lock.json. `npm ci` is of no use here: it wants the
 * lock to name the optional packages of every platform, which a registry that mirrors only some cannot give it.
 * @param {NodeJS.WriteStream} stream  to tell of the installation on
 */
export async function ensureDependencies(stream = process.stdout) {
  if (isInstalled()) return;
  await anotherInstallation(stream);
  if (isInstalled()) return;
  const label = { ja: 'パッケージを入れています (npm install)', en: 'installing packages (npm install)' };
  let touch;
  try {
    // npm takes a package that it was unpacking when it was killed for one that is there,
    if (existsSync(marker) || !existsSync(record)) rmSync(modules, { recursive: true, force: true });
    // and one that was removed since, unless it has to look for itself.
    rmSync(record, { force: true });
    mkdirSync(runtimeFolder, { recursive: true });
    writeFileSync(marker, '');
    touch = setInterval(() => utimesSync(marker, new Date(), new Date()), heartbeat);
    await step(label, () => npm(['install', '--no-save'], projectRoot), stream);
    rmSync(marker);
  } catch (error) {
    throw fileError(error, projectRoot);
  } finally {
    clearInterval(touch);
  }
}

function isInstalled() {
  const recorded = readPackages(record);
  return isWhole(recorded) && isCurrent(recorded);
}

/** Whether all that npm recorded is there, and no installation was cut short. */
function isWhole(recorded) {
  const paths = Object.keys(recorded);
  return (
    !existsSync(marker) && paths.length > 0 && paths.every((path) => existsSync(join(projectRoot, path)))
  );
}

/** Whether what npm recorded is what the lock asks for; a package for another platform is rightly absent. */
function isCurrent(recorded) {
  const wanted = Object.entries(readPackages(join(projectRoot, 'package-lock.json')));
  return wanted.every(([path, { version, optional }]) => {
    if (path === '') return true;
    return recorded[path] ? recorded[path].version === version : Boolean(optional);
  });
}

function readPackages(lockFile) {
  return existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, 'utf8')).packages : {};
}

/** Returns when no other process is installing. */
async function anotherInstallation(stream) {
  if (!isBeingTouched()) return;
  const label = { ja: '別の導入が終わるのを待っています', en: 'waiting for another installation to finish' };
  const end = async () => {
    while (isBeingTouched()) await delay(200);
  };
  await step(label, end, stream);
}

function isBeingTouched() {
  const touched = statSync(marker, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return Date.now() - touched < silence;
}
