import type { ReadLimits } from '../sbom.ts';
import { JsonStream, type RepeatedNameListener } from './json-stream.ts';
import type { JsonValue } from './json-value.ts';

/** Reads a JSON document whole, with the checks and limits of {@link JsonStream}. */
export async function wholeJson(
  source: AsyncIterable<Uint8Array>,
  limits: ReadLimits,
  onRepeatedName?: RepeatedNameListener,
): Promise<JsonValue> {
  const stream = new JsonStream(
    limits,
    () => false,
    () => undefined,
    onRepeatedName,
  );
  for await (const piece of source) stream.push(piece);
  return stream.end();
}
