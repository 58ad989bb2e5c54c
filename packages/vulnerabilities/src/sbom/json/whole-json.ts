import type { ReadLimits } from '../sbom.ts';
import { JsonStream } from './json-stream.ts';
import type { JsonValue } from './json-value.ts';

/** Reads a JSON document whole, with the checks and limits of {@link JsonStream}. */
export async function wholeJson(source: AsyncIterable<Uint8Array>, limits: ReadLimits): Promise<JsonValue> {
  const stream = new JsonStream(
    limits,
    () => false,
    () => undefined,
  );
  for await (const piece of source) stream.push(piece);
  return stream.end();
}
