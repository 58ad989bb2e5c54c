import {
  createIndex,
  type Fragment,
  fold,
  readSynonyms,
  type SearchHit,
  type SearchIndex,
  type SynonymGroup,
} from '@kakehashi/search';
import { dataOf } from '../../../../platform/publishing/kind.ts';
import type { PublishedRecord } from '../../../../platform/publishing/published-record.ts';
import type { PublishedRecords } from '../../../../platform/read-model/read-model.ts';
import { synonymsKind } from '../../../../platform/search/synonyms-kind.ts';
import { sitePaths } from '../../../../ui/shell/site-paths.ts';
import type { FindablePage } from './findable-page.ts';
import { toldOf } from './told-trouble.ts';

/** Most pages found for a query. */
const most = 8;
/** Queries remembered: whoever narrows a search repeats it. */
const maxRemembered = 128;
/** Share of a query's words, by rarity, that a page must hold to be what was asked for. */
const leastShare = { help: 0.5, contact: 0.5, page: 0.7, notice: 0.7 };
/** The same for several words of trouble: it is told in many that no page has. */
const leastShareOfTrouble = 0.25;
/** Characters that must match of the words by which a page is looked for. */
const leastMatched = 2;
/** Share of a title that must match: セキュリティ is not what 情報セキュリティ安心相談窓口 is about. */
const leastOfTitle = 0.5;
/** Share of one of the words by which a page is looked for that must match. */
const leastOfAsked = 0.7;
/** What a question ends in after what it names. */
const politeEnding = /(です|でしょう|ます)?(か|ね|よ)?[?？。]?$/u;
const wholeField = 5_000;
/** What is looked for just so counts as much more. */
const nameBonus = 2;
/** The way to all help comes before one of many desks. */
const helpBoost = 1.5;

/** Fields that tell what a page is about; the others are only read along. */
const telling = { title: { weight: 3 }, easy: { weight: 3 }, english: { weight: 3 }, asked: { weight: 3 } };
const fields = { ...telling, lead: { weight: 0.7 }, leadEnglish: { weight: 0.7 }, body: { weight: 0.3 } };

interface FoundPage {
  page: FindablePage;
  /** Whether it is what was asked for, rather than near it. */
  isAnswer: boolean;
  score: number;
  /** Whether it holds several words of the query, or is named by it. */
  isNear: boolean;
}

export interface FoundPages {
  /** Pages for what the sentence tells that has happened, those of which it tells most. */
  told: readonly FindablePage[];
  /** Best first. */
  pages: readonly FoundPage[];
  /** The query as corrected, where that alone found something. */
  corrected?: string;
}

/** Finds pages that are no records by a query. */
export type PageSearch = (query: string, now: Date) => FoundPages;

interface Built {
  pages: readonly FindablePage[];
  index: SearchIndex;
  found: Map<string, FoundPages>;
  /** Numbers of the pages that are called just so, or are looked for just so. */
  byName: ReadonlyMap<string, readonly number[]>;
}

/**
 * @param pages    the pages of the site at a time; the same list while none has changed
 * @param general  synonyms of the language, besides the body's own
 */
export function createPageSearch(
  model: PublishedRecords,
  pages: (now: Date) => readonly FindablePage[],
  general: readonly SynonymGroup[],
): PageSearch {
  let built: Built | undefined;
  return (query, now) => {
    if (query === '') return { told: [], pages: [] };
    const current = pages(now);
    if (built?.pages !== current) built = build(current, synonymsOf(model.only(synonymsKind.name), general));
    const { found } = built;
    const known = found.get(query) ?? searchIn(built, query);
    found.delete(query);
    found.set(query, known);
    if (found.size > maxRemembered) found.delete(found.keys().next().value as string);
    return known;
  };
}

function synonymsOf(record: PublishedRecord | undefined, general: readonly SynonymGroup[]): SynonymGroup[] {
  const own = record ? readSynonyms(dataOf(synonymsKind, record).groups) : [];
  // Wider words help to find records; a page is looked for by words of its own.
  return [...own.map(({ words }) => ({ words })), ...general].filter(({ words }) => words.length > 1);
}

