/** `npm run unused`: code, exports and dependencies that nothing uses. */
import { fileURLToPath } from 'node:url';
import { runChecks, unusedCheck } from './launcher/checks.mjs';
import { ensureDependencies } from './launcher/dependencies.mjs';
import { runCommand } from './launcher/launch-error.mjs';
import { ensureNode } from './launcher/node-runtime.mjs';

await runCommand(async () => {
  await ensureNode(fileURLToPath(import.meta.url));
  await ensureDependencies();
  const { failed } = await runChecks([unusedCheck]);
  process.exitCode = failed > 0 ? 1 : 0;
});
