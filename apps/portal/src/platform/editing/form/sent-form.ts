import type { Context } from 'hono';
import type { PortalEnvironment } from '../../web/request-variables.ts';
import type { FormSaving } from '../drafts.ts';
import { readSeen } from '../merging.ts';
import { type ListAct, readListAct } from './list-acts.ts';

export interface SentForm<After extends string> extends FormSaving {
  /** Where to go after saving; `stay` for background saves. */
  after: After | 'stay';
  /** Search text of the record picker. */
  picking: string;
  /** Files chosen for pictures, by the path of their field. */
  files: ReadonlyMap<string, File>;
}

/** Names of the inputs beside those of a picture: a file to upload, and a box to take the picture out. */
export const pictureInputs = (path: string) => ({ upload: `${path}.upload`, remove: `${path}.remove` });

/** Several times the limit of any field, so that texts over a field's limit are kept and reported. */
const longestInput = 100_000;

/**
 * Parses the form of a background save or a button.
 * @param afters  buttons of the page besides those of its lists, which imply the first
 * @param pictures  paths of the page's pictures
 * @returns undefined if it contains anything the page did not offer
 */
export async function readSentForm<After extends string>(
  c: Context<PortalEnvironment>,
  inputs: readonly string[],
  afters: readonly [After, ...After[]],
  pictures: readonly string[] = [],
): Promise<SentForm<After> | undefined> {
  const sent = await c.req.parseBody({ all: true });
  const files = new Map<string, File>();
  for (const path of pictures) {
    const { upload } = pictureInputs(path);
    const { [upload]: file } = sent;
    if (file instanceof File && file.size > 0) files.set(path, file);
    delete sent[upload];
  }
  const removals = pictures.map((path) => pictureInputs(path).remove);
  const offered = new Set([...inputs, ...removals, 'seen', 'take', 'after', 'act', 'picking']);
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
  const wanted = lists.after?.[0] ?? (act && afters[0]);
  const after = wanted === 'stay' ? wanted : afters.find((each) => each === wanted);
  if (!after || (written !== undefined && !act)) return undefined;
  const removed = pictures.filter((path) => lists[pictureInputs(path).remove] && !files.has(path));
  const isRemoved = (input: string) => removed.some((path) => input.startsWith(`${path}.`));
  return {
    mine: Object.fromEntries(inputs.map((input) => [input, isRemoved(input) ? [] : (lists[input] ?? [])])),
    files,
    seen: readSeen(lists.seen?.[0] ?? ''),
    take: lists.take ?? [],
    act,
    after,
    picking: (lists.picking?.[0] ?? '').trim().slice(0, 200),
  };
}

/** A new item takes its type or value from the field beside the button. */
function withChoice(
  act: ListAct | undefined,
  lists: Readonly<Record<string, string[]>>,
): ListAct | undefined {
  if (act?.verb !== 'add' || act.what !== '') return act;
  return { ...act, what: (lists[`new-${act.list}`]?.[0] ?? '').trim() };
}
