import { parseCase } from '@kakehashi/benefits';
import { describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import { readCell } from '../src/features/editorial/import/cells.ts';
import { importColumns, recogniseColumns } from '../src/features/editorial/import/columns.ts';
import { entryForm } from '../src/platform/editing/form/entry-form.ts';
import { localised } from '../src/platform/i18n/localised.ts';
import { field } from '../src/platform/publishing/field.ts';
import { defineKind } from '../src/platform/publishing/kind.ts';
import { alignReading } from '../src/platform/typesetting/furigana.ts';
import { markdownToHtml } from '../src/platform/typesetting/markdown.ts';
import { Vocabulary } from '../src/platform/vocabulary/vocabulary.ts';
import { safeFileName } from '../src/platform/web/attachment.ts';
import { withoutTrailingSlash } from '../src/platform/web/trailing-slash.ts';
import { isMalformedBody } from '../src/platform/web/well-formed.ts';

const length = 40_000;
const long = (unit: string) => unit.repeat(length / unit.length);

const label = { ja: '題', en: 'Title' };
const kind = defineKind({
  name: 'trial',
  label,
  listed: false,
  schema: z.strictObject({
    title: field(localised('name'), { label }),
    day: field(z.iso.date(), { label: { ja: '日', en: 'Day' } }),
    count: field(z.int(), { label: { ja: '数', en: 'Count' } }),
  }),
});
const form = entryForm(kind);
if (!form) throw new Error('a kind of plain fields has a form');
const [title, day, count] = form.fields as [
  (typeof form.fields)[0],
  (typeof form.fields)[0],
  (typeof form.fields)[0],
];
const words = new Vocabulary(undefined);
const urlencoded = 'application/x-www-form-urlencoded';

/** Each is what makes a careless pattern look at the same characters again and again. */
const inputs: Record<string, () => unknown> = {
  'slashes in an address': () => withoutTrailingSlash(`/a${long('/')}x/`),
  'blanks in the name of a file': () => safeFileName(`a${long(' ')}x.pdf`),
  'dots in the name of a file': () => safeFileName(`a${long('.')}x`),
  'blanks in a cell of one line': () => readCell(title, `a${long(' ')}b`, words),
  'blanks in a day': () => readCell(day, `2026${long(' ')}年`, words),
  'brackets in a day': () => readCell(day, `1${long(' （')}`, words),
  'blanks in a number': () => readCell(count, `1${long(' ')}x`, words),
  'figures in a heading': () => recogniseColumns([[`${long('1')}x`, 'y']], importColumns(form)),
  'blanks in a fee': () => parseCase({ kind: 'general', fees: [`1${long(' ')}x`] }),
  'quotes within quotes': () => markdownToHtml(long('>')),
  'emphasis without an end': () => markdownToHtml(long('*a ')),
  'fields in a form': () => isMalformedBody(Buffer.from(long('a=&')), urlencoded),
  'a word of many kanji and kana': () => alignReading('漢か'.repeat(6), `${'か'.repeat(79)}x`),
};

describe('an input made long costs little more than its length', () => {
  test.each(Object.entries(inputs))('%s', (_, read) => {
    expect(fastest(read, 3)).toBeLessThan(100 * fastest(onePass, 5));
  });
});

it('a form of more fields than any has is refused', () => {
  expect(isMalformedBody(Buffer.from('a=&'.repeat(4_000)), urlencoded)).toBe(false);
  expect(isMalformedBody(Buffer.from('a=&'.repeat(6_000)), urlencoded)).toBe(true);
});

/** What looking once at so many characters costs on this machine just now. */
function onePass(): void {
  const text = `${long('a')}${Math.random()}`;
  for (let time = 0; time < 20; time += 1) /b(?=c)/.test(text.normalize('NFKC') + time);
}

function fastest(act: () => unknown, tries: number): number {
  const times = Array.from({ length: tries }, () => {
    const start = performance.now();
    act();
    return performance.now() - start;
  });
  return Math.min(...times);
}
