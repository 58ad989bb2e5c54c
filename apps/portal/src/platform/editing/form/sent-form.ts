import type { Context } from 'hono';
import type { PortalEnvironment } from '../../web/request-variables.ts';
import { readSeen, type Seen } from '../merging.ts';
import { type EntryForm, fieldsOfStep, inputsOf, type StepName } from './entry-form.ts';
import type { Typed } from './typed.ts';

export interface SentStep {
  mine: Typed;
  seen: Seen;
  /** Inputs that shall have the other's value. */
  take: string[];
  /** Where to go after saving: on, or back to the list; `stay` for what the page saves by itself. */
  after: 'next' | 'leave' | 'stay';
}

/**
 * Reads a step of an entry form as a browser sends it.
 * @returns undefined where it holds anything that the page did not offer, so that nobody sets more than that
 */
export async function readSentStep(
  c: Context<PortalEnvironment>,
  form: EntryForm,
  step: StepName,
): Promise<SentStep | undefined> {
  return readSentInputs(c, fieldsOfStep(form, step).flatMap(inputsOf));
}

/** Reads inputs that are saved as one types, as a browser sends them. */
export async function readSentInputs(
  c: Context<PortalEnvironment>,
  inputs: readonly string[],
): Promise<SentStep | undefined> {
  const sent = await c.req.parseBody({ all: true });
  const offered = new Set([...inputs, 'seen', 'take', 'after']);
  const lists: Record<string, string[]> = {};
  for (const [name, value] of Object.entries(sent)) {
    const values = Array.isArray(value) ? value : [value];
    if (!offered.has(name) || values.some((each) => typeof each !== 'string')) return undefined;
    lists[name] = values as string[];
  }
  const after = lists.after?.[0];
  if (after !== 'next' && after !== 'leave' && after !== 'stay') return undefined;
  return {
    mine: Object.fromEntries(inputs.map((input) => [input, lists[input] ?? []])),
    seen: readSeen(lists.seen?.[0] ?? ''),
    take: lists.take ?? [],
    after,
  };
}
