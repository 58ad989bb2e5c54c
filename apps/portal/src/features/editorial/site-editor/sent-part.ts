import type { Context } from 'hono';
import { type ListAct, readListAct } from '../../../platform/editing/form/list-acts.ts';
import { readSeen } from '../../../platform/editing/merging.ts';
import type { PortalEnvironment } from '../../../platform/web/request-variables.ts';
import type { PartSaving } from './drafting.ts';
import type { Part } from './parts.ts';

const afters = ['save', 'stay', 'leave', 'preview', 'pick'] as const;

interface SentPart extends PartSaving {
  after: (typeof afters)[number];
  /** What was typed into the record picker. */
  picking: string;
}

/** No input holds more; a text of this length is a book's chapter. */
const longestInput = 20_000;

/**
 * Reads a part as a browser sends it.
 * @returns undefined where it holds anything that the page did not offer, so that nobody sets more than that
 */
export async function readSentPart(c: Context<PortalEnvironment>, part: Part): Promise<SentPart | undefined> {
  const sent = await c.req.parseBody({ all: true });
  const names = part.inputs.map(({ input }) => input);
  const offered = new Set([...names, 'seen', 'take', 'after', 'act', 'picking']);
  const lists: Record<string, string[]> = {};
  for (const [name, value] of Object.entries(sent)) {
    const values = Array.isArray(value) ? value : [value];
    const taken = offered.has(name) || /^new-\w+$/.test(name);
    if (!taken || values.some((each) => typeof each !== 'string' || each.length > longestInput))
      return undefined;
    lists[name] = values as string[];
  }
  const written = lists.act?.[0];
  const act = written === undefined ? undefined : withChoice(readListAct(written), lists);
  const after = afters.find((each) => each === (lists.after?.[0] ?? (act && 'save')));
  if (!after || (written !== undefined && !act)) return undefined;
  return {
    mine: Object.fromEntries(names.map((name) => [name, lists[name] ?? []])),
    seen: readSeen(lists.seen?.[0] ?? ''),
    take: lists.take ?? [],
    act,
    after,
    picking: (lists.picking?.[0] ?? '').trim().slice(0, 200),
  };
}

/** An item that is added takes its type, or its value, from the field beside the button. */
function withChoice(
  act: ListAct | undefined,
  lists: Readonly<Record<string, string[]>>,
): ListAct | undefined {
  if (act?.verb !== 'add' || act.what !== '') return act;
  return { ...act, what: (lists[`new-${act.list}`]?.[0] ?? '').trim() };
}
