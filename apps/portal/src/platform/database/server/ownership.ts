import pg from 'pg';
import { type Cluster, superuser } from './cluster.ts';
import type { Postmaster } from './postmaster.ts';

/** Any number, as long as every Kakehashi uses the same. */
const ownershipLock = 2_021_120_104;
/** Name of the portal's role and of its database. */
const portalName = 'kakehashi';

/**
 * A connection that holds the right to run a cluster's server: at most one portal does, and the right ends with the
 * connection, however its holder dies. There is no lock file that could be left behind.
 */
export class Ownership {
  readonly #client: pg.Client;

  private constructor(client: pg.Client) {
    this.#client = client;
  }

  static async connect(cluster: Cluster, server: Postmaster): Promise<Ownership> {
    const client = new pg.Client({
      host: '127.0.0.1',
      port: server.port,
      user: superuser,
      password: cluster.password,
      database: 'postgres',
      application_name: `kakehashi ${process.pid}`,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
    });
    // An error is followed by `end`, which is acted on.
    client.on('error', () => {});
    await client.connect();
    return new Ownership(client);
  }

  /** Whether the right is ours now. */
  async claim(): Promise<boolean> {
    const { rows } = await this.#client.query('select pg_try_advisory_lock($1) as claimed', [ownershipLock]);
    return rows[0].claimed;
  }

  /** Process number of the portal that has the right. */
  async holder(): Promise<number | undefined> {
    const { rows } = await this.#client.query(
      `select application_name from pg_locks join pg_stat_activity using (pid)
       where locktype = 'advisory' and granted and objid = $1`,
      [ownershipLock],
    );
    return Number(/^kakehashi (\d+)$/.exec(rows[0]?.application_name)?.[1]) || undefined;
  }

  /** Makes the portal's role, which is no superuser, and its database, unless they are there. */
  async ensurePortalDatabase(password: string): Promise<void> {
    if (!(await this.#exists('pg_roles', 'rolname'))) {
      await this.#client.query(`create role ${portalName} login password ${pg.escapeLiteral(password)}`);
    }
    if (!(await this.#exists('pg_database', 'datname'))) {
      await this.#client.query(`create database ${portalName} owner ${portalName}`);
    }
  }

  async #exists(catalogue: 'pg_roles' | 'pg_database', column: string): Promise<boolean> {
    const { rowCount } = await this.#client.query(`select from ${catalogue} where ${column} = $1`, [
      portalName,
    ]);
    return rowCount === 1;
  }

  /** Calls back when the connection is gone, and with it the right. */
  onLoss(callback: () => void): void {
    this.#client.once('end', callback);
  }

  async release(): Promise<void> {
    await this.#client.end().catch(() => {});
  }
}

/** Address of the portal's database, password included. */
export function portalUrl(cluster: Cluster, server: Postmaster): string {
  return `postgresql://${portalName}:${cluster.password}@127.0.0.1:${server.port}/${portalName}`;
}
