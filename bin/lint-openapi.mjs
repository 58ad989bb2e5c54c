/**
 * Runs public linters over the OpenAPI document of a portal that is up: `node bin/lint-openapi.mjs [ADDRESS]`.
 * They bring hundreds of packages, so npx fetches them apart from this project's lock file.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const linters = [
  ['@stoplight/spectral-cli@6', ['spectral', 'lint', '--fail-severity=warn', 'openapi.json']],
  ['@redocly/cli@2', ['redocly', 'lint', 'openapi.json']],
  ['@seriousme/openapi-schema-validator@2', ['validate-api', 'openapi.json']],
];

const [address = 'http://127.0.0.1:3000'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'kakehashi-openapi-'));
try {
  const answer = await fetch(new URL('/api/v1/openapi.json', address));
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
  writeFileSync(join(folder, 'openapi.json'), await answer.text());
  writeFileSync(join(folder, '.spectral.yaml'), 'extends: ["spectral:oas"]\n');
  for (const [name, command] of linters) {
    process.stdout.write(`\n${name}\n`);
    const { status } = spawnSync('npx', ['--yes', '--ignore-scripts', '--package', name, ...command], {
      cwd: folder,
      stdio: 'inherit',
    });
    if (status !== 0) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
