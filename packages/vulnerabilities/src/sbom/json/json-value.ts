/** What a JSON text holds, with nothing assumed about its shape. */
export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;
export interface JsonObject {
  [key: string]: JsonValue;
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text at a key, when there is one that is not blank. */
export function textAt(value: JsonValue | undefined, key: string): string | undefined {
  const found = isObject(value) ? value[key] : undefined;
  return typeof found === 'string' && found.trim() !== '' ? found : undefined;
}

/** Numbers whose text is another than that of their value, `1.10`, by the object that holds them. */
const writtenNumbers = new WeakMap<JsonObject, Map<string, string>>();

export function noteWrittenNumber(container: JsonObject, key: string, text: string): void {
  const known = writtenNumbers.get(container);
  if (known) known.set(key, text);
  else writtenNumbers.set(container, new Map([[key, text]]));
}

export function forgetWrittenNumber(container: JsonObject, key: string): void {
  writtenNumbers.get(container)?.delete(key);
}

/** As textAt; a number, which some tools write for a version, as the text it was written with. */
export function textOrNumberAt(value: JsonValue | undefined, key: string): string | undefined {
  const found = isObject(value) ? value[key] : undefined;
  if (typeof found !== 'number') return textAt(value, key);
  return writtenNumbers.get(value as JsonObject)?.get(key) ?? String(found);
}

/** The list at a key; empty when there is none. */
export function listAt(value: JsonValue | undefined, key: string): JsonValue[] {
  const found = isObject(value) ? value[key] : undefined;
  return Array.isArray(found) ? found : [];
}

/** The objects of the list at a key; other entries are passed over. */
export function objectsAt(value: JsonValue | undefined, key: string): JsonObject[] {
  return listAt(value, key).filter(isObject);
}
