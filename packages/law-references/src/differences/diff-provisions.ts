import type { Provision } from '../references/reference.ts';
import { align } from './align.ts';
import type { ProvisionNode } from './provision-tree.ts';
import { similarity } from './similarity.ts';

/** A provision within an article, with its own wording. */
export interface Wording extends Omit<Provision, 'article'> {
  text: string;
}

/** Change of a paragraph, item or subitem. For the article's own wording (its caption) all levels are undefined. */
export interface ProvisionChange {
  type: 'added' | 'removed' | 'changed' | 'renumbered';
  before?: Wording;
  after?: Wording;
}

type Above = Omit<Wording, 'text'>;

const top: Above = { paragraph: undefined, item: undefined };

/** Changes of an article's provisions, in the order of the new text. */
export function diffProvisions(before: ProvisionNode, after: ProvisionNode): ProvisionChange[] {
  return changes(before, after, top, top);
}

function changes(
  before: ProvisionNode,
  after: ProvisionNode,
  above: Above,
  aboveAfter: Above,
): ProvisionChange[] {
  const [old, now] = [placeOf(before, above), placeOf(after, aboveAfter)];
  const found: ProvisionChange[] = [];
  const of = { before: { ...old, text: before.text }, after: { ...now, text: after.text } };
  if (before.text !== after.text) found.push({ type: 'changed', ...of });
  else if (before.level !== 'article' && before.number !== after.number)
    found.push({ type: 'renumbered', ...of });

  const pairs = align(before.children.length, after.children.length, (a, b) =>
    similarityOf(before.children[a] as ProvisionNode, after.children[b] as ProvisionNode),
  );
  let [a, b] = [0, 0];
  for (const [pairedBefore, pairedAfter] of [
    ...pairs,
    [before.children.length, after.children.length] as const,
  ]) {
    for (; a < pairedBefore; a += 1)
      found.push(...whole('removed', before.children[a] as ProvisionNode, old));
    for (; b < pairedAfter; b += 1) found.push(...whole('added', after.children[b] as ProvisionNode, now));
    const [left, right] = [before.children[a], after.children[b]];
    if (left && right) found.push(...changes(left, right, old, now));
    a += 1;
    b += 1;
  }
  return found;
}

/** Likeness of two provisions: similar wording, or same number and level and not entirely different. */
function similarityOf(a: ProvisionNode, b: ProvisionNode): number {
  if (a.level !== b.level) return 0;
  if (a.text === b.text) return a.number === b.number ? 1.2 : 1;
  const alike = similarity(a.print, b.print);
  return a.number === b.number ? Math.max(alike, alike >= 0.25 ? 0.5 : 0) + 0.1 : alike;
}

function whole(type: 'added' | 'removed', node: ProvisionNode, above: Above): ProvisionChange[] {
  const place = placeOf(node, above);
  const wording = { ...place, text: node.text };
  const change: ProvisionChange = type === 'added' ? { type, after: wording } : { type, before: wording };
  return [change, ...node.children.flatMap((child) => whole(type, child, place))];
}

function placeOf({ level, number }: ProvisionNode, above: Above): Above {
  switch (level) {
    case 'article':
      return above;
    case 'paragraph':
      return { paragraph: Number(number), item: undefined };
    case 'item':
      return { paragraph: above.paragraph, item: number };
    case 'subitem':
      return { ...above, subitem: `${above.subitem ?? ''}${number}` };
  }
}
