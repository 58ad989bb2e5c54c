import type { Statute } from '../statutes/statutes.ts';
import type { Phrase, Step } from './phrase.ts';
import type { ProvisionPart } from './reference.ts';

/** A place in a law, as far as the text specifies it. */
export interface Place {
  law?: Statute | undefined;
  /** of another instrument, whose name is not known: never the text's own law */
  foreign?: boolean | undefined;
  supplementary?: boolean | undefined;
  table?: string | undefined;
  article?: string | undefined;
  paragraph?: number | undefined;
  item?: string | undefined;
  subitem?: string | undefined;
  part?: ProvisionPart | undefined;
}

/** What was named last, level by level; `at` is where. */
interface Mention {
  place: Place;
  at: number;
}

export interface Mentions {
  law?: Mention | undefined;
  article?: Mention | undefined;
  paragraph?: Mention | undefined;
  item?: Mention | undefined;
  table?: Mention | undefined;
}

/** Context of a phrase: the text's place, earlier mentions, and the reference it continues. */
export interface Surroundings {
  here: Place;
  articles: readonly string[];
  mentions: Mentions;
  /** for the levels above the phrase's highest */
  above: Place;
}

/** A place and, where the wording is of several (前二項), the last of them. */
export interface Resolved {
  place: Place;
  to?: Place;
}

export function resolvePhrase(phrase: Phrase, around: Surroundings): Resolved {
  if (phrase.table !== undefined) return { place: tablePlace(phrase, around) };
  if (phrase.article !== undefined)
    return withLower(phrase, articlePlaces(phrase.article, phrase, around), around);
  if (phrase.supplementary) {
    const place = { law: around.above.law, foreign: around.above.foreign, supplementary: true };
    return withLower(phrase, { place }, around);
  }
  return withLower(phrase, { place: { ...around.above } }, around);
}

function tablePlace(phrase: Phrase, { above, mentions }: Surroundings): Place {
  if (phrase.table?.by === 'same') {
    const { law, foreign, table } = mentions.table?.place ?? { law: above.law };
    return { law, foreign, table: table ?? '' };
  }
  return {
    law: above.law,
    foreign: above.foreign,
    supplementary: phrase.supplementary,
    table: phrase.table?.value ?? '',
    item: phrase.item?.by === 'number' ? phrase.item.value : undefined,
  };
}

function articlePlaces(step: Step, phrase: Phrase, around: Surroundings): Resolved {
  const { here, above, mentions, articles } = around;
  const own = { law: here.law, foreign: here.foreign, supplementary: here.supplementary };
  switch (step.by) {
    case 'number':
      return {
        place: {
          law: above.law,
          foreign: above.foreign,
          supplementary: phrase.supplementary || above.supplementary,
          article: step.value,
        },
      };
    case 'same': {
      const { law, foreign, supplementary, article } = mentions.article?.place ?? {};
      return { place: { law, foreign, supplementary, article } };
    }
    case 'here':
      return { place: { ...own, article: here.article } };
    case 'next':
      return { place: { ...own, article: articleAt(here.article, 1, articles) } };
    case 'previous':
      return span(step.count, (back) => ({ ...own, article: articleAt(here.article, -back, articles) }));
    case 'every-previous':
      return {
        place: { ...own, article: articles[0] ?? '1' },
        to: { ...own, article: articleAt(here.article, -1, articles) },
      };
  }
}

/** The article `by` places from `article`; without the law's own order, by counting. */
function articleAt(article: string | undefined, by: number, articles: readonly string[]): string | undefined {
  if (article === undefined) return undefined;
  const index = articles.indexOf(article);
  if (index >= 0) return articles[index + by];
  const numbers = article.split('_').map(Number);
  const last = (numbers.pop() as number) + by;
  if (numbers.length === 0) return last < 1 ? undefined : String(last);
  // 第六十条 precedes 第六十条の二.
  if (last >= 2) return [...numbers, last].join('_');
  return articleAt(numbers.join('_'), last - 1, articles);
}

