/** `npm run imports`: who imports whom, by the rules of ARCHITECTURE.md. */
import { fileURLToPath } from 'node:url';
import { importChecks, runChecks } from './launcher/checks.mjs';
import { ensureDependencies } from './launcher/dependencies.mjs';
import { runCommand } from './launcher/launch-error.mjs';
import { ensureNode } from './launcher/node-runtime.mjs';

await runCommand(async () => {
  await ensureNode(fileURLToPath(import.meta.url));
  await ensureDependencies();
  const { failed } = await runChecks(importChecks());
  process.exitCode = failed > 0 ? 1 : 0;
});
