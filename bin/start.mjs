/** `npm start`: installs, builds, and runs the portal. */
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureDependencies } from './launcher/dependencies.mjs';
import { launchedAt } from './launcher/from-launcher.mjs';
import { runCommand } from './launcher/launch-error.mjs';
import { ensureNode } from './launcher/node-runtime.mjs';
import { builtProgram, ensureBuild } from './launcher/portal-build.mjs';
import { print } from './launcher/terminal.mjs';

await runCommand(async () => {
  await ensureNode(fileURLToPath(import.meta.url));
  await ensureDependencies();
  await ensureBuild();
  await import(pathToFileURL(builtProgram('main')).href);
  const seconds = ((Date.now() - launchedAt) / 1_000).toFixed(1);
  print({ ja: `起動に ${seconds} 秒かかりました`, en: `started in ${seconds} s` });
});
