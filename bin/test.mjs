/**
 * `npm test`: checks and tests everything. With words it runs a part: `npm test -- search` the Vitest projects so named,
 * `npm test -- features/alerts` the tests of a folder or file.
 */
import { fileURLToPath } from 'node:url';
import { runChecks, staticChecks } from './launcher/checks.mjs';
import { ensureChromium } from './launcher/chromium.mjs';
import { ensureDependencies } from './launcher/dependencies.mjs';
import { LaunchError, runCommand } from './launcher/launch-error.mjs';
import { ensureNode } from './launcher/node-runtime.mjs';
import { ensureBuild } from './launcher/portal-build.mjs';
import { measured } from './launcher/processor-time.mjs';
import { language, print } from './launcher/terminal.mjs';
import {
  needsBrowser,
  needsBuild,
  selectTests,
  testFiles,
  testProjects,
} from './launcher/test-selection.mjs';
import { printTimes } from './launcher/test-times.mjs';
import { runVitest } from './launcher/vitest.mjs';

const total = { passed: 0, failed: 0, skipped: 0, failures: [] };
/** What was run, with its processor time, and how long each test file took. */
const parts = [];
const fileTimes = [];

function count({ passed, failed, skipped = 0, failures, times = [] }) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  total.failures.push(...failures);
  fileTimes.push(...times);
}

/** Counts a failure to prepare a step as one failed check, so that the later steps still run. */
async function counted(name, step) {
  try {
    const { outcome, seconds } = await measured(step);
    parts.push({ name, seconds });
    count(outcome);
  } catch (error) {
    if (!(error instanceof LaunchError)) throw error;
    console.error(`kakehashi: ${error.text[language]}`);
    count({ passed: 0, failed: 1, failures: [error.text[language]] });
  }
}

/** Runs Vitest after preparing what the tests need: browser tests run the built portal. */
async function runTests({ projects = [], files = [] }) {
  const env = { ...process.env };
  if (projects.some(needsBuild) || files.some(needsBuild)) await ensureBuild();
  if (projects.some(needsBrowser) || files.some(needsBrowser))
    env.KAKEHASHI_CHROMIUM = await ensureChromium();
  return await runVitest({ projects, files }, env);
}

function unknownWords(words) {
  const names = testProjects().join(', ');
  return new LaunchError({
    ja: `${words.join(' ')} という試験はありません。フォルダー、ファイル、または ${names} を指定してください。`,
    en: `there are no tests at ${words.join(' ')}; name a folder, a file, or one of ${names}`,
  });
}

await runCommand(async () => {
  await ensureNode(fileURLToPath(import.meta.url));
  await ensureDependencies();
  const words = process.argv.slice(2);
  const everything = words.length === 0;
  const projects = testProjects();
  const chosen = everything
    ? { projects, files: [], unknown: [] }
    : selectTests(words, { projects, files: testFiles() });
  if (chosen.unknown.length > 0) throw unknownWords(chosen.unknown);
  if (everything) {
    print({
      ja: '型、書式、参照、不要なコードを調べています',
      en: 'checking types, style, imports and unused code',
    });
    await counted('static checks', () => runChecks(staticChecks()));
  }
  for (const project of chosen.projects) await counted(project, () => runTests({ projects: [project] }));
  if (chosen.files.length > 0) await counted(words.join(' '), () => runTests({ files: chosen.files }));
  printTimes(parts, fileTimes);
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  for (const failure of total.failures) console.log(`✗ ${failure}`);
  console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
  process.exitCode = total.failed > 0 ? 1 : 0;
});
