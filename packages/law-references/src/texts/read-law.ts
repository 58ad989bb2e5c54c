import { readLawNumber } from '../statutes/law-number.ts';
import { statuteByName, statuteByNumber } from '../statutes/statutes.ts';
import { fold } from '../text/fold.ts';
import { readNumber } from '../text/numerals.ts';
import {
  childElements,
  firstChild,
  isElement,
  type LawArticle,
  type LawElement,
  type LawText,
  textOf,
} from './law-text.ts';
import { LawTextError } from './law-text-error.ts';
import { type JsonLaw, readJson } from './read-json.ts';
import { XmlTree } from './read-xml.ts';
import { groups, schemaElements } from './schema-elements.ts';

/** Metadata that the bytes do not contain. */
export interface LawOrigin {
  /** e-Gov's id of the revision, which the names of its files hold: `405AC0000000088_20240401_504AC0100000052` */
  revision?: string;
}

/**
 * Reads a law: e-Gov law XML, an answer of the law API, or JSON by article.
 *
 * @throws LawTextError with the place in the input
 */
export function readLaw(bytes: Uint8Array | Iterable<Uint8Array>, origin: LawOrigin = {}): LawText {
  const reading = new Reading();
  for (const piece of bytes instanceof Uint8Array ? [bytes] : bytes) reading.push(piece);
  return lawText(reading.end(), origin);
}

/** As `readLaw`, from a stream. */
export async function readLawStream(
  pieces: AsyncIterable<Uint8Array>,
  origin: LawOrigin = {},
): Promise<LawText> {
  const reading = new Reading();
  for await (const piece of pieces) reading.push(piece);
  return lawText(reading.end(), origin);
}

const maxJsonBytes = 64 * 1024 * 1024;

/** XML is parsed incrementally; JSON is buffered and parsed at the end. */
class Reading {
  #xml: XmlTree | undefined;
  #json: Uint8Array[] | undefined;
  #jsonBytes = 0;

