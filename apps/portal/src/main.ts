import { join } from 'node:path';
import { readConfig } from './platform/config/index.ts';
import { findProjectRoot } from './platform/config/project-root.ts';
import { loadSiteContent } from './platform/content/site-content.ts';
import { migrate } from './platform/database/migrate.ts';
import { startDatabaseServer } from './platform/database/server/index.ts';
import { createLog } from './platform/observability/log.ts';
import { StartupError, type StartupText, terminalLanguage } from './platform/startup-error.ts';
import { checkAddress } from './platform/web/server.ts';
import { features, openPortal, registerKinds } from './portal.ts';

const language = terminalLanguage(process.env);
const say = (text: StartupText): void => console.error(text[language]);

async function main(): Promise<void> {
  const root = findProjectRoot();
  const config = readConfig(process.env, root);
  const log = createLog(config.logLevel);
  await checkAddress(config.host, config.port);

  const ownServer = config.databaseUrl
    ? undefined
    : await startDatabaseServer({ dataDir: config.dataDir, log: say });
  const databaseUrl = config.databaseUrl ?? ownServer?.url ?? '';
  onStop(async () => ownServer?.stop());

  await migrate(databaseUrl);
  if (config.contentDir)
    await loadSiteContent(config.contentDir, { databaseUrl, kinds: registerKinds(features), say });

  const assetsDir = join(root, 'apps/portal/dist/client');
  const portal = await openPortal({ features, config, log, databaseUrl, assetsDir });
  onStop(() => portal.stop());

  const address = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${portal.port}`;
  say({
    ja: `架け橋を ${address} で開きました。止めるには Ctrl-C。`,
    en: `Kakehashi is open at ${address} (Ctrl-C stops it).`,
  });
  if (config.demonstration)
    for (const { demonstration } of features) if (demonstration) say(demonstration.notice);
}

/** What to undo at the end, the newest first. */
const steps: (() => Promise<unknown>)[] = [];
let stopping: Promise<void> | undefined;

function onStop(step: () => Promise<unknown>): void {
  steps.unshift(step);
}

/** Undoes every step though another fails: above all, no database server may be left behind. */
function stop(): Promise<void> {
  stopping ??= (async () => {
    for (const step of steps)
      await step().catch((error) => {
        console.error(error);
        process.exitCode = 1;
      });
  })();
  return stopping;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  // Ctrl-C arrives from the terminal and from the launcher: only the first is news.
  process.on(signal, async () => {
    if (!stopping) say({ ja: '終了しています…', en: 'Stopping…' });
    await stop();
    process.exit();
  });
}

try {
  await main();
} catch (error) {
  if (error instanceof StartupError) say(error.text);
  else console.error(error);
  await stop();
  process.exit(1);
}
