import { createHash } from 'node:crypto';
import type { FormValues } from './form/form-values.ts';

/** Fingerprints of each input as its author last saw it. */
export type Seen = Readonly<Record<string, string>>;

/** An input that two people changed differently. */
export interface EditConflict {
  input: string;
  mine: readonly string[];
  theirs: readonly string[];
}

export function seenIn(formValues: FormValues, inputs: readonly string[]): Seen {
  return Object.fromEntries(inputs.map((input) => [input, fingerprint(formValues[input] ?? [])]));
}

/**
 * Three-way merge of one author's inputs with those saved meanwhile. An input changed by one side takes that
 * side's value; one changed by both is a conflict and stays as stored.
 * @param mine    inputs sent; the others stay as stored
 * @param theirs  as stored now
 * @param seen    fingerprints of `theirs` when editing of `mine` began
 * @returns all inputs, with the values of `theirs` for conflicts
 */
export function merge(
  mine: FormValues,
  theirs: FormValues,
  seen: Seen,
): { formValues: FormValues; conflicts: EditConflict[] } {
  const formValues: Record<string, readonly string[]> = { ...theirs };
  const conflicts: EditConflict[] = [];
  for (const [input, own] of Object.entries(mine)) {
    const stored = theirs[input] ?? [];
    const now = fingerprint(stored);
    const wanted = fingerprint(own);
    if (now === wanted || wanted === seen[input]) continue;
    if (now === seen[input]) formValues[input] = own;
    else conflicts.push({ input, mine: own, theirs: stored });
  }
  return { formValues, conflicts };
}

/** A save request for a form. */
export interface Saving {
  /** Inputs sent; the others stay as they are. */
  mine: FormValues;
  /** Fingerprints of what the author saw when they began. */
  seen: Seen;
  /** Inputs for which the author accepts the stored value. */
  take: readonly string[];
}

export interface MergedSaving {
  /** All inputs to store; conflicting ones stay as stored. */
  formValues: FormValues;
  conflicts: EditConflict[];
  /** Fingerprints of what the author has now seen; inputs changed by others remain unseen. */
  seen: Seen;
}

/** Merges a save input by input, so that a conflict does not prevent the others from being saved. */
export function mergeSaving(theirs: FormValues, { mine, seen, take }: Saving): MergedSaving {
  const wanted = Object.fromEntries(Object.entries(mine).filter(([input]) => !take.includes(input)));
  const { formValues, conflicts } = merge(wanted, theirs, seen);
  const stored = seenIn(formValues, Object.keys(mine));
  const held = seenIn(mine, Object.keys(mine));
  const known = Object.keys(mine).flatMap((input): [string, string][] => {
    const print = stored[input] === held[input] || take.includes(input) ? stored[input] : seen[input];
    return print === undefined ? [] : [[input, print]];
  });
  return { formValues, conflicts, seen: Object.fromEntries(known) };
}

/** Author of the newer values in a conflict. */
export type Newer = 'own' | 'others' | 'either';

/** @param written  authors of the stored values */
export function whoseIsNewer(
  userId: string,
  written: { writers: readonly string[] } | null | undefined,
): Newer {
  if (!written?.writers.includes(userId)) return 'others';
  return written.writers.every((writer) => writer === userId) ? 'own' : 'either';
}

export function writeSeen(seen: Seen): string {
  return Object.entries(seen)
    .map(([input, print]) => `${input}:${print}`)
    .join(' ');
}

export function readSeen(written: string): Seen {
  const pairs = written.split(' ').map((pair) => pair.split(':') as [string, string?]);
  return Object.fromEntries(pairs.flatMap(([input, print]) => (input && print ? [[input, print]] : [])));
}

function fingerprint(values: readonly string[]): string {
  // Browsers send CRLF line ends; stored text may have either.
  const same = values.map((value) => value.replaceAll('\r\n', '\n')).filter((value) => value !== '');
  return createHash('sha256').update(JSON.stringify(same)).digest('base64url').slice(0, 12);
}
