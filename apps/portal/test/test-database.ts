import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { findProjectRoot } from '../src/platform/config/project-root.ts';
import { loadSiteContent } from '../src/platform/content/site-content.ts';
import { registerKinds } from '../src/portal.ts';
import { asRoleOf, contentDatabase, databaseUrl, templateDatabase } from './database-names.ts';

/** Any number: only one test file makes the template with the content. */
const contentLock = 5_110_203;

/**
 * Makes a database that only the calling test uses, at the newest schema.
 * @param contents  `empty`; `sample`: with the sample content published; `nothing`: without even a schema
 * @param tablespace  where it lies on the disk
 * @returns its address, for the role that a portal works as; the database goes with the test server
 */
export async function createTestDatabase(
  contents: 'nothing' | 'empty' | 'sample' = 'empty',
  tablespace = 'pg_default',
): Promise<string> {
  const server = inject('databaseServer');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const administration = new pg.Client(server.superuser);
  await administration.connect();
  try {
    if (contents === 'sample') await ensureContentTemplate(administration, server.portal);
    const template = { nothing: 'template0', empty: templateDatabase, sample: contentDatabase }[contents];
    await administration.query(
      `create database ${name} template ${template} owner kakehashi tablespace ${tablespace}`,
    );
  } finally {
    await administration.end();
  }
  return databaseUrl(server.portal, name);
}

/** The same test database, for the role that owns its tables: for tests that change them. */
export function ownerOf(url: string): string {
  return asRoleOf(inject('databaseServer').owner, url);
}

/** Publishing the sample content takes seconds, so it is done once a run, by the first test that needs it. */
async function ensureContentTemplate(administration: pg.Client, server: string): Promise<void> {
  await administration.query('select pg_advisory_lock($1)', [contentLock]);
  const known = await administration.query('select from pg_database where datname = $1', [contentDatabase]);
  if (known.rowCount === 0) {
    const making = `${contentDatabase}_making`;
    await administration.query(`drop database if exists ${making}`);
    await administration.query(`create database ${making} template ${templateDatabase} owner kakehashi`);
    const folder = join(findProjectRoot(), 'content');
    await loadSiteContent(folder, {
      databaseUrl: databaseUrl(server, making),
      kinds: registerKinds(),
      report: () => {},
    });
    await administration.query(`alter database ${making} rename to ${contentDatabase}`);
  }
  await administration.query('select pg_advisory_unlock($1)', [contentLock]);
}
