import { checkContent } from './check-content.ts';
import { CollectingError } from './collecting-error.ts';
import type { Collection } from './collection.ts';
import { type Download, discardPartial, download, StalePartial, type Transport } from './download.ts';
import { type RetryPolicy, withRetries } from './retry.ts';
import type { Source } from './sources.ts';

/** Outcome of updating one source. */
export type Outcome =
  | { source: Source; state: 'updated'; bytes: number }
  | { source: Source; state: 'unchanged' }
  /** `kept` is when the copy that stays was last seen to be current; absent where there is none. */
  | { source: Source; state: 'failed'; error: CollectingError; kept?: string };

/** Brings one source up to date; whatever goes wrong, the last good copy stays as it was. */
export async function updateSource(
  source: Source,
  collection: Collection,
  transport: Transport,
  retryPolicy: RetryPolicy,
  now: () => Date,
): Promise<Outcome> {
  const known = await collection.intact(source.file);
  const fetchOnce = () => fetchSound(source, collection, known, transport);
  try {
    const fetched = await withRetries(fetchOnce, retryPolicy, transport.signal);
    const checked = now().toISOString();
    if (fetched.state === 'unchanged') {
      if (known) await collection.record(source.file, { ...known, checked });
      return { source, state: 'unchanged' };
    }
    const { state, ...file } = fetched;
    await collection.accept(source.file, { name: source.name, url: source.url, ...file, checked });
    await discardPartial(collection.partialPath(source.file));
    return { source, state: 'updated', bytes: file.bytes };
  } catch (error) {
    transport.signal.throwIfAborted();
    if (!(error instanceof CollectingError)) throw error;
    return { source, state: 'failed', error, ...(known && { kept: known.checked }) };
  }
}

async function fetchSound(
  source: Source,
  collection: Collection,
  known: Awaited<ReturnType<Collection['intact']>>,
  transport: Transport,
): Promise<Download> {
  const path = collection.partialPath(source.file);
  try {
    const fetched = await download(source, collection, known, transport);
    if (fetched.state === 'fetched') await checkContent(source, path);
    return fetched;
  } catch (error) {
    if (error instanceof StalePartial) {
      await discardPartial(path);
      return fetchSound(source, collection, known, transport);
    }
    // A complete but invalid file must not be continued; an interrupted one is resumed by the next attempt.
    if (error instanceof CollectingError && error.isInvalid) await discardPartial(path);
    throw error;
  }
}
