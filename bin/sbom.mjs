/** `npm run sbom`: writes the bill of what the project is made of (CycloneDX), to be scanned with `kakehashi sbom scan`. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectBill } from './launcher/bill-of-materials.mjs';
import { fileError, runCommand } from './launcher/launch-error.mjs';
import { ensureNode } from './launcher/node-runtime.mjs';
import { print } from './launcher/terminal.mjs';

await runCommand(async () => {
  await ensureNode(fileURLToPath(import.meta.url), process.stderr);
  const bill = `${JSON.stringify(await projectBill(), null, 2)}\n`;
  const [name = 'kakehashi.cdx.json'] = process.argv.slice(2);
  if (name === '-') {
    process.stdout.write(bill);
    return;
  }
  // npm runs scripts in the project's folder, whatever folder it was called in.
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), name);
  try {
    writeFileSync(path, bill);
  } catch (error) {
    throw fileError(error, path);
  }
  print({ ja: `部品表を ${path} に書きました`, en: `wrote the bill of materials to ${path}` });
});
