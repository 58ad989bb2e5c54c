import { createHash } from 'node:crypto';
import type { FormValues } from './form/form-values.ts';

/** Fingerprints of what somebody saw in each input when they began to type. */
export type Seen = Readonly<Record<string, string>>;

/** An input that two people changed, each in their own way. */
export interface EditConflict {
  input: string;
  mine: readonly string[];
  theirs: readonly string[];
}

export function seenIn(formValues: FormValues, inputs: readonly string[]): Seen {
  return Object.fromEntries(inputs.map((input) => [input, fingerprint(formValues[input] ?? [])]));
}

/**
 * Brings together what one person sends and what another saved meanwhile. Each input that only one of them changed
 * takes their value; where both did, neither is overwritten.
 * @param mine    inputs that are sent; the others stay as they are stored
 * @param theirs  as stored now
 * @param seen    of `theirs` as it was when `mine` was begun
 * @returns all inputs, with `theirs` where the two clash
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

/** What somebody sends of a form. */
export interface Saving {
  /** Inputs that are sent; the others stay as they are. */
  mine: FormValues;
  /** Of what their author saw when they began. */
  seen: Seen;
  /** Inputs of which the author takes the other's value. */
  take: readonly string[];
}

export interface MergedSaving {
  /** All inputs as they are to be stored: what clashes stays as it is. */
  formValues: FormValues;
  conflicts: EditConflict[];
  /** What the author has seen now: of what they hold themselves. An input that another changed stays unseen. */
  seen: Seen;
}

/** What is to be stored of what somebody sends: each input by itself, so that a clash keeps no other from being saved. */
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

/** Whose the newer values are that somebody's own clash with. */
export type Newer = 'own' | 'others' | 'either';

/** @param written  who wrote on what stands now */
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
  // Browsers send line ends as CRLF; what is stored may have either.
  const same = values.map((value) => value.replaceAll('\r\n', '\n')).filter((value) => value !== '');
  return createHash('sha256').update(JSON.stringify(same)).digest('base64url').slice(0, 12);
}
