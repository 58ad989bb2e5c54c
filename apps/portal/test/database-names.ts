import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseAddresses } from '../src/platform/database/addresses.ts';

/** Addresses of a database server by role. */
export interface TestServer extends DatabaseAddresses {
  /** May make databases. */
  superuser: string;
}

/** Name of the database that test databases are copies of. */
export const templateDatabase = 'portal_template';

/** The same server and role, another database. */
export function databaseUrl(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** The server as its superuser, whose password the cluster keeps. */
export function superuserUrl(serverUrl: string, dataDir: string): string {
  const password = readFileSync(join(dataDir, 'postgres', 'password'), 'utf8').trim();
  return Object.assign(new URL(databaseUrl(serverUrl, 'postgres')), { username: 'postgres', password }).href;
}

/** The same database, whatever the way to it, for the role of another address. */
export function asRoleOf(address: string, url: string): string {
  const { username, password } = new URL(address);
  return Object.assign(new URL(url), { username, password }).href;
}

/** Database with the sample content published, copied by the tests that want it. */
export const contentDatabase = 'kakehashi_content';
