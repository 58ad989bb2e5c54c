import { createHmac } from 'node:crypto';
import pg from 'pg';
import type { DatabaseAddresses } from '../database/addresses.ts';
import { type Cluster, superuser } from './cluster.ts';
import type { Postmaster } from './postmaster.ts';

/** Advisory lock number; the same for every Kakehashi. */
const ownershipLock = 2_021_120_104;
/** Name of the portal's database and of the role that owns it. */
const ownerName = 'kakehashi';
/** Name of the role that the portal connects as. */
const portalName = 'kakehashi_portal';

/**
 * A connection holding the right to run a cluster's server. At most one portal holds it, and it ends with the
 * connection however the process dies, so no lock file can be left behind.
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
    // An error is followed by `end`, which is handled.
    client.on('error', () => {});
    await client.connect();
    return new Ownership(client);
  }

  /** Tries to acquire the right; true if it is held. */
  async claim(): Promise<boolean> {
    const { rows } = await this.#client.query('select pg_try_advisory_lock($1) as claimed', [ownershipLock]);
    return rows[0].claimed;
  }

  /** Process id of the portal that holds the right. */
  async holder(): Promise<number | undefined> {
    const { rows } = await this.#client.query(
      `select application_name from pg_locks join pg_stat_activity using (pid)
       where locktype = 'advisory' and granted and objid = $1`,
      [ownershipLock],
    );
    return Number(/^kakehashi (\d+)$/.exec(rows[0]?.application_name)?.[1]) || undefined;
  }

  /**
   * Creates the portal's database and the roles that own and use it, if missing; neither is a superuser.
   * Replaces the shared password of an older installation by one per role.
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

  /** Calls back when the connection, and with it the right, is lost. */
  onLoss(callback: () => void): void {
    this.#client.once('end', callback);
  }

  async release(): Promise<void> {
    await this.#client.end().catch(() => {});
  }
}

/** Connection URLs of the portal's database, including passwords. */
export function portalAddresses({ password }: Cluster, server: Postmaster): DatabaseAddresses {
  const addressFor = (role: string) =>
    `postgresql://${role}:${passwordOf(role, password)}@127.0.0.1:${server.port}/${ownerName}`;
  return { owner: addressFor(ownerName), portal: addressFor(portalName) };
}

/** A password per role, from which the superuser's cannot be derived. */
function passwordOf(role: string, superuserPassword: string): string {
  return createHmac('sha256', superuserPassword).update(role).digest('base64url');
}
