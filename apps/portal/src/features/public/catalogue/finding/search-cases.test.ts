import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { findProjectRoot } from '../../../../platform/config/project-root.ts';
import { dataOf } from '../../../../platform/publishing/kind.ts';
import { features, registerKinds } from '../../../../portal.ts';
import type { Catalogue } from '../catalogue.ts';
import { searchCasesKind } from '../kinds/search-cases.ts';
import { openContentCatalogue } from './content-catalogue.ts';
import { firstFoundBy } from './first-found.ts';
import { checkCase, wantedBy } from './search-check.ts';

const now = new Date('2026-12-01T03:00:00Z');
let catalogue: Catalogue;

beforeAll(async () => {
  const folder = join(findProjectRoot(), 'content');
  const opened = await openContentCatalogue(folder, features, registerKinds(), now);
  expect(opened.faults).toEqual([]);
  ({ catalogue } = opened);
}, 120_000);

const groups = () => {
  const record = catalogue.model.only(searchCasesKind.name);
  return record ? dataOf(searchCasesKind, record).groups : [];
};

describe('the table of searches', () => {
  it('finds what it should, each within the first three', () => {
    const find = firstFoundBy(catalogue, now);
    const checked = groups().flatMap(({ cases }) =>
      cases.flatMap((each) => checkCase(each, find).map((query) => ({ ...query, wanted: wantedBy(each) }))),
    );
    const failed = checked.filter(({ passes, isKnownMiss }) => !passes && !isKnownMiss);
    const known = checked.filter(({ isKnownMiss }) => isKnownMiss).map(({ query }) => query);
    if (known.length > 0) console.info(`known not to be found yet: ${known.join(', ')}`);
    console.info(
      `${checked.filter(({ passes }) => passes).length} of ${checked.length} searches find what they should`,
    );
    expect(failed).toEqual([]);
    expect(checked.length).toBeGreaterThan(400);
  });

  it('wants only what there is', () => {
    const addresses = new Set([
      ...catalogue.pages(now).map(({ address }) => address),
      ...catalogue.listed().map((record) => catalogue.pagePath(record)),
    ]);
    const wanted = groups().flatMap(({ cases }) => cases.flatMap((each) => wantedBy(each)));
    expect(wanted.filter((address) => !addresses.has(address))).toEqual([]);
  });
});

describe('other searches', () => {
  const asked = (query: string) => firstFoundBy(catalogue, now)(query, 'ja').slice(0, 3);

  it.each(['にんげん国宝の展覧会', 'zzzxqj', '夕食の献立'])('there is nothing for %s', (query) => {
    expect(asked(query)).toEqual([]);
  });

  it('what happened comes before what is about it', () => {
    expect(asked('パスワードを入力してしまった')[0]).toBe('/help/phishing');
    expect(asked('my files are encrypted')[0]).toBe('/help/ransomware');
  });

  it.each([
    ['警察に電話したい', '/help/unknown-call'],
    ['ウイルス対策ソフトを入れた方がいい', '/help/tapped-link'],
    ['スマホのパスワードを忘れた', '/help/lost-phone'],
    ['how to get an email address', '/help/suspicious-message'],
  ])('%s tells of no trouble: not %s', (query, address) => {
    expect(asked(query)[0]).not.toBe(address);
  });

  it('a generic word alone brings no help page, not even as near', () => {
    const { pages, near } = catalogue.answers('量子コンピュータ', false, now);
    expect([...pages, ...near]).toEqual([]);
  });

  it('a word that stands in many titles brings no help page before the records', () => {
    expect(asked('セキュリティ')[0]).toMatch(/^\/(?:initiatives|features)\//);
    expect(asked('教員')[0]).toMatch(/^\/initiatives\//);
  });
});
