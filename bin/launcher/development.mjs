import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { toStandIn } from './from-launcher.mjs';
import { LaunchError } from './launch-error.mjs';
import { builtProgram, forgetBuild } from './portal-build.mjs';
import { portalFolder, projectRoot } from './project.mjs';
import { print } from './terminal.mjs';

const endWithParent = new URL('./end-with-parent.mjs', import.meta.url).href;

/** Runs the portal from its sources until a signal ends it. */
export async function runDevelopment() {
  const end = untilSignalled();
  const database = process.env.DATABASE_URL ? undefined : await startDatabase();
  const portal = new RestartedPortal({
    ...process.env,
    ...(database && {
      DATABASE_URL: database.addresses.portal,
      KAKEHASHI_OWNER_DATABASE_URL: database.addresses.owner,
    }),
  });
  try {
    // Builds here are incomplete between two changes: the next `npm start` builds again.
    forgetBuild();
    print({ ja: '画面とサーバーを組み立てています', en: 'building the pages and the server' });
    const builds = await watchSources({ built: () => portal.restart() });
    await end;
    await Promise.all(builds.map((build) => build.close()));
  } finally {
    await portal.stop();
    await database?.stop();
  }
  process.exit();
}

function untilSignalled() {
  return new Promise((resolve) => {
    // Ctrl-C is sent to the portal as well; this waits for the portal and the database.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, resolve);
  });
}

/** The portal's own PostgreSQL, as its sources start it. */
async function startDatabase() {
  const source = (path) => import(pathToFileURL(join(portalFolder, 'src', 'platform', path)).href);
  const { startDatabaseServer } = await source('embedded-postgres/index.ts');
  const { readConfig } = await source('config/index.ts');
  const { StartupError } = await source('startup-error.ts');
  try {
    const { dataDir } = readConfig(process.env, projectRoot);
    return await startDatabaseServer({ dataDir, log: print });
  } catch (error) {
    throw error instanceof StartupError ? new LaunchError(error.text) : error;
  }
}

/**
 * Builds the server and the client, and again after each change.
 * @param {{ built: () => void }} handlers  `built` is told when neither is being built any more and both are whole
 * @returns {Promise<{ close(): Promise<void> }[]>}
 */
async function watchSources({ built }) {
  const { createBuilder } = await import('vite');
  const environment = { build: { watch: {}, emptyOutDir: false } };
  const builder = await createBuilder({
    root: portalFolder,
    logLevel: 'warn',
    environments: { client: environment, ssr: environment },
  });
  const states = new Map();
  return await Promise.all(
    Object.values(builder.environments).map(async (part) => {
      states.set(part.name, 'building');
      const watcher = await builder.build(part);
      watcher.on('event', async (event) => {
        if (event.code === 'START') states.set(part.name, 'building');
        if (event.code === 'BUNDLE_END') await event.result.close();
        if (event.code === 'ERROR') {
          states.set(part.name, 'failed');
          print({
            ja: '組み立てに失敗しました。直して保存すると、もう一度組み立てます。',
            en: 'the build failed; it is tried again when a source is saved',
          });
        }
        if (event.code !== 'END' || states.get(part.name) === 'failed') return;
        states.set(part.name, 'whole');
        if ([...states.values()].every((state) => state === 'whole')) built();
      });
      return watcher;
    }),
  );
}

/** One portal at a time, the newest build. */
class RestartedPortal {
  #env;
  /** Resolves when the last requested restart is done. @type {Promise<void>} */
  #turn = Promise.resolve();
  /** @type {import('node:child_process').ChildProcess | undefined} */
  #running;

  constructor(env) {
    // A line for each request would hide what the build says.
    this.#env = { LOG_LEVEL: 'warn', ...env, ...toStandIn() };
  }

  restart() {
    this.#turn = this.#turn.then(async () => {
      await this.#end();
      this.#running = spawn(process.execPath, ['--import', endWithParent, builtProgram('main')], {
        cwd: projectRoot,
        env: this.#env,
        stdio: 'inherit',
      });
    });
  }

  async stop() {
    await this.#turn;
    await this.#end();
  }

  async #end() {
    const portal = this.#running;
    if (!portal || portal.exitCode !== null || portal.signalCode !== null) return;
    portal.kill('SIGTERM');
    await once(portal, 'exit');
  }
}
