import type { LawArticle, LawText } from '../texts/law-text.ts';
import { isDeleted } from '../texts/provisions.ts';
import { outOfOrder } from './align.ts';
import { diffProvisions, type ProvisionChange } from './diff-provisions.ts';
import { bodyOf, provisionTree } from './provision-tree.ts';
import { type Fingerprint, fingerprint, similarity } from './similarity.ts';

/** An article in one of the two texts. */
export interface ArticlePlace {
  article: string | undefined;
  /** the amending law whose 附則 it is in, or '' for the law's own */
  supplement?: string;
  caption?: string;
  /** titles of the parts, chapters and sections that contain it */
  path: string[];
}

export type ArticleChange =
  | { type: 'added'; after: ArticlePlace }
  /** also where its number stays, with 「削除」 */
  | { type: 'removed'; before: ArticlePlace }
  | {
      type: 'kept';
      before: ArticlePlace;
      after: ArticlePlace;
      renumbered: boolean;
      /** moved to another chapter or position */
      moved: boolean;
      /** empty if only its number or position changed */
      provisions: ProvisionChange[];
    };

/**
 * Changes between two texts of a law by article, in the order of the new text, removed articles last. A
 * renumbered article is matched by its wording, even if references in it were adapted.
 */
export function diffLaws(before: LawText, after: LawText): ArticleChange[] {
  const [olds, news] = [articlesOf(before), articlesOf(after)];
  const pairs = pairUp(olds, news);
  const changes: ArticleChange[] = [];
  const broken = brokenOrder(olds, news, pairs);
  for (const now of news) {
    const old = pairs.get(now);
    if (old === undefined) changes.push({ type: 'added', after: placeOf(now) });
    else changes.push(kept(old, now, broken.has(now)));
  }
  const paired = new Set(pairs.values());
  for (const old of olds) {
    if (!paired.has(old)) changes.push({ type: 'removed', before: placeOf(old) });
  }
  return changes.filter(
    (change) => change.type !== 'kept' || change.renumbered || change.moved || change.provisions.length > 0,
  );
}

const articlesOf = ({ articles }: LawText): Article[] =>
  articles.filter((each) => !isDeleted(each)).map(articleOf);

interface Article {
  source: LawArticle;
  key: string;
  group: string;
  body: string;
  /** the body without numbers, which is unchanged if references shift */
  textWithoutNumbers: string;
  print: Fingerprint | undefined;
}

function articleOf(source: LawArticle): Article {
  const body = bodyOf(source.element);
  const group = source.supplement === undefined ? '' : `附則 ${source.supplement}`;
  return {
    source,
    key: `${group} ${source.article ?? ''}`,
    group: group === '' ? '' : '附則',
    body,
    textWithoutNumbers: body.replace(/[〇一二三四五六七八九十百千\d０-９]+/g, '#'),
    print: undefined,
  };
}

/** Bodies shorter than this may be alike by chance: 「前条の規定を準用する。」 */
const leastTelling = 24;

function pairUp(olds: Article[], news: Article[]): Map<Article, Article> {
  const pairs = new Map<Article, Article>();
  const left = new Set(olds);
  const pair = (now: Article, old: Article): void => {
    pairs.set(now, old);
    left.delete(old);
  };
  const byKey = new Map(olds.map((old) => [old.key, old]));
  for (const now of news) {
    const old = byKey.get(now.key);
    if (old !== undefined && (old.body === now.body || old.textWithoutNumbers === now.textWithoutNumbers))
      pair(now, old);
  }
  for (const trait of ['body', 'textWithoutNumbers'] as const) {
    const byTrait = new Map<string, Article[]>();
    for (const old of left)
      byTrait.set(traitOf(old, trait), [...(byTrait.get(traitOf(old, trait)) ?? []), old]);
    for (const now of news) {
      if (pairs.has(now) || now[trait].length < leastTelling) continue;
      const old = byTrait.get(traitOf(now, trait))?.shift();
      if (old !== undefined) pair(now, old);
    }
  }
  for (const { now, old } of likely(
    news.filter((now) => !pairs.has(now)),
    [...left],
    byKey,
  )) {
    if (!pairs.has(now) && left.has(old)) pair(now, old);
  }
  return pairs;
}

const traitOf = (article: Article, trait: 'body' | 'textWithoutNumbers'): string =>
  `${article.group} ${article[trait]}`;

/** Most comparisons by wording; beyond that only articles of the same number are compared. */
const maxComparisons = 60_000;
const minSimilarity = 0.5;
const sameNumberBonus = 0.2;

/** Sufficiently similar pairs, most similar first; an equal number counts half. */
function likely(
  news: Article[],
  olds: Article[],
  byKey: Map<string, Article>,
): { now: Article; old: Article }[] {
  const across = news.length * olds.length <= maxComparisons;
  const found: { now: Article; old: Article; score: number }[] = [];
  const left = new Set(olds);
  for (const now of news) {
    const same = byKey.get(now.key);
    for (const old of across ? olds : same !== undefined && left.has(same) ? [same] : []) {
      if (old.group !== now.group) continue;
      const alike = similarity(printOf(now), printOf(old));
      const score = alike + (old === same ? sameNumberBonus : 0);
      if (score >= minSimilarity) found.push({ now, old, score });
    }
  }
  return found.sort((a, b) => b.score - a.score);
}

function printOf(article: Article): Fingerprint {
  article.print ??= fingerprint(article.body);
  return article.print;
}

function kept(old: Article, now: Article, broken: boolean): ArticleChange {
  const same = old.body === now.body;
  return {
    type: 'kept',
    before: placeOf(old),
    after: placeOf(now),
    renumbered: old.source.article !== now.source.article,
    moved: broken || pathName(old) !== pathName(now),
    provisions: same
      ? []
      : diffProvisions(provisionTree(old.source.element), provisionTree(now.source.element)),
  };
}

/** 「第三章　不利益処分」 without its number, which shifts when a chapter is put in. */
const pathName = ({ source }: Article): string =>
  source.path.map((title) => title.replace(/^第[^　 ]*[　 ]*/, '')).join('/');

function placeOf({ source }: Article): ArticlePlace {
  const { article, supplement, caption, path } = source;
  return {
    article,
    ...(supplement === undefined ? {} : { supplement }),
    ...(caption === undefined ? {} : { caption }),
    path,
  };
}

/** Articles of the new text whose order changed. */
function brokenOrder(olds: Article[], news: Article[], pairs: Map<Article, Article>): Set<Article> {
  const before = new Map(olds.map((old, index) => [old, index]));
  const kept = news.filter((now) => pairs.has(now));
  const positions = kept.map((now) => before.get(pairs.get(now) as Article) as number);
  return new Set([...outOfOrder(positions)].map((index) => kept[index] as Article));
}
