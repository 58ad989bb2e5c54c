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
