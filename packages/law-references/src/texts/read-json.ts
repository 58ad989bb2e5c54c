import type { LawElement } from './law-text.ts';
import { LawTextError } from './law-text-error.ts';

/** JSON data besides the tree: ids and dates that XML has elsewhere. */
export interface JsonLaw {
  root: LawElement;
  id?: string;
  effectiveFrom?: string;
  revision?: string;
}

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');
/** An attribute or number: JSON may hold anything in its place, which `String` does not turn into a text. */
const scalarIn = (value: unknown): string =>
  typeof value === 'number' || typeof value === 'boolean' ? String(value) : textIn(value);
const listIn = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(isFields) : []);

const element = (
  name: string,
  children: (LawElement | string)[],
  attributes: Record<string, string> = {},
): LawElement => ({
  name,
  attributes,
  children,
});

/**
 * A law as JSON: the law API's tree (`tag`, `attr`, `children`), or one of two forms by article, with `provisions` or
 * `articles`, in which data sets hand laws on.
 */
export function readJson(text: string): JsonLaw {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new LawTextError('malformed', '$', error instanceof Error ? error.message : '');
  }
  if (!isFields(value)) throw new LawTextError('unknown-format', '$');
  if (isFields(value.law_full_text)) return fromApi(value, value.law_full_text);
  if (typeof value.tag === 'string') return { root: fromTree(value, 0) };
  if (Array.isArray(value.provisions)) return fromProvisions(value);
  if (Array.isArray(value.articles)) return fromArticles(value);
  throw new LawTextError('unknown-format', '$');
}

function fromApi(answer: Fields, tree: Fields): JsonLaw {
  const revision = isFields(answer.revision_info) ? textIn(answer.revision_info.law_revision_id) : '';
  const id = isFields(answer.law_info) ? textIn(answer.law_info.law_id) : '';
  return { root: fromTree(tree, 0), ...(id && { id }), ...(revision && { revision }) };
}

const maxLevels = 100;

function fromTree(node: Fields, level: number): LawElement {
  if (level > maxLevels) throw new LawTextError('too-deep', '$', String(maxLevels));
  const attributes: Record<string, string> = {};
  if (isFields(node.attr))
    for (const [name, value] of Object.entries(node.attr)) attributes[name] = scalarIn(value);
  const children = (Array.isArray(node.children) ? node.children : []).flatMap(
    (child: unknown): (LawElement | string)[] => {
      if (typeof child === 'string') return [child];
      return isFields(child) ? [fromTree(child, level + 1)] : [];
    },
  );
  return element(textIn(node.tag), children, attributes);
}

/** `{ id, title, provisions: [{ provision_ref, title, chapter, content }] }`; paragraphs and items are lines. */
function fromProvisions(law: Fields): JsonLaw {
  const articles = listIn(law.provisions).map((provision) => {
    const number = textIn(provision.provision_ref).replace(/^art-/, '').replaceAll('-', '_');
    const paragraphs: LawElement[] = [];
    for (const line of textIn(provision.content).split('\n')) {
      const item = /^ {2}(\S{1,12})\. (.*)$/s.exec(line);
      const last = paragraphs.at(-1);
      if (item !== null && last !== undefined)
        last.children.push(itemOf(item[1] as string, item[2] as string));
      else paragraphs.push(paragraphOf(String(paragraphs.length + 1), line));
    }
    return articleOf(number, textIn(provision.title), paragraphs);
  });
  return {
    root: lawOf(textIn(law.title), textIn(law.law_number), articles),
    ...(textIn(law.id) && { id: textIn(law.id) }),
  };
}

/** `{ lawId, title, asOf, articles: [{ article, caption, paragraphs: [{ paragraph, segments: [{ text }] }] }] }`. */
function fromArticles(law: Fields): JsonLaw {
  const articles = listIn(law.articles).map((article) =>
    articleOf(
      scalarIn(article.article),
      textIn(article.caption),
      listIn(article.paragraphs).map((paragraph) =>
        paragraphOf(
          scalarIn(paragraph.paragraph),
          listIn(paragraph.segments)
            .map(({ text }) => textIn(text))
            .join(''),
        ),
      ),
    ),
  );
  const [id, asOf] = [textIn(law.lawId), textIn(law.asOf)];
  return {
    root: lawOf(textIn(law.title), '', articles),
    ...(id && { id }),
    ...(asOf && { effectiveFrom: asOf }),
  };
}

const lawOf = (title: string, number: string, articles: LawElement[]): LawElement =>
  element('Law', [
    ...(number ? [element('LawNum', [number])] : []),
    element('LawBody', [element('LawTitle', [title]), element('MainProvision', articles)]),
  ]);

const articleOf = (number: string, caption: string, paragraphs: LawElement[]): LawElement =>
  element('Article', [...(caption ? [element('ArticleCaption', [caption])] : []), ...paragraphs], {
    Num: number,
  });

const paragraphOf = (number: string, text: string): LawElement =>
  element('Paragraph', [element('ParagraphSentence', [element('Sentence', [text])])], { Num: number });

const itemOf = (number: string, text: string): LawElement =>
  element('Item', [element('ItemSentence', [element('Sentence', [text])])], { Num: number });
