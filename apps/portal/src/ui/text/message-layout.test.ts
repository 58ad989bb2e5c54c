import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const source = join(import.meta.dirname, '../..');

/** Files whose messages are not in separate tables yet. */
const pending: readonly string[] = [];

const read = (file: string) => readFileSync(join(source, file), 'utf8');
/** The labels of a navigation stand beside its addresses; this one declares what the others call. */
const others = /\.test\.ts$|\/navigation\.ts$|^ui\/text\/phrasebook\.ts$/;
const phrasebooks = globSync('**/*.ts', { cwd: source }).filter(
  (file) => !others.test(file) && /\bphrasebook\(/.test(read(file)),
);

/** Why a file's messages are not in the expected place. */
function faultOf(file: string, text: string): string | undefined {
  const name = /^(?:(.+)-)?messages\.ts$/.exec(basename(file));
  if (!name) return 'binds sentences under another name';
  const bound = /\bphrasebook\(\{ ja, en(, easy)? \}\)/.exec(text);
  if (!bound) return 'binds something else than { ja, en, easy }';
  const folder = name[1] ? `messages/${name[1]}` : 'messages';
  return ['ja', 'en', ...(bound[1] ? ['easy'] : [])]
    .map((table) => `import { ${table} } from './${folder}/${table}.ts';`)
    .find((line) => !text.includes(line));
}

it('the sentences of a capability stand in messages/{ja,en,easy}.ts, and messages.ts binds them', () => {
  expect(phrasebooks.length).toBeGreaterThan(15);
  const faults = phrasebooks.flatMap((file) => {
    const fault = pending.includes(file) ? undefined : faultOf(file, read(file));
    return fault ? [`${file}: ${fault}`] : [];
  });
  expect(faults).toEqual([]);
});

it('nothing is waited for that is there, and no other table stands beside those of the languages', () => {
  expect(pending.filter((file) => !phrasebooks.includes(file) || !faultOf(file, read(file)))).toEqual([]);
  const waiting = new Set(pending.map((file) => dirname(file)));
  const beside = globSync('**/messages/**/*.ts', { cwd: source }).filter(
    (file) => !/\/(ja|en|easy)\.ts$/.test(file) && !waiting.has(file.slice(0, file.indexOf('/messages/'))),
  );
  expect(beside).toEqual([]);
});

it.each([
  ['shop/words.ts', 'phrasebook({ ja, en })'],
  ['shop/messages.ts', "phrasebook({ ja: { title: '店' }, en: { title: 'Shop' } })"],
  ['shop/messages.ts', "const ja = { title: '店' };\nphrasebook({ ja, en })"],
])('%s is found that says %s', (file, text) => {
  expect(faultOf(file, text)).toBeDefined();
});
