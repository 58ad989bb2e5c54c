import type { Reference, TextPlace } from '../references/reference.ts';
import { childElements, firstChild, isElement, type LawElement, textOf } from '../texts/law-text.ts';
import { groups } from '../texts/schema-elements.ts';
import { escapeHtml, tag } from './html.ts';
import { type LinkSpan, type NodeSpans, spansOf } from './linked-text.ts';

/** A text, and the reading of what has one. */
export type ReadText = readonly (string | { base: string; reading: string })[];

export interface RenderOptions {
  /** heading level of an article or appendix; default 3 */
  headingLevel?: 1 | 2 | 3 | 4 | 5 | 6;
  /** prefix of every `id`, so that a page can have several provisions */
  idPrefix?: string;
  /** furigana of the law's own, and from `reading` where it is given */
  furigana?: boolean;
  reading?: (text: string) => ReadText;
  /** place of the text; references are only searched if it is given with `link` */
  place?: TextPlace;
  /** URL of a reference; undefined leaves it as text */
  link?: (reference: Reference) => string | undefined;
  /** URL of an image, by its `src` in the law; undefined shows a placeholder */
  image?: (src: string) => string | undefined;
  /** alternative or placeholder text of an image; default in Japanese */
  imageText?: (src: string) => string;
}

/**
 * A provision as HTML: headings, paragraphs, lists with the law's own numbers (lists of the class `law-items` want
 * `list-style: none`), tables with their headers. Nothing of the element is left out but its readings, unless asked for.
 */
export function renderProvision(element: LawElement, options: RenderOptions = {}): string {
  const spans = options.place && options.link ? spansOf(element, options.place) : new Map();
  return tag('div', { class: 'law-text', lang: 'ja' }, new Renderer(options, spans).block(element, ''));
}

const shownAs: ReadonlyMap<string, string> = new Map([
  ['Sup', 'sup'],
  ['Sub', 'sub'],
]);
/** Children of these are rendered as blocks; text next to them becomes its own paragraph. */
const isItem = /^(?:Item|Subitem\d+)$/;
const isSentence =
  /^(?:ParagraphSentence|ItemSentence|Subitem\d+Sentence|ListSentence|Sublist\d+Sentence|ClassSentence)$/;
const isNumber = /^(?:ParagraphNum|ItemTitle|Subitem\d+Title|ClassTitle|ArithFormulaNum)$/;
const isTitle = /^(?:ArticleCaption|ArticleTitle|\w+(?:Title|Label))$/;

class Renderer {
  readonly #options: RenderOptions;
  readonly #spans: NodeSpans;

  constructor(options: RenderOptions, spans: NodeSpans) {
    this.#options = options;
    this.#spans = spans;
  }

