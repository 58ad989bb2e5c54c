import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { statuteById } from '../statutes/statutes.ts';
import { findReferences } from './find-references.ts';
import type { Provision, Reference, TextPlace } from './reference.ts';

interface Passage {
  title: string;
  place: TextPlace;
  text: string;
  /** the rows of its table, cell by cell */
  expected: string[][];
}

const kinds = { article: '条', supplementary: '附則', table: '別表', law: '法令' } as const;
const parts = {
  proviso: 'ただし書',
  main: '本文',
  first: '前段',
  middle: '中段',
  latter: '後段',
  introduction: '柱書',
  items: '各号',
} as const;

const passages = readFileSync(new URL('../../cases/references.md', import.meta.url), 'utf8')
  .split(/^## /m)
  .slice(1)
  .map((section): Passage => {
    const lines = section.split('\n');
    const [law, article, paragraph] = (lines[2] as string).split(' ');
    const given = (value: string | undefined): value is string => value !== undefined && value !== '-';
    return {
      title: lines[0] as string,
      place: {
        ...(given(law) && { law }),
        ...(given(article) && { article }),
        ...(given(paragraph) && { paragraph: Number(paragraph) }),
      },
      text: lines
        .filter((line) => line.startsWith('> '))
        .map((line) => line.slice(2))
        .join('\n'),
      expected: lines
        .filter((line) => line.startsWith('| '))
        .slice(2)
        .map((line) =>
          line
            .split('|')
            .slice(1, -1)
            .map((cell) => cell.trim()),
        ),
    };
  });

const levelsOf = ({ article, paragraph, item, subitem }: Provision): string =>
  [article, paragraph, item, subitem]
    .map((level) => level ?? '')
    .join('-')
    .replace(/-+$/, '');

function rowOf(text: string, own: string | undefined, reference: Reference): string[] {
  const { kind, law, article, paragraph, item, subitem, part, table, to } = reference;
  const detail = [subitem, part && parts[part], table].filter(Boolean).join(' ');
  const which =
    law === undefined
      ? kind === 'law' && own !== undefined && isOwn(text, reference)
        ? '自'
        : '？'
      : law === own
        ? '自'
        : law;
  return [
    text.slice(reference.start, reference.end),
    kinds[kind],
    which,
    article ?? '',
    paragraph === undefined ? '' : String(paragraph),
    item ?? '',
    detail,
    to === undefined ? '' : levelsOf(to),
  ];
}

const isOwn = (text: string, { start }: Reference): boolean => /^(?:この|本)/.test(text.slice(start));

it('At least 98 of 100 references of the table are found as it says, and as few others', () => {
  let found = 0;
  let expected = 0;
  let right = 0;
  const wrong: string[] = [];
  for (const { title, place, text, expected: rows } of passages) {
    const read = findReferences(text, place).map((reference) =>
      rowOf(text, place.law, reference).join(' | '),
    );
    const noted = rows.map((row) => row.join(' | '));
    found += read.length;
    expected += noted.length;
    const left = [...noted];
    for (const row of read) {
      const at = left.indexOf(row);
      if (at < 0) wrong.push(`${title}: found ${row}`);
      else {
        left.splice(at, 1);
        right += 1;
      }
    }
    wrong.push(...left.map((row) => `${title}: not found ${row}`));
  }
  const [precision, recall] = [right / found, right / expected];
  console.log(
    `${expected} references in ${passages.length} passages: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
  );
  if (wrong.length > 0) console.log(wrong.join('\n'));
  expect(expected).toBeGreaterThanOrEqual(150);
  expect(precision).toBeGreaterThanOrEqual(0.98);
  expect(recall).toBeGreaterThanOrEqual(0.98);
});

it('Every id in the table is the id of a statute in the list', () => {
  const ids = passages
    .flatMap(({ expected }) => expected.map((row) => row[2] as string))
    .filter((cell) => /^\d/.test(cell));
  for (const id of ids) expect([id, statuteById(id)?.id]).toEqual([id, id]);
});
