import { fold } from '../text/fold.ts';
import { childElements, firstChild, isElement, type LawElement, textOf } from '../texts/law-text.ts';
import { type Fingerprint, fingerprint } from './similarity.ts';

/** A provision with its own wording, excluding that of its children. */
export interface ProvisionNode {
  level: 'article' | 'paragraph' | 'item' | 'subitem';
  number: string;
  text: string;
  print: Fingerprint;
  children: ProvisionNode[];
}

const levelOf: Readonly<Record<string, ProvisionNode['level']>> = { Paragraph: 'paragraph', Item: 'item' };

/** An article's paragraphs, items and subitems. */
export function provisionTree(element: LawElement): ProvisionNode {
  return nodeOf(element, 'article', element.attributes.Num ?? '');
}

function nodeOf(element: LawElement, level: ProvisionNode['level'], number: string): ProvisionNode {
  const children: ProvisionNode[] = [];
  const text = ownText(element, children).trim();
  return { level, number, text, print: fingerprint(text), children };
}

/** The text of an element without its number and without the provisions below it, which go into `children`. */
function ownText(element: LawElement, children: ProvisionNode[]): string {
  let text = '';
  for (const child of element.children) {
    if (!isElement(child)) text += child;
    else if (isProvision(child.name))
      children.push(nodeOf(child, levelOf[child.name] ?? 'subitem', numberOf(child)));
    else if (!/^(?:ArticleTitle|ParagraphNum|ItemTitle|Subitem\d+Title)$/.test(child.name))
      text += textOf(child);
  }
  return text;
}

const isProvision = (name: string): boolean => name === 'Paragraph' || /^(?:Item|Subitem\d+)$/.test(name);

function numberOf(element: LawElement): string {
  if (!element.name.startsWith('Subitem')) return element.attributes.Num ?? '';
  const title = firstChild(element, `${element.name}Title`);
  return title ? fold(textOf(title)).trim() : (element.attributes.Num ?? '');
}

/** Wording of an article without its number. */
export function bodyOf(element: LawElement): string {
  return childElements(element)
    .filter(({ name }) => name !== 'ArticleTitle')
    .map(textOf)
    .join('');
}
