import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findReferences } from '../references/find-references.ts';
import { LawRevisions } from './law-revisions.ts';
import { textOf } from './law-text.ts';
import { readLaw } from './read-law.ts';
import { resolve } from './resolve.ts';

const read = (name: string, revision: string) =>
  readLaw(readFileSync(new URL(`../../cases/${name}`, import.meta.url)), { revision });

const revisions = new LawRevisions();
const older = read('administrative-procedure-act.xml', '405AC0000000088_20150401_426AC0000000070');
const newer = read('administrative-procedure-act.xml', '405AC0000000088_20240401_504AC0100000052');
for (const text of [newer, older, read('all-elements.xml', '508AC0000000999_20260801_000000000000000')])
  revisions.add(text);

const [reference] = findReferences('行政手続法第十三条第一項第一号ハ');
const made = { law: '508AC0000000999', kind: 'article' as const };

describe('resolve', () => {
  it('gives the provision in the text in force on the day', () => {
    const today = resolve(reference as NonNullable<typeof reference>, '2026-11-30', revisions);
    expect(today).toMatchObject({
      state: 'found',
      lawTitle: '行政手続法',
      url: 'https://laws.e-gov.go.jp/law/405AC0000000088/20240401_504AC0100000052#Mp-At_13-Pr_1-It_1',
    });
    expect(today.text).toBe(newer);
    expect(today.elements.map(textOf).join('')).toMatch(/^ハ名あて人が法人である場合/);
    expect(resolve(reference as NonNullable<typeof reference>, '2024-03-31', revisions).text).toBe(older);
  });

  it('says that no text is at hand for a day before the first, and links to the law', () => {
    expect(resolve(reference as NonNullable<typeof reference>, '2015-03-31', revisions)).toEqual({
      state: 'not-loaded',
      url: 'https://laws.e-gov.go.jp/law/405AC0000000088',
      lawTitle: '行政手続法',
      elements: [],
    });
  });

  it('tells a missing provision from a deleted one', () => {
    expect(resolve({ ...made, article: '9' }, '2026-12-01', revisions).state).toBe('missing');
    expect(resolve({ ...made, article: '1', paragraph: 3 }, '2026-12-01', revisions).state).toBe('missing');
    expect(resolve({ ...made, article: '3' }, '2026-12-01', revisions).state).toBe('deleted');
  });

  it('gives every provision of a range', () => {
    const [items] = findReferences('行政手続法第二条第一号から第三号まで');
    const found = resolve(items as NonNullable<typeof items>, '2026-12-01', revisions);
    expect(found.elements.map(({ name, attributes }) => `${name} ${attributes.Num}`)).toEqual([
      'Item 1',
      'Item 2',
      'Item 3',
    ]);
    const [articles] = findReferences('行政手続法第一条から第七条まで');
    expect(resolve(articles as NonNullable<typeof articles>, '2026-12-01', revisions).elements).toHaveLength(
      4,
    );
  });

  it('finds 附則 and 別表', () => {
    expect(resolve({ ...made, kind: 'supplementary', article: '1' }, '2026-12-01', revisions).state).toBe(
      'found',
    );
    expect(resolve({ ...made, kind: 'table', table: '1_2' }, '2026-12-01', revisions).state).toBe('found');
    expect(resolve({ ...made, kind: 'table', table: '7' }, '2026-12-01', revisions).state).toBe('missing');
  });

  it('knows nothing of a reference without a law', () => {
    expect(resolve({ law: undefined, kind: 'article', article: '3' }, '2026-12-01', revisions).state).toBe(
      'unknown-law',
    );
  });
});
