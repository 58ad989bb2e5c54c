import { fold } from '@kakehashi/search';
import { dataOf } from '../../../../platform/publishing/kind.ts';
import type { PublishedRecords } from '../../../../platform/read-model/read-model.ts';
import { type NamedPlace, placeIn } from '../../../../platform/search/query-meaning.ts';
import type { Vocabulary } from '../../../../platform/vocabulary/vocabulary.ts';
import { type BestBet, bestBetsKind } from '../kinds/best-bets.ts';
import type { FindablePage } from './findable-page.ts';
import type { FoundPages, PageSearch } from './page-search.ts';

/** Most pages shown before the records, and of them contacts and situations. */
const mostPages = 3;
const mostHelp = 2;
/** A page is shown beside a better one only where it is about as good. */
const leastOfBest = 0.75;
/** Pages offered where nothing holds the words. */
const mostNear = 3;

/** What a query finds besides records. */
export interface Answers {
  /** Editors' picks. */
  picks: readonly BestBet[];
  /** Pages that were asked for, best first. */
  pages: readonly FindablePage[];
  /** Help near what was asked for, where nothing else is found. */
  near: readonly FindablePage[];
  corrected?: string;
}

export interface AnswerSources {
  model: PublishedRecords;
  search: PageSearch;
  pages(now: Date): readonly FindablePage[];
  /** A query of kana or romaji as its words are written. */
  written(query: string): string | undefined;
  /** A query with a long word of one wrong character as that word is known. */
  respelt(query: string): string | undefined;
  vocabulary(): Vocabulary;
}

/**
 * Finds what a query asks for besides records.
 * @param isHeld  whether records hold the words as typed: then they are not misspelt
 */
export function answersTo(query: string, isHeld: boolean, sources: AnswerSources, now: Date): Answers {
  if (query === '') return { picks: [], pages: [], near: [] };
  const picks = picksFor(query, sources.model, now);
  const respelt = isHeld ? undefined : sources.respelt(query);
  const found = sources.search(respelt ?? query, now);
  const place = placeIn(query, sources.vocabulary());
  const isMisread = found.corrected !== undefined && (isHeld || place !== undefined);
  const pages = isMisread ? [] : answersAmong(found);
  const corrected = pages.length > 0 ? (found.corrected ?? respelt) : undefined;
  if (pages.length > 0) return { picks, pages, near: [], ...(corrected !== undefined && { corrected }) };
  if (place) return { picks, ...placeAnswers(place, sources, now) };
  const written = sources.written(query);
  const asWritten = written === undefined ? [] : answersAmong(sources.search(written, now));
  if (written !== undefined && asWritten.length > 0)
    return { picks, pages: asWritten, near: [], corrected: written };
  const near = found.pages
    .filter(({ page, isNear }) => isNear && page.group === 'help')
    .map(({ page }) => page);
  return { picks, pages: [], near: near.slice(0, mostNear) };
}

/** What happened comes before pages that hold words of who and where. */
function answersAmong({ told, pages }: FoundPages): FindablePage[] {
  const others = chosen(pages.filter(({ isAnswer }) => isAnswer));
  const first = told.slice(0, mostHelp);
  const rest = others.filter((page) => !first.includes(page));
  return [...first, ...rest].slice(0, first.length > 0 ? mostHelp : mostPages);
}

/** The best pages, help before others of about the same score. */
function chosen(found: readonly { page: FindablePage; score: number }[]): FindablePage[] {
  const best = Math.max(0, ...found.map(({ score }) => score));
  const good = found.filter(({ score }) => score >= leastOfBest * best).map(({ page }) => page);
  const isHelp = ({ group }: FindablePage) => group === 'help' || group === 'contact';
  return [...good.filter(isHelp).slice(0, mostHelp), ...good.filter((page) => !isHelp(page))].slice(
    0,
    mostPages,
  );
}

/** For a place: what the rest of the query asks for, or who answers calls from there. */
function placeAnswers(place: NamedPlace, sources: AnswerSources, now: Date): Omit<Answers, 'picks'> {
  if (place.rest !== '') {
    return { pages: answersAmong(sources.search(place.rest, now)), near: [] };
  }
  return {
    pages: sources
      .pages(now)
      .filter(({ isLocal }) => isLocal)
      .slice(0, mostHelp),
    near: [],
  };
}

/** Picks whose query is this one in any spelling, while they are shown. */
function picksFor(query: string, model: PublishedRecords, now: Date): BestBet[] {
  const record = model.only(bestBetsKind.name);
  if (!record) return [];
  const asked = fold(query);
  const holds = ({ start, end }: BestBet) =>
    Date.parse(start) <= now.getTime() && now.getTime() < Date.parse(end);
  return dataOf(bestBetsKind, record).bets.filter(
    (bet) => holds(bet) && bet.queries.some((spelling) => fold(spelling) === asked),
  );
}
