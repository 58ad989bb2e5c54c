import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/*
 * schema.org's vocabulary as the package schema-dts writes it down in TypeScript: for each type its properties, its
 * wider types, and for each property what it may hold.
 */
const source = readFileSync(createRequire(import.meta.url).resolve('schema-dts/dist/schema.d.ts'), 'utf8');

interface KnownType {
  wider: readonly string[];
  /** Names of what a property may hold. */
  properties: ReadonlyMap<string, readonly string[]>;
}

const types = new Map<string, KnownType>();
for (const [, name = '', wider = '', body = ''] of source.matchAll(
  /^(?:export )?interface (\w+)(?: extends ([^{]+))? \{\n([\s\S]*?)^\}/gm,
)) {
  const properties = [...body.matchAll(/^ {4}"(\w+)"\?: SchemaValue<(.*), "\w+">;$/gm)];
  types.set(name, {
    wider: wider.split(',').map((each) => each.trim().replace(/^Partial<(\w+)>$/, '$1')),
    properties: new Map(properties.map(([, property = '', held = '']) => [property, held.split(' | ')])),
  });
}

/** The interfaces of a type, from itself to Thing. */
function interfacesOf(type: string): string[] {
  const found: string[] = [];
  const visit = (name: string) => {
    if (found.includes(name) || !types.has(name)) return;
    found.push(name);
    for (const wider of types.get(name)?.wider ?? []) visit(wider);
  };
  visit(`${type}Leaf`);
  visit(`${type}Base`);
  return found;
}

/** What of a JSON-LD document schema.org does not know, each as a path and a sentence; empty where all is in order. */
export function unknownToSchemaOrg(document: unknown, path = ''): string[] {
  if (Array.isArray(document))
    return document.flatMap((each, index) => unknownToSchemaOrg(each, `${path}[${index}]`));
  if (typeof document !== 'object' || document === null) return [];
  const { '@type': named, '@context': _, '@id': __, ...properties } = document as Record<string, unknown>;
  if (named === undefined) return [`${path}: has no type`];
  const own = [named].flat().map(String);
  const faults: string[] = own
    .filter((type) => interfacesOf(type).length === 0)
    .map((type) => `${path}: there is no type ${type}`);
  for (const [property, value] of Object.entries(properties)) {
    // What an action takes and gives may be described beside each of its properties.
    if (/-(in|out)put$/.test(property)) continue;
    const at = `${path}.${property}`;
    const held = own.flatMap(interfacesOf).flatMap((name) => types.get(name)?.properties.get(property) ?? []);
    if (held.length === 0) faults.push(`${at}: ${own.join(' and ')} has no such property`);
    for (const each of [value].flat()) {
      if (each === undefined || each === null) faults.push(`${at}: is empty`);
      else if (held.length > 0 && !mayHold(held, each))
        faults.push(`${at}: may not hold ${JSON.stringify(each)}`);
    }
    faults.push(...unknownToSchemaOrg(value, at));
  }
  return faults;
}

/** schema.org allows a text everywhere; a number or a thing stands where it is named. */
function mayHold(held: readonly string[], value: unknown): boolean {
  if (typeof value === 'string') return true;
  if (typeof value === 'boolean') return held.includes('Boolean');
  if (typeof value === 'number') return held.some((name) => ['Number', 'Integer', 'Float'].includes(name));
  const { '@type': type } = value as { '@type'?: unknown };
  return [type].flat().some((each) => {
    const wider = interfacesOf(String(each)).map((name) => name.replace(/(Leaf|Base)$/, ''));
    return wider.some((name) => held.includes(name));
  });
}
