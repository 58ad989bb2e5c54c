import type { Provision } from '../references/reference.ts';
import { fold } from '../text/fold.ts';
import {
  childElements,
  firstChild,
  type LawArticle,
  type LawElement,
  type LawText,
  textOf,
} from './law-text.ts';

/** A place in one law: a provision of it, of its 附則, or a 別表. */
export interface PlaceInLaw extends Partial<Provision> {
  supplementary?: boolean;
  /** the amending law whose 附則 it is; left out, the law's own */
  supplement?: string;
  table?: string;
}

/** The article that a place lies in, or undefined where the law has none of this number. */
export function articleAt(
  law: LawText,
  { article, supplementary, supplement }: PlaceInLaw,
): LawArticle | undefined {
  const inSupplement = supplementary === true || supplement !== undefined;
  return law.articles.find(
    (each) =>
      (inSupplement ? each.supplement === (supplement ?? '') : each.supplement === undefined) &&
      (each.article === article || isWithin(article, each.article)),
  );
}

/** Whether an article is in a combined range, as of deleted articles: `25` in `24:26`. */
function isWithin(article: string | undefined, several: string | undefined): boolean {
  const [first, last] = several?.split(':').map(orderOf) ?? [];
  if (article === undefined || first === undefined || last === undefined) return false;
  const order = orderOf(article);
  return compare(first, order) <= 0 && compare(order, last) <= 0;
}

const orderOf = (article: string): number[] => article.split('_').map(Number);

function compare(a: number[], b: number[]): number {
  for (let level = 0; level < Math.max(a.length, b.length); level += 1) {
    const difference = (a[level] ?? 0) - (b[level] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The element of a place: an article, paragraph, item, subitem or appendix. Undefined where there is none. */
export function provisionAt(law: LawText, place: PlaceInLaw): LawElement | undefined {
  if (place.table !== undefined)
    return law.appendices.find(({ table }) => (table ?? '') === place.table)?.element;
  const article = articleAt(law, place);
  if (article === undefined) return undefined;
  const { paragraph, item, subitem } = place;
  if (paragraph === undefined && item === undefined) return article.element;
  const paragraphs = childElements(article.element, 'Paragraph');
  const found = paragraphs.find(({ attributes }) => attributes.Num === String(paragraph ?? 1));
  if (item === undefined || found === undefined) return found;
  const itemFound = childElements(found, 'Item').find(({ attributes }) => attributes.Num === item);
  return subitem === undefined || itemFound === undefined ? itemFound : subitemOf(itemFound, subitem);
}

/** 「イ(1)」: each part is the title of a level below. */
function subitemOf(item: LawElement, subitem: string): LawElement | undefined {
  let found: LawElement | undefined = item;
  for (const [level, part] of [...subitem.matchAll(/\([^)]*\)|[^(]/g)].entries()) {
    const name = `Subitem${level + 1}`;
    found = found && childElements(found, name).find((each) => titleOf(each, name) === part[0]);
  }
  return found;
}

const titleOf = (element: LawElement, name: string): string =>
  fold(textOf(firstChild(element, `${name}Title`) ?? '')).trim();

/** Whether only the article's number remains: 「第四条　削除」. */
export function isDeleted({ element }: LawArticle): boolean {
  const text = childElements(element, 'Paragraph').map(textOf).join('').trim();
  return text === '削除' || element.attributes.Delete === 'true';
}
