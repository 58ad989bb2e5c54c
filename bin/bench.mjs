/** `npm run bench`: runs the measurements in bench/, or those whose file names contain one of the given words. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies } from './launcher/dependencies.mjs';
import { LaunchError, runCommand } from './launcher/launch-error.mjs';
import { ensureNode } from './launcher/node-runtime.mjs';
import { ensureBuild } from './launcher/portal-build.mjs';
import { projectRoot } from './launcher/project.mjs';

const folder = join(projectRoot, 'bench');

function chosenBenches(words) {
  const all = readdirSync(folder).filter((name) => name.endsWith('.bench.ts'));
  const chosen = all.filter((name) => words.length === 0 || words.some((word) => name.includes(word)));
  if (chosen.length > 0) return chosen;
  const names = all.map((name) => name.replace('.bench.ts', '')).join(', ');
  throw new LaunchError({
    ja: `${words.join(' ')} という測定はありません。あるのは ${names} です。`,
    en: `there is no bench named ${words.join(' ')}; there are ${names}`,
  });
}

await runCommand(async () => {
  await ensureNode(fileURLToPath(import.meta.url));
  await ensureDependencies();
  await ensureBuild();
  for (const name of chosenBenches(process.argv.slice(2))) {
    console.log(`\n# ${name.replace('.bench.ts', '')}`);
    const { status } = spawnSync(process.execPath, ['--expose-gc', join(folder, name)], {
      cwd: projectRoot,
      stdio: 'inherit',
    });
    if (status !== 0) process.exitCode = 1;
  }
});