  /** `above` is the id of what the element lies in, `At_26-Pr_1`. */
  block(element: LawElement, above: string): string {
    const { name } = element;
    if (name === 'Article') return this.#article(element);
    if (name === 'Paragraph') return this.#paragraph(element, above);
    if (isItem.test(name)) return this.#items([element], above);
    if (name === 'Table') return this.#table(element);
    if (name === 'Fig') return this.#image(element);
    if (isSentence.test(name) || name === 'Sentence' || name === 'Ruby' || shownAs.has(name))
      return tag('p', {}, this.#inline(element));
    if (isTitle.test(name)) return tag('p', { class: 'law-title' }, this.#inline(element));
    return this.#group(element, above);
  }

  /** Anything that holds blocks: a chapter, an appendix, a figure, an element that the schema does not have. */
  #group(element: LawElement, above: string): string {
    const titleName =
      groups.get(element.name) ??
      (/^(?:SupplProvision)?Appdx/.test(element.name) ? `${element.name}Title` : undefined);
    const title = titleName === undefined ? undefined : firstChild(element, titleName);
    const rest = element.children.filter((child) => child !== title);
    const head = title === undefined ? '' : this.#heading(this.#inline(title), undefined);
    const known = /^[A-Za-z]\w*$/.test(element.name) ? element.name : undefined;
    return tag(
      title === undefined ? 'div' : 'section',
      { 'data-element': known },
      head + this.#blocks(element, rest, above),
    );
  }

  #blocks(parent: LawElement, children: readonly (LawElement | string)[], above: string): string {
    let html = '';
    for (let at = 0; at < children.length; at += 1) {
      const child = children[at] as LawElement | string;
      if (!isElement(child)) html += tag('p', {}, this.#textNode(parent, child));
      else if (isItem.test(child.name)) {
        const items = [child];
        for (
          let next = children[at + 1];
          next !== undefined && isElement(next) && isItem.test(next.name);
          next = children[at + 1]
        ) {
          items.push(next);
          at += 1;
        }
        html += this.#items(items, above);
      } else html += this.block(child, above);
    }
    return html;
  }

  #article(element: LawElement): string {
    const id = `At_${element.attributes.Num ?? ''}`;
    const title = firstChild(element, 'ArticleTitle');
    const caption = firstChild(element, 'ArticleCaption');
    const rest = element.children.filter((child) => child !== title && child !== caption);
    const shown = [title, caption].map((part, index) =>
      part === undefined
        ? ''
        : index === 0
          ? this.#inline(part)
          : tag('span', { class: 'law-caption' }, this.#inline(part)),
    );
    const headingId = this.#id(`${id}-title`);
    const heading = title || caption ? this.#heading(shown.join(''), headingId) : '';
    const labelled = heading === '' ? undefined : headingId;
    return tag(
      'section',
      { class: 'law-article', id: this.#id(id), 'aria-labelledby': labelled },
      heading + this.#blocks(element, rest, id),
    );
  }

  #heading(content: string, id: string | undefined): string {
    return tag(`h${this.#options.headingLevel ?? 3}`, { id }, content);
  }

  #id(id: string): string {
    return `${this.#options.idPrefix ?? ''}${id.replace(/[^\w:-]/g, '_')}`;
  }

