/**
 * Makes src/frameworks/*.generated.ts: identifiers, titles and links of the published frameworks, without their
 * statements.
 *
 *   node scripts/make-structures.ts FILE.json …
 *
 * Each FILE is what the publisher gives out, in a form that `kakehashi skills import` reads.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { writeStructure } from '../src/frameworks/structure.ts';
import { JsonValue } from '../src/importing/json-values.ts';
import { Problems } from '../src/importing/problems.ts';
import { readFrameworkJson } from '../src/importing/read-json.ts';

for (const path of process.argv.slice(2)) {
  const problems = new Problems();
  const file = new JsonValue(JSON.parse(readFileSync(path, 'utf8')), '', problems);
  const framework = readFrameworkJson(file, problems);
  for (const { severity, place, message } of problems.list) {
    if (severity === 'error') console.error(`${path}: ${place}: ${message.en}`);
  }
  if (framework === undefined || problems.hasErrors) {
    process.exitCode = 1;
    continue;
  }
  const head = [
    `/** Made by scripts/make-structures.ts from ${framework.source.title}. */`,
    `// ${framework.licence.notice}`,
  ];
  const body = `export const structure = \`\n${writeStructure(framework)}\n\`;\n`;
  if (/[`\\]|\$\{/.test(body.slice(27, -4))) throw new Error(`${path}: a title needs escaping`);
  const target = new URL(`../src/frameworks/${framework.id}.generated.ts`, import.meta.url);
  writeFileSync(target, `${head.join('\n')}\n${body}`);
  console.log(
    `${framework.id} ${framework.version}: ${framework.roles.length} roles, ${framework.items.length} items`,
  );
}
