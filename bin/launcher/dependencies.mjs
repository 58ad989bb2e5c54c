import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileError } from './launch-error.mjs';
import { npm } from './npm.mjs';
import { projectRoot, runtimeFolder } from './project.mjs';
import { step } from './terminal.mjs';

const lockFile = join(projectRoot, 'package-lock.json');
const modules = join(projectRoot, 'node_modules');
/** npm's record of what it installed, written when it is done. */
const record = join(modules, '.package-lock.json');
/** Hash of the lock file of the last complete `npm ci`. */
const installedLock = join(modules, '.installed-lock.sha256');
/** Touched while an installation runs; remains after one that was interrupted. */
const marker = join(runtimeFolder, 'installing-packages');
/** Milliseconds between two touches, and without a touch after which the marker is stale. */
const heartbeat = 1_000;
const silence = 10_000;

/**
 * Makes sure that the installed packages are those of package-lock.json.
 * @param {NodeJS.WriteStream} stream  to tell of the installation on
 */
export async function ensureDependencies(stream = process.stdout) {
  if (isInstalled()) return;
  await anotherInstallation(stream);
  if (isInstalled()) return;
  const label = { ja: 'パッケージを入れています (npm ci)', en: 'installing packages (npm ci)' };
  let touch;
  try {
    // npm looks at the lock, and may refuse it, before it removes what was there.
    if (existsSync(marker)) rmSync(modules, { recursive: true, force: true });
    mkdirSync(runtimeFolder, { recursive: true });
    writeFileSync(marker, '');
    touch = setInterval(() => utimesSync(marker, new Date(), new Date()), heartbeat);
    await step(label, () => npm(['ci'], projectRoot), stream);
    writeFileSync(installedLock, lockHash());
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

/** Whether everything npm recorded exists, and no installation was interrupted. */
function isWhole(recorded) {
  const paths = Object.keys(recorded);
  return (
    !existsSync(marker) && paths.length > 0 && paths.every((path) => existsSync(join(projectRoot, path)))
  );
}

/**
 * Whether what npm recorded is what the lock asks for. An optional package may be absent where it is for another
 * platform, or where npm could not get it when it installed this lock.
 */
function isCurrent(recorded) {
  const wanted = Object.entries(readPackages(lockFile)).filter(([path]) => path !== '');
  const absent = wanted.filter(([path]) => !recorded[path]).map(([, entry]) => entry);
  return (
    wanted.every(([path, { version }]) => !recorded[path] || recorded[path].version === version) &&
    absent.every(({ optional }) => optional) &&
    (wasInstalled() || !absent.some(isForThisPlatform))
  );
}

function wasInstalled() {
  return existsSync(installedLock) && readFileSync(installedLock, 'utf8') === lockHash();
}

function lockHash() {
  return createHash('sha256').update(readFileSync(lockFile)).digest('hex');
}

/** Whether an entry of the lock names platforms, and this one among them. */
function isForThisPlatform({ os, cpu, libc }) {
  if (!os || !cpu?.includes(process.arch) || !os.includes(process.platform)) return false;
  return !libc || libc.includes(cLibrary());
}

function cLibrary() {
  process.report.excludeNetwork = true;
  return process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
}

function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
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