  push(piece: Uint8Array): void {
    if (this.#xml === undefined && this.#json === undefined) {
      const first = piece.findIndex((byte) => byte > 0x20 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf);
      if (first < 0) return;
      if (piece[first] === 0x7b) this.#json = [];
      else this.#xml = new XmlTree();
    }
    if (this.#xml) this.#xml.push(piece);
    else {
      this.#jsonBytes += piece.length;
      if (this.#jsonBytes > maxJsonBytes)
        throw new LawTextError('too-large', '$', `${maxJsonBytes / 1024 / 1024} MB`);
      this.#json?.push(piece);
    }
  }

  end(): JsonLaw {
    if (this.#xml) return fromXml(this.#xml.end());
    if (this.#json) {
      let text: string;
      try {
        text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(this.#json));
      } catch {
        throw new LawTextError('encoding', '$');
      }
      return readJson(text);
    }
    throw new LawTextError('empty', '1:1');
  }
}

/** Ids in a response of the law API, besides the law. */
function fromXml(root: LawElement): JsonLaw {
  const [id, revision] = ['law_id', 'law_revision_id'].map((name) => {
    const found = root.name === 'Law' ? undefined : find(root, name);
    return found === undefined ? '' : textOf(found);
  });
  return { root, ...(id && { id }), ...(revision && { revision }) };
}

function find(element: LawElement, name: string): LawElement | undefined {
  if (element.name === name) return element;
  for (const child of element.children) {
    const found = isElement(child) && child.name !== 'LawBody' ? find(child, name) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function lawText(read: JsonLaw, origin: LawOrigin): LawText {
  const law = find(read.root, 'Law');
  const body = law && firstChild(law, 'LawBody');
  if (law === undefined || body === undefined) throw new LawTextError('no-law', '1:1');
  const heading = firstChild(body, 'LawTitle');
  const title = heading ? textOf(heading).trim() : '';
  const numbered = readLawNumber(fold(textOf(firstChild(law, 'LawNum') ?? '')), 0);
  const revision = origin.revision ?? read.revision;
  const known = (numbered && statuteByNumber(numbered.key)) ?? statuteByName(title);
  const id = read.id ?? revision?.split('_')[0] ?? known?.id;
  const number = numbered?.text ?? known?.number;
  const text: LawText = {
    title,
    root: read.root,
    articles: [],
    appendices: [],
    images: [],
    unknownElements: {},
  };
  if (id) text.id = id;
  if (number) text.number = number;
  if (heading?.attributes.Kana) text.titleReading = heading.attributes.Kana;
  if (revision) text.revision = revision;
  const effectiveFrom = read.effectiveFrom ?? dateOf(revision);
  if (effectiveFrom) text.effectiveFrom = effectiveFrom;
  const unknown = new Map<string, number>();
  gather(law, { text, unknown, path: [], supplement: undefined });
  text.unknownElements = Object.fromEntries(unknown);
  return text;
}

const dateOf = (revision: string | undefined): string | undefined =>
  /^[^_]+_(\d{4})(\d{2})(\d{2})(?:_|$)/
    .exec(revision ?? '')
    ?.slice(1)
    .join('-');

interface Within {
  text: LawText;
  /** elements that the schema does not have, by name, and how many */
  unknown: Map<string, number>;
  path: string[];
  supplement: string | undefined;
}

function gather(element: LawElement, within: Within): void {
  const { text, unknown } = within;
  if (!schemaElements.has(element.name)) unknown.set(element.name, (unknown.get(element.name) ?? 0) + 1);
  if (element.name === 'Fig' && element.attributes.src) text.images.push(element.attributes.src);
  let inner = within;
  const titleName = groups.get(element.name);
  if (titleName !== undefined) {
    const title = firstChild(element, titleName);
    inner = { ...within, path: [...within.path, title ? textOf(title).trim() : ''] };
  } else if (element.name === 'SupplProvision') {
    inner = { ...within, path: [], supplement: element.attributes.AmendLawNum ?? '' };
    if (childElements(element, 'Paragraph').length > 0)
      text.articles.push(articleOf(element, inner, undefined));
  } else if (element.name === 'MainProvision' && childElements(element, 'Paragraph').length > 0) {
    text.articles.push(articleOf(element, inner, undefined));
  } else if (element.name === 'Article') {
    text.articles.push(articleOf(element, within, element.attributes.Num ?? ''));
  } else if (/^(?:SupplProvision)?Appdx/.test(element.name) && !/Title$/.test(element.name)) {
    addAppendix(element, within);
  }
  for (const child of element.children) if (isElement(child)) gather(child, inner);
}

function articleOf(
  element: LawElement,
  { path, supplement }: Within,
  article: string | undefined,
): LawArticle {
  const caption = firstChild(element, 'ArticleCaption');
  return {
    article,
    ...(supplement === undefined ? {} : { supplement }),
    ...(caption ? { caption: textOf(caption).trim() } : {}),
    path,
    element,
  };
}

function addAppendix(element: LawElement, { text, supplement }: Within): void {
  const heading = childElements(element).find(({ name }) => name.endsWith('Title'));
  const title = heading ? textOf(heading).trim() : '';
  text.appendices.push({
    table: /AppdxTable$/.test(element.name) ? tableNumber(element, title) : undefined,
    title,
    ...(supplement === undefined ? {} : { supplement }),
    element,
  });
}

/** 「別表第一の二（第三条関係）」 is `1_2`. */
function tableNumber(element: LawElement, title: string): string | undefined {
  const folded = fold(title);
  const at = /^別表\s*第?/.exec(folded)?.[0].length;
  const first = at === undefined ? undefined : readNumber(folded, at);
  if (first === undefined) return element.attributes.Num;
  let number = String(first.value);
  let end = first.end;
  for (let next = branch(folded, end); next !== undefined; next = branch(folded, end)) {
    number += `_${next.value}`;
    end = next.end;
  }
  return number;
}

const branch = (text: string, at: number) =>
  text[at] === 'の' || text[at] === 'ノ' ? readNumber(text, at + 1) : undefined;