/** Several places up to the one before; where the text's own is not known, no more than that is. */
function span(count: number, back: (by: number) => Place): Resolved {
  const [first, last] = [back(count), back(1)];
  const isKnown = (['article', 'paragraph', 'item'] as const).some((level) => first[level] !== last[level]);
  return isKnown ? { place: first, to: last } : { place: last };
}

function withLower(phrase: Phrase, found: Resolved, around: Surroundings): Resolved {
  let { place, to } = found;
  if (phrase.paragraph !== undefined) {
    ({ place, to } = paragraphPlaces(phrase.paragraph, place, around));
  } else if (phrase.article !== undefined || (phrase.supplementary && !phrase.item)) {
    place = { ...place, paragraph: undefined, item: undefined };
  }
  if (phrase.item !== undefined) ({ place, to } = itemPlaces(phrase.item, place, around));
  else if (phrase.paragraph !== undefined || phrase.article !== undefined)
    place = { ...place, item: undefined };
  if (phrase.subitem !== undefined) place = { ...place, subitem: subitemOf(phrase.subitem, place.subitem) };
  else if (phrase.part !== undefined && phrase.item === undefined && phrase.part === 'items')
    place = { ...place, item: undefined, subitem: undefined };
  else place = { ...place, subitem: undefined };
  place = { ...place, part: phrase.part };
  return to === undefined ? { place } : { place, to };
}

/** 「(2)」 behind 「イ(1)」 is `イ(2)`. */
const subitemOf = (named: string, before: string | undefined): string =>
  named.startsWith('(') ? `${before?.replace(/\([^()]*\)$/, '') ?? ''}${named}` : named;

function paragraphPlaces(step: Step, base: Place, { here, mentions }: Surroundings): Resolved {
  const own = (paragraph: number | undefined): Place => ({
    ...placeOfArticle(here),
    paragraph: valid(paragraph),
  });
  const current = here.paragraph;
  switch (step.by) {
    case 'number':
      return { place: { ...placeOfArticle(base), paragraph: Number(step.value) } };
    case 'same':
      return {
        place: {
          ...placeOfArticle(mentions.paragraph?.place ?? {}),
          paragraph: mentions.paragraph?.place.paragraph,
        },
      };
    case 'here':
      return { place: own(current) };
    case 'next':
      return { place: own(current === undefined ? undefined : current + 1) };
    case 'previous':
      return span(step.count, (back) => own(current === undefined ? undefined : current - back));
    case 'every-previous':
      return { place: own(1), to: own(current === undefined ? undefined : current - 1) };
  }
}

const valid = (paragraph: number | undefined): number | undefined =>
  paragraph === undefined || paragraph < 1 ? undefined : paragraph;

export const placeOfArticle = ({ law, foreign, supplementary, article }: Place): Place => ({
  law,
  foreign,
  supplementary,
  article,
});

export const placeOfParagraph = (place: Place): Place => ({
  ...placeOfArticle(place),
  paragraph: place.paragraph,
});

function itemPlaces(step: Step, base: Place, { here, mentions }: Surroundings): Resolved {
  const own = (item: string | undefined): Place => ({ ...placeOfParagraph(here), item });
  switch (step.by) {
    case 'number':
      return { place: { ...placeOfParagraph(base), table: base.table, item: step.value } };
    case 'same':
      return { place: { ...placeOfParagraph(mentions.item?.place ?? {}), item: mentions.item?.place.item } };
    case 'here':
      return { place: own(here.item) };
    case 'next':
      return { place: own(articleAt(here.item, 1, [])) };
    case 'previous':
      return span(step.count, (back) => own(articleAt(here.item, -back, [])));
    case 'every-previous':
      return { place: own('1'), to: own(articleAt(here.item, -1, [])) };
  }
}
