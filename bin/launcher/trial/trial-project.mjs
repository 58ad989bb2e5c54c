import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import viteConfig from '../../../apps/portal/vite.config.ts';
import { projectRoot } from '../project.mjs';

const { client, ssr } = viteConfig.environments;
/** What the portal's client and its server are built from. @type {string[]} */
const inputs = [...client.build.rolldownOptions.input, ...Object.values(ssr.build.rolldownOptions.input)];

/** A small copy of a clone: the real launcher and build, with stubs for the portal and the command. */
export class TrialProject {
  constructor() {
    this.root = mkdtempSync(join(tmpdir(), 'kakehashi-trial-'));
    this.portal = join(this.root, 'apps', 'portal');
    this.children = [];
    for (const name of ['bin', 'package.json']) {
      cpSync(join(projectRoot, name), join(this.root, name), { recursive: true });
    }
    this.#lendPackages();
    mkdirSync(join(this.root, 'packages'));
    for (const input of inputs) this.write(input, input.endsWith('.css') ? 'body { color: black; }\n' : '');
    this.#place('src/main.ts', join(projectRoot, 'bin', 'launcher', 'trial', 'main.ts'));
    this.#place('src/cli/main.ts', join(projectRoot, 'bin', 'launcher', 'trial', 'cli.ts'));
    this.#place('vite.config.ts', join(projectRoot, 'apps', 'portal', 'vite.config.ts'));
  }

  /** The project's packages, as links, under a lock and npm's record of the one that the build starts with. */
  #lendPackages() {
    const modules = join(this.root, 'node_modules');
    mkdirSync(modules);
    for (const name of readdirSync(join(projectRoot, 'node_modules'))) {
      if (name !== '.package-lock.json')
        symlinkSync(join(projectRoot, 'node_modules', name), join(modules, name));
    }
    const lock = JSON.stringify({ packages: { 'node_modules/vite': { version: '8.0.0' } } });
    writeFileSync(join(this.root, 'package-lock.json'), lock);
    writeFileSync(join(modules, '.package-lock.json'), lock);
  }

  #place(path, original) {
    cpSync(original, join(this.portal, path), { recursive: true });
  }

  /** Writes a source file of the trial's portal. */
  write(path, text) {
    const file = join(this.portal, path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
  }

  /** Puts our own Node where the launcher installs Node 24, so that nothing is downloaded. */
  haveRuntime() {
    const folder = join(this.root, '.runtime', 'node_modules', 'node', 'bin');
    mkdirSync(folder, { recursive: true });
    symlinkSync(process.execPath, join(folder, 'node'));
  }

  /** Runs a program in the trial, in a process group of its own. */
  run(program, args, env = {}) {
    const child = spawn(program, args, {
      cwd: this.root,
      env: { ...withoutNpm(process.env), LANG: 'C', ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true,
    });
    this.children.push(child);
    return child;
  }

  remove() {
    for (const child of this.children) {
      if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGKILL');
    }
    rmSync(this.root, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The environment without the variables of npm and Vitest, with this Node first on the path. */
function withoutNpm(env) {
  const plain = Object.entries(env).filter(([name]) => !/^(npm_|VITEST|NODE_ENV$|LC_)/.test(name));
  return { ...Object.fromEntries(plain), PATH: [join(process.execPath, '..'), env.PATH].join(delimiter) };
}

/** All that a process prints, and its exit code, once it has ended. */
export async function ending(child) {
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  const [code, signal] = await new Promise((resolve) => child.on('close', (...how) => resolve(how)));
  return { code, signal, stdout, stderr };
}

/** Returns when the process has printed a line that begins so. */
export async function firstLine(child, beginning) {
  for await (const line of createInterface(child.stdout)) if (line.startsWith(beginning)) return;
  throw new Error(`ended without printing "${beginning}"`);
}

/** The port that the portal's stub reports; throws if it exits without one. */
export async function portOf(child) {
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    complaints += text;
  });
  for await (const line of createInterface(child.stdout)) {
    const port = /^listening (\d+)$/.exec(line)?.[1];
    if (port) return Number(port);
  }
  throw new Error(`ended without listening: ${complaints}`);
}
