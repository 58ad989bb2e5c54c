import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import pg from 'pg';
import { migrate } from '../../src/platform/database/migrate.ts';
import { organisation } from '../../src/platform/identity/schema.ts';
import { ownerOf } from '../test-database.ts';
import { note, notebook } from './schema.ts';

/** Adds the trial's tables to a test database as a migration would, and brings it to the newest schema. */
export async function addTrialTables(url: string): Promise<void> {
  const owner = ownerOf(url);
  const before = generateDrizzleJson({ organisation });
  const after = generateDrizzleJson({ organisation, notebook, note }, before.id);
  const client = new pg.Client(owner);
  await client.connect();
  try {
    for (const statement of await generateMigration(before, after)) await client.query(statement);
  } finally {
    await client.end();
  }
  await migrate({ owner, portal: url });
}
