/**
 * Real PostgreSQL for integration tests: one server for the run, one database for each test file, made by copying
 * a template that has the migrations applied.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startDatabaseServer } from '../src/platform/embedded-postgres/index.ts';
import { superuserUrl, type TestServer } from './database-names.ts';
import { copyTestCluster } from './test-cluster.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the server that the tests share. */
    databaseServer: TestServer;
  }
}

/** Vitest's global set-up; returns the tear-down. */
export default async function startTestServer(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kakehashi-test-'));
  await copyTestCluster(dataDir);
  const server = await startDatabaseServer({ dataDir, log: () => {}, durable: false });
  const { addresses } = server;
  project.provide('databaseServer', { ...addresses, superuser: superuserUrl(addresses.owner, dataDir) });
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
