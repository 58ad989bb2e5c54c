import { join } from 'node:path';
import { readConfig } from './platform/config/index.ts';
import { isAnyAddress } from './platform/config/loopback.ts';
import { findProjectRoot } from './platform/config/project-root.ts';
import { loadSiteContent } from './platform/content/site-content.ts';
import type { DatabaseAddresses } from './platform/database/addresses.ts';
import { migrate } from './platform/database/migrate.ts';
import { describeRole } from './platform/database/roles.ts';
import { startDatabaseServer } from './platform/embedded-postgres/index.ts';
import { readSecret } from './platform/identity/secret.ts';
import { installQueue } from './platform/jobs/queue.ts';
import { createLog } from './platform/observability/log.ts';
import { StartupError, type StartupText, terminalLanguage } from './platform/startup-error.ts';
import { checkAddress } from './platform/web/server.ts';
import { features, openPortal, registerKinds } from './portal.ts';

const language = terminalLanguage(process.env);
const print = (text: StartupText): void => console.error(text[language]);

async function main(): Promise<void> {
  const root = findProjectRoot();
  const config = readConfig(process.env, root);
  const log = createLog(config.logLevel);
  await checkAddress(config.host, config.port);
  // Stops the start if the secret can be guessed, before anything is created.
  readSecret(config.secret, config.dataDir);

  const steps = new StartSteps();
  const addresses = config.database ?? (await ownDatabase(config.dataDir));
  steps.done({ ja: 'データベース', en: 'database' });
  await migrate(addresses);
  steps.done({ ja: '表の更新', en: 'migrations' });
  const databaseUrl = addresses.portal;
  if ((await describeRole(databaseUrl)).mayChangeSchema) print(ownerRoleWarning);
  if (config.contentDir)
    await loadSiteContent(config.contentDir, { databaseUrl, kinds: registerKinds(features), report: print });
  steps.done({ ja: '内容の公開', en: 'content' });

  const assetsDir = join(root, 'apps/portal/dist/client');
  const portal = await openPortal({
    features,
    config,
    log,
    databaseUrl,
    installQueue: () => installQueue(addresses),
    assetsDir,
  });
  onStop(() => portal.stop());
  steps.done({ ja: 'サイト', en: 'site' });

  const address = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${portal.port}`;
  print({
    ja: `架け橋を ${address} で開きました。止めるには Ctrl-C。`,
    en: `Kakehashi is open at ${address} (Ctrl-C stops it).`,
  });
  print(steps.text());
  if (isAnyAddress(new URL(config.baseUrl).hostname)) print(noAddress);
  if (config.demonstration)
    for (const { demonstration } of features) if (demonstration) print(demonstration.notice);
}

/** Runs the built-in database until the process stops. */
async function ownDatabase(dataDir: string): Promise<DatabaseAddresses> {
  const server = await startDatabaseServer({ dataDir, log: print });
  onStop(() => server.stop());
  return server.addresses;
}

const noAddress: StartupText = {
  ja: '注意: 利用者が開くアドレスが設定されていないので、このマシンからだけ開けます。KAKEHASHI_BASE_URL を設定してください。',
  en: 'note: it answers on this machine only, since the address that readers open is not known; set KAKEHASHI_BASE_URL',
};

const ownerRoleWarning: StartupText = {
  ja: '注意: ポータルは、表を作り変えられるロールでデータベースにつないでいます。持ち主とポータルのロールを分け、KAKEHASHI_OWNER_DATABASE_URL を設定してください（docs/operators）。',
  en: 'note: the portal connects to the database as a role that may change its tables; give it a role of its own and set KAKEHASHI_OWNER_DATABASE_URL (docs/operators)',
};

/** Measures how long each start-up step takes. */
class StartSteps {
  readonly #times: { name: StartupText; seconds: string }[] = [];
  #began = performance.now();

  /** Ends the current step, which began when the previous one ended. */
  done(name: StartupText): void {
    const now = performance.now();
    this.#times.push({ name, seconds: ((now - this.#began) / 1_000).toFixed(1) });
    this.#began = now;
  }

  text(): StartupText {
    return {
      ja: `かかった時間: ${this.#times.map(({ name, seconds }) => `${name.ja} ${seconds} 秒`).join('、')}`,
      en: `It took: ${this.#times.map(({ name, seconds }) => `${name.en} ${seconds} s`).join(', ')}`,
    };
  }
}

/** Clean-up steps for shutdown, run in reverse order. */
const steps: (() => Promise<unknown>)[] = [];
let stopping: Promise<void> | undefined;

function onStop(step: () => Promise<unknown>): void {
  steps.unshift(step);
}

/** Runs every step even if one fails: no database server may be left running. */
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
  // Ctrl-C arrives from both the terminal and the launcher: handle only the first.
  process.on(signal, async () => {
    if (!stopping) print({ ja: '終了しています…', en: 'Stopping…' });
    await stop();
    process.exit();
  });
}

try {
  await main();
} catch (error) {
  if (error instanceof StartupError) print(error.text);
  else console.error(error);
  await stop();
  process.exit(1);
}
