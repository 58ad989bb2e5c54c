/** `npm run typecheck`: the types of every part of the project. */
import { fileURLToPath } from 'node:url';
import { runChecks, typeChecks } from './launcher/checks.mjs';
import { ensureDependencies } from './launcher/dependencies.mjs';
import { runCommand } from './launcher/launch-error.mjs';
import { ensureNode } from './launcher/node-runtime.mjs';

await runCommand(async () => {
  await ensureNode(fileURLToPath(import.meta.url));
  await ensureDependencies();
  const { failed } = await runChecks(typeChecks());
  process.exitCode = failed > 0 ? 1 : 0;
});
