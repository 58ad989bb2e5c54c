import type { Provision, Reference } from '../references/reference.ts';
import { statuteById } from '../statutes/statutes.ts';
import type { LawRevisions } from './law-revisions.ts';
import type { LawArticle, LawElement, LawText } from './law-text.ts';
import { articleAt, isDeleted, type PlaceInLaw, provisionAt } from './provisions.ts';

/** Resolution of a reference on a day. */
export interface Resolution {
  /**
   * `found`: the text in force has it. `deleted`: only its number remains. `missing`: the law has no such provision
   * on that day. `not-loaded`: no text of the law for that day is at hand. `unknown-law`: the reference names no law.
   */
  state: 'found' | 'deleted' | 'missing' | 'not-loaded' | 'unknown-law';
  /** URL at e-Gov; that of the law if the text is not loaded */
  url?: string;
  lawTitle?: string;
  /** the revision in force on the day */
  text?: LawText;
  /** the provision; of a range, its first and last article and those between */
  elements: LawElement[];
}

type Target = Pick<Reference, 'law' | 'kind'> & Partial<Omit<Reference, 'law' | 'kind'>>;

/** What `reference` means on `date` (YYYY-MM-DD), from the texts in `revisions`. */
export function resolve(reference: Target, date: string, revisions?: LawRevisions): Resolution {
  const { law } = reference;
  if (law === undefined) return { state: 'unknown-law', elements: [] };
  const title = statuteById(law)?.title ?? reference.lawTitle;
  const named = title === undefined ? {} : { lawTitle: title };
  const text = revisions?.inForce(law, date);
  if (text === undefined) return { state: 'not-loaded', url: `${eGov}${law}`, ...named, elements: [] };
  const url = urlOf(law, text);
  const known = { url, lawTitle: text.title, text };
  if (reference.kind === 'law') return { state: 'found', ...known, elements: [text.root] };
  const elements = elementsOf(text, reference);
  if (elements.length === 0) return { state: 'missing', ...known, elements };
  const article = articleAt(text, placeOf(reference));
  const state = article !== undefined && isDeleted(article) ? 'deleted' : 'found';
  return { state, ...known, url: `${url}${anchorOf(reference)}`, elements };
}

const eGov = 'https://laws.e-gov.go.jp/law/';

const urlOf = (law: string, { revision }: LawText): string =>
  revision?.startsWith(`${law}_`) ? `${eGov}${law}/${revision.slice(law.length + 1)}` : `${eGov}${law}`;

/** e-Gov's anchors of articles, paragraphs and items outside the 附則: `#Mp-At_26-Pr_1-It_3`. */
function anchorOf({ kind, article, paragraph, item }: Target): string {
  if (kind !== 'article' || article === undefined) return '';
  const parts = [`At_${article}`, ...(paragraph === undefined ? [] : [`Pr_${paragraph}`])];
  if (item !== undefined) parts.push(...(paragraph === undefined ? ['Pr_1'] : []), `It_${item}`);
  return `#Mp-${parts.join('-')}`;
}

const placeOf = ({ kind, table, article, paragraph, item, subitem }: Target): PlaceInLaw => ({
  article,
  paragraph,
  item,
  ...(subitem === undefined ? {} : { subitem }),
  ...(kind === 'supplementary' ? { supplementary: true } : {}),
  ...(kind === 'table' ? { table: table ?? '' } : {}),
});

function elementsOf(text: LawText, reference: Target): LawElement[] {
  const from = placeOf(reference);
  const first = provisionAt(text, from);
  if (first === undefined) return [];
  if (reference.to === undefined) return [first];
  return range(text, from, reference.to, first);
}

function range(text: LawText, from: PlaceInLaw, to: Provision, first: LawElement): LawElement[] {
  const end = { ...from, ...to };
  const last = provisionAt(text, end);
  if (last === undefined) return [];
  if (to.article !== from.article) {
    const [a, b] = [articleAt(text, from), articleAt(text, end)].map((each) =>
      text.articles.indexOf(each as LawArticle),
    );
    return text.articles.slice(a, (b as number) + 1).map(({ element }) => element);
  }
  const article = articleAt(text, from);
  const siblings = article === undefined ? [] : siblingsOf(article.element, first);
  const [a, b] = [siblings.indexOf(first), siblings.indexOf(last)];
  return a >= 0 && b >= a ? siblings.slice(a, b + 1) : [first, last];
}

function siblingsOf(element: LawElement, child: LawElement): LawElement[] {
  const children = element.children.filter((each): each is LawElement => typeof each !== 'string');
  if (children.includes(child)) return children;
  for (const each of children) {
    const found = siblingsOf(each, child);
    if (found.length > 0) return found;
  }
  return [];
}
