/**
 * `npm run dev`: the portal, built and started anew after each change of a source, on a database that stays up
 * meanwhile. It keeps its data where `npm start` does; only one of them can run on it.
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
