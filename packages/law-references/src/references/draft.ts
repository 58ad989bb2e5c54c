import { headOf, type Level, levels, type Phrase } from './phrase.ts';
import type { Place } from './place.ts';
import type { Provision, Reference } from './reference.ts';

/** A reference while the text is read; a law's name becomes an article's reference when 第…条 follows. */
export interface Draft {
  start: number;
  end: number;
  kind: Reference['kind'];
  place: Place;
  to?: Place;
  row?: string;
  /** no reference unless a provision follows: a treaty's name */
  silent?: boolean;
}

export function referenceOf(draft: Draft): Reference {
  const { place, to } = draft;
  const reference: Reference = {
    start: draft.start,
    end: draft.end,
    law: place.law?.id,
    ...provision(place),
    kind: draft.kind,
  };
  if (to !== undefined) reference.to = provision(to);
  if (place.part !== undefined) reference.part = place.part;
  if (place.table) reference.table = place.table;
  if (draft.row !== undefined) reference.row = draft.row;
  if (place.law?.title) reference.lawTitle = place.law.title;
  if (place.law?.number !== undefined) reference.lawNumber = place.law.number;
  return reference;
}

function provision({ article, paragraph, item, subitem }: Place): Provision {
  return { article, paragraph, item, ...(subitem === undefined ? {} : { subitem }) };
}

export function kindOf(phrase: Phrase, place: Place): Reference['kind'] {
  if (phrase.table !== undefined || place.table !== undefined) return 'table';
  return place.supplementary ? 'supplementary' : 'article';
}

/** The lowest level that a place names. */
export function lowestOf(place: Place): Level {
  const named = (level: Exclude<Level, 'article'>): boolean =>
    place[level] !== undefined && place[level] !== 'items';
  return (['part', 'subitem', 'item', 'paragraph'] as const).find(named) ?? 'article';
}

/** Whether the phrase names a part of the reference directly before it: 民法 + 第九十条, 第三条(…) + 第二項. */
export function isPartOf(draft: Draft, phrase: Phrase): boolean {
  if (phrase.table?.by === 'same') return false;
  const head = headOf(phrase);
  const step = head === 'article' || head === 'paragraph' || head === 'item' ? phrase[head] : undefined;
  if (draft.kind === 'law') {
    if (phrase.supplementary || phrase.table !== undefined) return true;
    return step?.by === 'number' && (head === 'article' || draft.place.law?.id === undefined);
  }
  if (head === undefined || phrase.supplementary || phrase.table !== undefined || draft.kind === 'table')
    return false;
  if (head === 'part') return true;
  if (draft.place.article === undefined && draft.kind === 'supplementary' && head === 'article') return true;
  return (
    (step === undefined || step.by === 'number') &&
    levels.indexOf(head) > levels.indexOf(lowestOf(draft.place))
  );
}
