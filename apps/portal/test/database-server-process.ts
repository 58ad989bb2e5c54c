/**
 * A portal reduced to its database server, for tests that kill it: prints `ready <address>` and stops in good order
 * at SIGINT, after asking the server for one last answer.
 * Run as `node database-server-process.ts DATA_DIR`.
 */
import pg from 'pg';
import { startDatabaseServer } from '../src/platform/embedded-postgres/index.ts';
import { StartupError } from '../src/platform/startup-error.ts';

const dataDir = process.argv[2] ?? '';
try {
  const server = await startDatabaseServer({ dataDir, log: (step) => console.log(`step ${step.en}`) });
  const keepAlive = setInterval(() => {}, 1_000_000);
  process.once('SIGINT', async () => {
    clearInterval(keepAlive);
    const client = new pg.Client(server.addresses.owner);
    await client.connect();
    console.log('answered', (await client.query('select 40 + 2 as answer')).rows[0].answer);
    await client.end();
    await server.stop();
    console.log('stopped');
  });
  console.log('ready', server.addresses.owner);
} catch (error) {
  console.log('failed', error instanceof StartupError ? error.code : error);
  process.exitCode = 1;
}