function build(pages: readonly FindablePage[], synonyms: readonly SynonymGroup[]): Built {
  const index = createIndex({ fields, synonyms });
  index.add(
    pages.map(({ address, title, lead, asked, body }, number) => ({
      id: String(number),
      boost: address === sitePaths.help ? helpBoost : 1,
      fields: {
        title: title.ja,
        easy: title.easy,
        english: title.en,
        asked: asked?.join('\n'),
        lead: lead && [lead.ja, lead.easy].filter(Boolean).join('\n'),
        leadEnglish: lead?.en,
        body,
      },
    })),
  );
  return {
    pages,
    index,
    found: new Map(),
    byName: namesOf(pages),
  };
}

function namesOf(pages: readonly FindablePage[]): ReadonlyMap<string, readonly number[]> {
  const names = new Map<string, number[]>();
  for (const [number, { title, asked = [] }] of pages.entries())
    for (const name of [title.ja, title.easy ?? '', title.en ?? '', ...asked])
      names.set(fold(name), [...(names.get(fold(name)) ?? []), number]);
  return names;
}

function searchIn({ index, pages, byName }: Built, query: string): FoundPages {
  const { hits, corrected } = index.search({
    query,
    limit: most,
    wordsOnly: true,
    highlight: { fields: Object.keys(telling), snippetLength: wholeField },
  });
  const named = new Set(byName.get(fold(query)) ?? byName.get(fold(query.replace(politeEnding, ''))));
  const best = hits[0]?.score ?? 1;
  const found = hits.flatMap((hit): FoundPage[] => {
    const page = pages[Number(hit.id)];
    if (!page || named.has(Number(hit.id)) || hit.match === 'pieces') return [];
    return [{ page, isAnswer: isAsked(hit, page), isNear: hit.words > 1, score: hit.score }];
  });
  const byItsName = [...named].flatMap((number): FoundPage[] => {
    const page = pages[number];
    const score = hits.find(({ id }) => id === String(number))?.score ?? best;
    return page ? [{ page, isAnswer: true, isNear: true, score: nameBonus * score }] : [];
  });
  return {
    told: named.size > 0 ? [] : toldPages(query, pages),
    pages: [...byItsName, ...found].sort((a, b) => b.score - a.score),
    ...(corrected !== undefined && named.size === 0 && { corrected }),
  };
}

function toldPages(query: string, pages: readonly FindablePage[]): FindablePage[] {
  const told = pages.map((page) => ({ page, count: toldOf(query, page.signs ?? []) }));
  const most = Math.max(1, ...told.map(({ count }) => count));
  return told.filter(({ count }) => count === most).map(({ page }) => page);
}

/** Whether a page holds most of the query: several of its words, or one that the page is about. */
function isAsked({ share, words, highlights }: SearchHit, { group }: FindablePage): boolean {
  if (group === 'help' && words > 1 && share >= leastShareOfTrouble) return true;
  if (share < leastShare[group]) return false;
  if (group === 'contact' && words > 1) return true;
  return Object.entries(highlights).some(([field, { snippet }]) =>
    linesOf(snippet.fragments).some(
      ({ matched, length }) =>
        matched >= leastMatched && matched >= (field === 'asked' ? leastOfAsked : leastOfTitle) * length,
    ),
  );
}

/** By line of a text, how many of its characters match. */
function linesOf(fragments: readonly Fragment[]): { matched: number; length: number }[] {
  const lines = [{ matched: 0, length: 0 }];
  for (const { text, marked } of fragments)
    for (const [number, part] of text.split('\n').entries()) {
      if (number > 0) lines.push({ matched: 0, length: 0 });
      const line = lines.at(-1);
      if (!line) continue;
      line.length += part.length;
      if (marked) line.matched += part.length;
    }
  return lines;
}
