import { setTimeout as delay } from 'node:timers/promises';
import type { DatabaseAddresses } from '../database/addresses.ts';
import { StartupError, type StartupText } from '../startup-error.ts';
import { type Cluster, openCluster } from './cluster.ts';
import { fileFailure } from './failures.ts';
import { Ownership, portalAddresses } from './ownership.ts';
import { findPostmaster, launchPostmaster, type Postmaster, stopPostmaster } from './postmaster.ts';

export interface DatabaseServer {
  /** Connection URLs including passwords; unchanged when the server restarts. */
  addresses: DatabaseAddresses;
  /** Stops the server and waits for its exit. A shared server is left running. */
  stop(): Promise<void>;
}

export interface DatabaseServerOptions {
  /** The cluster lies in `<dataDir>/postgres`. */
  dataDir: string;
  /** Called for each slow step. */
  log: (step: StartupText) => void;
  /** What to do if another Kakehashi runs the server: fail (default) or share it. */
  whenInUse?: 'refuse' | 'share';
  /** False trades durability for speed, for tests. */
  durable?: boolean;
}

/** Milliseconds to wait for a previous portal to finish stopping. */
const handoverTimeoutMs = 5_000;

/**
 * Runs PostgreSQL in the data directory: creates the cluster at the first start, takes over a server left by
 * a killed portal, and restarts the server if it dies.
 * @throws StartupError `database-in-use`, `database-version`, `database-failed`, `database-user-missing`,
 *   `database-not-supported`, `disk-full`, `data-dir-not-writable`
 */
export async function startDatabaseServer(options: DatabaseServerOptions): Promise<DatabaseServer> {
  const { dataDir, log, whenInUse = 'refuse', durable = true } = options;
  try {
    const cluster = await openCluster(dataDir, { durable, onCreate: () => log(creating) });
    const running = await takeOver(cluster, { durable, whenInUse, log, port: undefined });
    const addresses = portalAddresses(cluster, running.server);
    if (running.shared) return { addresses, stop: () => running.ownership.release() };
    await running.ownership.ensurePortalDatabase(cluster.password);
    const supervisor = new Supervisor(cluster, running, durable, log);
    return { addresses, stop: () => supervisor.stop() };
  } catch (error) {
    throw fileFailure(error, dataDir) ?? error;
  }
}

interface RunningServer {
  server: Postmaster;
  ownership: Ownership;
  /** True if another portal runs the server. */
  shared: boolean;
}

interface TakeOverOptions {
  durable: boolean;
  whenInUse: 'refuse' | 'share';
  log: (step: StartupText) => void;
  /** Port if the server has to be started; undefined: any free one. */
  port: number | undefined;
}

/** Finds or starts the server and claims the right to run it. */
async function takeOver(cluster: Cluster, options: TakeOverOptions): Promise<RunningServer> {
  const deadline = Date.now() + handoverTimeoutMs;
  for (let attempt = 1; ; attempt++) {
    const server = (await findPostmaster(cluster)) ?? (await launchPostmaster(cluster, options));
    const ownership = await Ownership.connect(cluster, server).catch((error) => {
      // The server may have stopped with its portal between finding and querying it.
      if (Date.now() > deadline) throw error;
    });
    if (ownership) {
      if (await ownership.claim().catch(() => false)) return { server, ownership, shared: false };
      if (options.whenInUse === 'share') return { server, ownership, shared: true };
      const holder = await ownership.holder().catch(() => undefined);
      await ownership.release();
      if (Date.now() > deadline) throw inUse(cluster, holder);
      if (attempt === 1) options.log(waitingForHandover);
    }
    await delay(100);
  }
}

/** Restarts the server if it dies, until stopped. */
class Supervisor {
  readonly #cluster: Cluster;
  readonly #durable: boolean;
  readonly #log: (step: StartupText) => void;
  readonly #port: number;
  #running: RunningServer;
  #stopping = false;
  #restart: Promise<void> = Promise.resolve();

  constructor(cluster: Cluster, running: RunningServer, durable: boolean, log: (step: StartupText) => void) {
    this.#cluster = cluster;
    this.#durable = durable;
    this.#log = log;
    this.#port = running.server.port;
    this.#running = running;
    this.#watch();
  }

  #watch(): void {
    this.#running.ownership.onLoss(() => {
      if (!this.#stopping) this.#restart = this.#startAgain();
    });
  }

  async #startAgain(): Promise<void> {
    this.#log(restarting);
    this.#running.server.dismissWatchdog();
    for (let pause = 100; !this.#stopping; pause = Math.min(pause * 2, 5_000)) {
      try {
        this.#running = await takeOver(this.#cluster, {
          durable: this.#durable,
          whenInUse: 'refuse',
          log: this.#log,
          port: this.#port,
        });
        this.#watch();
        return;
      } catch {
        await delay(pause, undefined, { ref: false });
      }
    }
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#restart;
    await this.#running.ownership.release();
    await stopPostmaster(this.#running.server);
  }
}

function inUse(cluster: Cluster, holder: number | undefined): StartupError {
  const by = holder ? ` (${holder})` : '';
  return new StartupError('database-in-use', {
    ja: `別の kakehashi${by} が ${cluster.folder} を使っています。それを止めるか、KAKEHASHI_DATA_DIR で別の場所を指定してください。`,
    en: `another kakehashi${by} is using ${cluster.folder}; stop it, or point KAKEHASHI_DATA_DIR elsewhere`,
  });
}

const creating: StartupText = {
  ja: 'データベースを作っています',
  en: 'creating the database',
};
const waitingForHandover: StartupText = {
  ja: '前の kakehashi が終わるのを待っています',
  en: 'waiting for the earlier kakehashi to finish',
};
const restarting: StartupText = {
  ja: 'データベースが止まったので、起動し直しています',
  en: 'the database stopped; starting it again',
};
