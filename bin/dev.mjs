/**
 * `npm run dev`: the portal, rebuilt and restarted after each change of a source; the database keeps running.
 * It uses the data directory of `npm start`; only one of the two can run at a time.
 */
import { fileURLToPath } from 'node:url';
import { ensureDependencies } from './launcher/dependencies.mjs';
import { runDevelopment } from './launcher/development.mjs';
import { runCommand } from './launcher/launch-error.mjs';
import { ensureNode } from './launcher/node-runtime.mjs';

await runCommand(async () => {
  await ensureNode(fileURLToPath(import.meta.url));
  await ensureDependencies();
  await runDevelopment();
});