  #paragraph(element: LawElement, above: string): string {
    const id = `${above === '' ? '' : `${above}-`}Pr_${element.attributes.Num ?? ''}`;
    return tag('div', { class: 'law-paragraph', id: this.#id(id) }, this.#numbered(element, id));
  }

  /** Renders a number and its sentences as one paragraph, then its children. */
  #numbered(element: LawElement, id: string): string {
    const number = element.children.find(
      (child): child is LawElement => isElement(child) && isNumber.test(child.name),
    );
    const sentence = element.children.find(
      (child): child is LawElement => isElement(child) && isSentence.test(child.name),
    );
    const at = sentence === undefined ? -1 : element.children.indexOf(sentence);
    const before = element.children.filter((child, index) => child !== number && index < at);
    const behind = element.children.filter((child, index) => child !== number && index > at);
    const label = number === undefined ? '' : this.#inline(number);
    const lead = label === '' ? '' : `${tag('span', { class: 'law-number' }, label)} `;
    const own =
      lead === '' && sentence === undefined
        ? ''
        : tag('p', {}, lead + (sentence ? this.#inline(sentence) : ''));
    return this.#blocks(element, before, id) + own + this.#blocks(element, behind, id);
  }

  #items(items: readonly LawElement[], above: string): string {
    const list = items.map((item) => {
      const prefix = item.name === 'Item' ? 'It' : `Si${item.name.slice('Subitem'.length)}`;
      const id = `${above === '' ? '' : `${above}-`}${prefix}_${item.attributes.Num ?? ''}`;
      return tag('li', { id: this.#id(id) }, this.#numbered(item, id));
    });
    // Safari does not expose lists without markers as lists unless they have the role.
    return tag('ol', { class: 'law-items', role: 'list' }, list.join(''));
  }

  #table(element: LawElement): string {
    const rows = childElements(element);
    const heads = rows.filter(({ name }) => name === 'TableHeaderRow');
    const body = rows.filter(({ name }) => name !== 'TableHeaderRow');
    const head =
      heads.length === 0 ? '' : tag('thead', {}, heads.map((row) => this.#row(row, 'th')).join(''));
    const table = tag(
      'table',
      {},
      `${head}${tag('tbody', {}, body.map((row) => this.#row(row, 'td')).join(''))}`,
    );
    return tag('div', { class: 'law-table', tabindex: '0', role: 'group', 'aria-label': '表' }, table);
  }

  #row(row: LawElement, cell: 'th' | 'td'): string {
    const cells = childElements(row).map((column) => {
      const { rowspan, colspan } = column.attributes;
      const attributes = {
        scope: cell === 'th' ? 'col' : undefined,
        rowspan: spanOf(rowspan),
        colspan: spanOf(colspan),
      };
      const inline = column.children.every(
        (child) => !isElement(child) || /^(?:Sentence|Column|Ruby|Line|Sup|Sub)$/.test(child.name),
      );
      return tag(cell, attributes, inline ? this.#inline(column) : this.#blocks(column, column.children, ''));
    });
    return tag('tr', {}, cells.join(''));
  }

  #image({ attributes }: LawElement): string {
    const src = attributes.src ?? '';
    const text = (this.#options.imageText ?? ((name) => `図（${name.split('/').at(-1)}）`))(src);
    const address = this.#options.image?.(src);
    const safe = address !== undefined && isSafeAddress(address);
    return safe
      ? `<img src="${escapeHtml(address)}" alt="${escapeHtml(text)}">`
      : tag('p', { class: 'law-image', 'data-src': src }, escapeHtml(text));
  }

  /** Renders sentences and columns as inline text. */
  #inline(element: LawElement): string {
    let html = '';
    let columns = 0;
    for (const [index, child] of element.children.entries()) {
      if (!isElement(child)) html += this.#textNode(element, child, index);
      else if (child.name === 'Ruby') html += this.#ruby(child);
      else if (child.name === 'Column') {
        html += `${columns > 0 ? '　' : ''}${tag('span', { class: 'law-column' }, this.#inline(child))}`;
        columns += 1;
      } else if (child.name === 'Fig') html += this.#image(child);
      else if (child.name === 'Sentence' || child.name === 'Line') html += this.#inline(child);
      else
        html += tag(
          shownAs.get(child.name) ?? 'span',
          { 'data-element': shownAs.has(child.name) ? undefined : child.name },
          this.#inline(child),
        );
    }
    return html;
  }

  #ruby(element: LawElement): string {
    const reading = childElements(element, 'Rt')
      .flatMap(({ children }) => children.map(textOf))
      .join('');
    const base = element.children
      .filter((child) => !isElement(child) || child.name !== 'Rt')
      .map(textOf)
      .join('');
    return this.#options.furigana ? ruby(base, reading) : escapeHtml(base);
  }

  #textNode(parent: LawElement, text: string, index = parent.children.indexOf(text)): string {
    const spans = this.#spans.get(parent)?.get(index) ?? [];
    let html = '';
    let done = 0;
    for (const span of spans) {
      html += this.#read(text.slice(done, span.start)) + this.#linked(text, span);
      done = span.end;
    }
    return html + this.#read(text.slice(done));
  }

  #linked(text: string, { start, end, reference }: LinkSpan): string {
    const content = this.#read(text.slice(start, end));
    const address = this.#options.link?.(reference);
    return address !== undefined && isSafeAddress(address) ? tag('a', { href: address }, content) : content;
  }

  #read(text: string): string {
    const { furigana, reading } = this.#options;
    if (!furigana || reading === undefined) return escapeHtml(text);
    return reading(text)
      .map((part) => (typeof part === 'string' ? escapeHtml(part) : ruby(part.base, part.reading)))
      .join('');
  }
}

const ruby = (base: string, reading: string): string =>
  `<ruby>${escapeHtml(base)}<rp>（</rp><rt>${escapeHtml(reading)}</rt><rp>）</rp></ruby>`;

const spanOf = (value: string | undefined): string | undefined =>
  value !== undefined && /^[1-9]\d{0,2}$/.test(value) && value !== '1' ? value : undefined;

const isSafeAddress = (address: string): boolean => /^(?:https?:\/\/|[/#?.])/.test(address);
