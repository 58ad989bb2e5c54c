/** `npm test`: checks and tests everything, or with words (`npm test -- search`) the Vitest projects so named. */
import { fileURLToPath } from 'node:url';
import { runChecks, staticChecks } from './launcher/checks.mjs';
import { ensureChromium } from './launcher/chromium.mjs';
import { ensureDependencies } from './launcher/dependencies.mjs';
import { LaunchError, runCommand } from './launcher/launch-error.mjs';
import { ensureNode } from './launcher/node-runtime.mjs';
import { ensureBuild } from './launcher/portal-build.mjs';
import { language, say } from './launcher/terminal.mjs';
import { runVitest } from './launcher/vitest.mjs';

const browserProject = 'e2e';

const total = { passed: 0, failed: 0, skipped: 0, failures: [] };

function count({ passed, failed, skipped = 0, failures }) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  total.failures.push(...failures);
}

/** Makes a failure of what a step stands on one failed check, so that the steps after it still run. */
async function counted(step) {
  try {
    count(await step());
  } catch (error) {
    if (!(error instanceof LaunchError)) throw error;
    console.error(`kakehashi: ${error.text[language]}`);
    count({ passed: 0, failed: 1, failures: [error.text[language]] });
  }
}

async function browserTests() {
  await ensureBuild();
  const chromium = await ensureChromium();
  return await runVitest([browserProject], { ...process.env, KAKEHASHI_CHROMIUM: chromium });
}

await runCommand(async () => {
  await ensureNode(fileURLToPath(import.meta.url));
  await ensureDependencies();
  const words = process.argv.slice(2);
  if (words.length === 0) {
    say({
      ja: '型、書式、参照、不要なコードを調べています',
      en: 'checking types, style, imports and unused code',
    });
    await counted(() => runChecks(staticChecks()));
    await counted(() => runVitest([`!${browserProject}`]));
  } else {
    const others = words.filter((word) => !browserProject.includes(word));
    if (others.length > 0) await counted(() => runVitest(others.map((word) => `*${word}*`)));
  }
  if (words.length === 0 || words.some((word) => browserProject.includes(word))) await counted(browserTests);
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  for (const failure of total.failures) console.log(`✗ ${failure}`);
  console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
  process.exitCode = total.failed > 0 ? 1 : 0;
});
