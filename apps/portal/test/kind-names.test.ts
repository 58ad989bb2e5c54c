import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { features, registerKinds } from '../src/portal.ts';

const source = join(import.meta.dirname, '../src');

/** Where a kind's name may be compared: `dataOf` refuses a record of another kind there. */
const allowed = ['platform/publishing/kind.ts'];

const names = registerKinds().names();
const aName = names.join('|');
/** Asks a kind for its name, or a record for its kind by a word in place of the kind's declaration. */
const comparisons = [
  /\bkind\.name\s*[!=]==/,
  new RegExp(`\\b(kind|name)\\??\\s*[!=]==\\s*'(${aName})'`),
  new RegExp(`'(${aName})'\\s*[!=]==\\s*[\\w.]*\\b(kind|name)\\b`),
];

const comparesIn = (text: string) =>
  text.split('\n').filter((line) => comparisons.some((comparison) => comparison.test(line)));

it('nothing outside of a kind asks by its name whether a record is of it', () => {
  const files = globSync('**/*.{ts,tsx}', { cwd: source }).filter(
    (file) => !file.includes('.test.') && !allowed.includes(file),
  );
  expect(files.length).toBeGreaterThan(400);
  const found = files.flatMap((file) =>
    comparesIn(readFileSync(join(source, file), 'utf8')).map((line) => `${file}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});

it('such a question is found', () => {
  expect(features.length).toBeGreaterThan(0);
  expect(
    comparesIn("form.kind.name === 'initiative'\nrecord.kind === 'feature'\n'notice' === it.kind"),
  ).toHaveLength(3);
  expect(comparesIn("record.kind === trainingKind.name\nevent === 'published'")).toEqual([]);
});
