import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import type { ListChoice } from '../json/json-stream.ts';
import type { JsonObject, JsonValue } from '../json/json-value.ts';
import { isObject } from '../json/json-value.ts';
import { type Finding, findingsOf } from './json-findings.ts';
import { type CycloneDxVersion, schemaFile } from './schemas.ts';

const formats = {
  'date-time':
    /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])[Tt]([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/,
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  uri: /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]*$/,
  'iri-reference': /^[^\s<>"{}|\\^`]*$/,
  'idn-email': /^[^\s@]+@[^\s@]+$/,
};

const namespace = 'http://cyclonedx.org/schema/';
const shared = ['spdx', 'jsf-0.82', 'cryptography-defs'];
const strictEditions = new Set<CycloneDxVersion>(['1.2', '1.3']);

/**
 * The JSON schema of one version of CycloneDX, able to judge a document in parts: what is around the lists, and
 * each entry of a list by itself. For 1.2 and 1.3 the strict edition, which names what it does not know.
 */
export class JsonRules {
  readonly #ajv: Ajv;
  readonly #id: string;
  readonly #judges = new Map<string, ValidateFunction | undefined>();

  constructor(version: CycloneDxVersion) {
    this.#ajv = new Ajv({ strict: false, allErrors: true, verbose: true, formats, validateSchema: false });
    for (const name of shared) {
      const file = `${name}.SNAPSHOT.schema.json`;
      this.#ajv.addSchema(parsed(file), namespace + file);
    }
    const edition = strictEditions.has(version) ? `${version}-strict` : version;
    const schema = withoutInnerIds(parsed(`bom-${edition}.SNAPSHOT.schema.json`)) as JsonObject;
    this.#id = `${namespace}kakehashi-${version}`;
    this.#ajv.addSchema({ ...schema, $id: this.#id });
  }

  /** Judges the outermost object, its lists emptied. */
  document(value: JsonValue): Finding[] {
    return this.#findings('', value, '');
  }

  /** Judges one entry of the list at `list`, found at `pointer`. */
  entry(list: string, pointer: string, value: JsonValue): Finding[] {
    const name = list.slice(list.lastIndexOf('/') + 1);
    const isOutermost = list.lastIndexOf('/') === 0;
    return this.#findings(
      isOutermost ? `#/properties/${name}/items` : `#/definitions/${singular[name]}`,
      value,
      pointer,
    );
  }

  #findings(part: string, value: JsonValue, pointer: string): Finding[] {
    const judge = this.#judge(part);
    if (judge === undefined || judge(value)) return [];
    return findingsOf(judge.errors as ErrorObject[], pointer);
  }

  #judge(part: string): ValidateFunction | undefined {
    if (!this.#judges.has(part)) this.#judges.set(part, this.#ajv.getSchema(this.#id + part));
    return this.#judges.get(part);
  }
}

const singular: Record<string, string> = { components: 'component', services: 'service' };

/** Lists that are read entry by entry: the outermost ones, and at any depth those that can be nested. */
export const isList: ListChoice = (key, depth) => depth === 1 || Object.hasOwn(singular, key);

const rules = new Map<CycloneDxVersion, JsonRules>();

/** The rules of a version; compiled once. */
export function jsonRules(version: CycloneDxVersion): JsonRules {
  const known = rules.get(version);
  if (known) return known;
  const compiled = new JsonRules(version);
  rules.set(version, compiled);
  return compiled;
}

function parsed(file: string): JsonObject {
  return JSON.parse(schemaFile(file).toString('utf8'));
}

/** Drops the `$id` of subschemas: the editions before 1.4 have some that are no addresses. */
function withoutInnerIds(schema: JsonValue): JsonValue {
  if (Array.isArray(schema)) return schema.map(withoutInnerIds);
  if (!isObject(schema)) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key, value]) => key !== '$id' || typeof value !== 'string')
      .map(([key, value]) => [key, withoutInnerIds(value)]),
  );
}
