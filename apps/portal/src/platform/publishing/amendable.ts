import { done, type Outcome, refused } from '../outcome/outcome.ts';
import type { Kind } from './kind.ts';
import { notAmendable } from './refusals.ts';

/** Values of amendable fields by name; undefined takes a field out. */
export type Amendable = Readonly<Record<string, unknown>>;

function namesOf({ fields }: Pick<Kind, 'fields'>): Set<string> {
  return new Set(fields.filter(({ marking }) => marking.amendable).map(({ name }) => name));
}

/** The fields of an amendment, refused if one of them needs review. */
export function amendedFields(kind: Pick<Kind, 'fields'>, changed: Amendable): Outcome<Amendable> {
  const names = namesOf(kind);
  const stranger = Object.keys(changed).find((name) => !names.has(name));
  return stranger === undefined ? done(changed) : refused(notAmendable(stranger));
}

/** Edited data with the amendable fields as they are in the newest revision. */
export function keepAmendable(kind: Pick<Kind, 'fields'>, edited: unknown, newest: object): unknown {
  const names = namesOf(kind);
  if (names.size === 0 || typeof edited !== 'object' || edited === null) return edited;
  const own = Object.entries(edited).filter(([name]) => !names.has(name));
  const kept = Object.entries(newest).filter(([name]) => names.has(name));
  return Object.fromEntries([...own, ...kept]);
}

/** Items to put into a list, by their id, and ids to take out of it. */
export interface ListAmendment<Item> {
  put: readonly Item[];
  remove?: readonly string[];
}

/**
 * A list with an amendment: an item of a known id is replaced in its place, a new one comes last. Others stay,
 * so that amendments of different items give the same list in any order of their arrival, apart from the order
 * of what is new.
 */
export function amendList<Item extends { id: string }>(
  list: readonly Item[],
  { put, remove = [] }: ListAmendment<Item>,
): Item[] {
  const wanted = new Map(put.map((item) => [item.id, item]));
  const gone = new Set(remove);
  const known = new Set(list.map(({ id }) => id));
  const kept = list.filter(({ id }) => !gone.has(id)).map((item) => wanted.get(item.id) ?? item);
  return [...kept, ...[...wanted.values()].filter(({ id }) => !known.has(id) && !gone.has(id))];
}
