import { createHmac } from 'node:crypto';
import pg from 'pg';
import type { DatabaseAddresses } from '../database/addresses.ts';
import { type Cluster, superuser } from './cluster.ts';
import type { Postmaster } from './postmaster.ts';

/** Any number, as long as every Kakehashi uses the same. */
const ownershipLock = 2_021_120_104;
/** Name of the portal's database and of the role that owns it. */
const ownerName = 'kakehashi';
/** Name of the role that the portal works as. */
const portalName = 'kakehashi_portal';

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

  /**
   * Makes the roles that own and use the portal's database, neither a superuser, and the database, unless they are
   * there. Of an installation in which all had one password they get their own.
   */
  async ensurePortalDatabase(password: string): Promise<void> {
    for (const role of [ownerName, portalName]) {
      const act = (await this.#exists('pg_roles', 'rolname', role)) ? 'alter' : 'create';
      const own = pg.escapeLiteral(passwordOf(role, password));
      await this.#client.query(
        `${act} role ${role} login nosuperuser nocreatedb nocreaterole password ${own}`,
      );
    }
    if (!(await this.#exists('pg_database', 'datname', ownerName)))
      await this.#client.query(`create database ${ownerName} owner ${ownerName}`);
  }

  async #exists(catalogue: 'pg_roles' | 'pg_database', column: string, name: string): Promise<boolean> {
    const { rowCount } = await this.#client.query(`select from ${catalogue} where ${column} = $1`, [name]);
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

/** Addresses of the portal's database, passwords included. */
export function portalAddresses({ password }: Cluster, server: Postmaster): DatabaseAddresses {
  const addressFor = (role: string) =>
    `postgresql://${role}:${passwordOf(role, password)}@127.0.0.1:${server.port}/${ownerName}`;
  return { owner: addressFor(ownerName), portal: addressFor(portalName) };
}

/** Each role's own, from which the superuser's cannot be told. */
function passwordOf(role: string, superuserPassword: string): string {
  return createHmac('sha256', superuserPassword).update(role).digest('base64url');
}
