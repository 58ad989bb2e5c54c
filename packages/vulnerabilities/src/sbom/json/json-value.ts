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

/** The list at a key; empty when there is none. */
export function listAt(value: JsonValue | undefined, key: string): JsonValue[] {
  const found = isObject(value) ? value[key] : undefined;
  return Array.isArray(found) ? found : [];
}

/** The objects of the list at a key; other entries are passed over. */
export function objectsAt(value: JsonValue | undefined, key: string): JsonObject[] {
  return listAt(value, key).filter(isObject);
}
