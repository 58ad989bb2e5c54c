import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findProjectRoot } from '../../../platform/config/project-root.ts';
import { readContentFolder } from '../../../platform/content/content-files.ts';

/** What editors tell each other; readers are told what they can do. */
const notes = /要確認|読み?取り(の誤り|ミス)|確認待ち|仮置き|ダミー|\bTODO\b|\bFIXME\b|to be confirmed/;
/** Words lists, whose entries are looked up and not read. */
const wordLists = ['readings', 'synonyms'];

test('no text that the public reads is a note for editors', async () => {
  const { records } = await readContentFolder(join(findProjectRoot(), 'content'), new Date());
  expect(records.length).toBeGreaterThan(80);
  const found = records
    .filter(({ kind }) => !wordLists.includes(kind))
    .filter(({ data }) => notes.test(JSON.stringify(data)))
    .map(({ id }) => id);
  expect(found).toEqual([]);
});

test('nor is a sentence of the benefits engine that tells of a reading', async () => {
  const source = join(findProjectRoot(), 'packages/benefits/src/unconfirmed.ts');
  const sentences = (await readFile(source, 'utf8')).split('\n').filter((line) => /^\s+(ja|en): /.test(line));
  expect(sentences.length).toBeGreaterThan(40);
  expect(sentences.filter((line) => /読み?取り|文字起こし|scan error|extracted text/.test(line))).toEqual([]);
});
