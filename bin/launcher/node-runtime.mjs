import { spawnSync } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { ensureDependencies } from './dependencies.mjs';
import { fileError, LaunchError } from './launch-error.mjs';
import { npm } from './npm.mjs';
import { watchParent } from './parent-watch.mjs';
import { runtimeFolder } from './project.mjs';
import { inStaging } from './staging.mjs';
import { runInstead } from './stand-in.mjs';
import { step } from './terminal.mjs';

/** Major version of Node that the project runs on. */
const neededMajor = 24;

/**
 * Makes sure that the script goes on under Node 24. Where this Node is older, Node 24 is installed from npm once,
 * the script is run by it, and this process ends with it: the call does not return.
 * @param {string} script  path of the running script
 * @param {NodeJS.WriteStream} stream  to tell of a download on
 */
export async function ensureNode(script, stream = process.stdout) {
  watchParent();
  if (Number(process.versions.node.split('.')[0]) >= neededMajor) return;
  const node = installedNode() ?? (await installBoth(stream));
  const path = `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`;
  await runInstead(node, [script, ...process.argv.slice(2)], { ...process.env, PATH: path });
}

/**
 * npm's package `node` fetches the program in an install script, which npm may block; the program itself is in a
 * package of its own for each platform, which needs no script.
 */
function platformPackage() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const prefix = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  return `${prefix}-${system}-${process.arch}`;
}

function installedNode(folder = runtimeFolder) {
  const modules = join(folder, 'node_modules');
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  return [platformPackage(), 'node'].map((owner) => join(modules, owner, 'bin', name)).find(existsSync);
}

/** Installs Node and, as they will be needed next, the packages; each waits for the network and the disk by itself. */
async function installBoth(stream) {
  const [node, packages] = await Promise.allSettled([installNode(stream), ensureDependencies(stream)]);
  for (const { reason } of [node, packages]) if (reason) throw reason;
  return node.value;
}

async function installNode(stream) {
  const label = {
    ja: `Node.js ${neededMajor} を入れています (この Node.js は ${process.versions.node})`,
    en: `installing Node.js ${neededMajor} (this one is ${process.versions.node})`,
  };
  try {
    await inStaging(async (staging) => {
      const install = ['install', `${platformPackage()}@${neededMajor}`, '--prefix', staging];
      const bare = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund'];
      await step(label, () => npm([...install, ...bare], staging), stream);
      requireRunning(installedNode(staging));
      if (installedNode()) return;
      const modules = join(runtimeFolder, 'node_modules');
      rmSync(modules, { recursive: true, force: true });
      renameSync(join(staging, 'node_modules'), modules);
    });
  } catch (error) {
    throw fileError(error, runtimeFolder);
  }
  return installedNode();
}

/** npm's Node is built for the usual C library; on another (Alpine) it is there but does not run. */
function requireRunning(node) {
  if (node && spawnSync(node, ['--version']).status === 0) return;
  throw new LaunchError({
    ja: `npm の Node.js ${neededMajor} はこの環境では動きません。Node.js ${neededMajor} 以上を入れてください。`,
    en: `the Node.js ${neededMajor} from npm does not run on this machine; install Node.js ${neededMajor} or newer`,
  });
}
