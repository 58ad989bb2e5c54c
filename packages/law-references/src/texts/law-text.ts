/** An element of a law's XML, whatever its name. */
export interface LawElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (LawElement | string)[];
}

/** One revision of a law. */
export interface LawText {
  /** e-Gov id, where it is known */
  id?: string;
  /** 法令番号 */
  number?: string;
  title: string;
  /** reading of the title, in hiragana */
  titleReading?: string;
  /** e-Gov's id of the revision, `lawId_date_amendingLawId` */
  revision?: string;
  /** first day this text is in force, YYYY-MM-DD; without it the text counts as in force since ever */
  effectiveFrom?: string;
  /** the whole document: nothing that was read is left out */
  root: LawElement;
  /** articles in order, those of the 附則 behind */
  articles: LawArticle[];
  /** 別表 and their like, in order */
  appendices: LawAppendix[];
  /** `src` of the images it shows, in order */
  images: string[];
  /** elements that the e-Gov schema does not have, by name, and how many */
  unknownElements: Record<string, number>;
}

/** An article; of a 附則 without articles, its paragraphs together. */
export interface LawArticle {
  /** `60_2`; `24:26` for combined deleted articles; undefined for paragraphs outside articles */
  article: string | undefined;
  /** for an article of a 附則: the amending law's number, or '' for the law's own */
  supplement?: string;
  caption?: string;
  /** titles of the parts, chapters and sections that contain it */
  path: string[];
  element: LawElement;
}

export interface LawAppendix {
  /** number of the 別表, `1`, `1_2`; undefined where it has none or is another kind of appendix */
  table: string | undefined;
  title: string;
  supplement?: string;
  element: LawElement;
}

export const isElement = (node: LawElement | string): node is LawElement => typeof node !== 'string';

export function childElements(element: LawElement, name?: string): LawElement[] {
  return element.children.filter(
    (child): child is LawElement => isElement(child) && (name === undefined || child.name === name),
  );
}

export function firstChild(element: LawElement, name: string): LawElement | undefined {
  return element.children.find((child): child is LawElement => isElement(child) && child.name === name);
}

/** The text of an element without the readings of its ruby. */
export function textOf(element: LawElement | string): string {
  if (!isElement(element)) return element;
  if (element.name === 'Rt') return '';
  let text = '';
  for (const child of element.children) text += textOf(child);
  return text;
}
