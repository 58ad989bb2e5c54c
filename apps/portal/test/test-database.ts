import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { administrationUrl, databaseUrl, templateDatabase } from './database-names.ts';

/**
 * Makes a database that only the calling test uses, at the newest schema and without content.
 * @returns its address; the database goes with the test server
 */
export async function createTestDatabase(): Promise<string> {
  const server = inject('databaseServer');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const administration = new pg.Client(administrationUrl(server));
  await administration.connect();
  try {
    await administration.query(`create database ${name} template ${templateDatabase} owner kakehashi`);
  } finally {
    await administration.end();
  }
  return databaseUrl(server, name);
}
