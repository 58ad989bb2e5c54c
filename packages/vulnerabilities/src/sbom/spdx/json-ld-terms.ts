import { isObject, type JsonObject, type JsonValue } from '../json/json-value.ts';

/** The context SPDX publishes for each version; the JSON schema allows nothing else in its place. */
const PUBLISHED = /^https?:\/\/spdx\.org\/rdf\/(?<version>3(?:\.\d+)*)\/spdx-context\.jsonld$/;
const VOCABULARY =
  /^https?:\/\/spdx\.(?:org\/rdf|github\.io\/spdx-3-model)\/(?:v?3[\w.-]*\/)?(?:terms\/)?(?<path>.*)$/;
const PROFILES = new Set([
  ...['core', 'software', 'security', 'simplelicensing', 'expandedlicensing', 'dataset', 'ai', 'build'],
  ...['lite', 'extension'],
]);
const KNOWN_TYPES =
  /^(?:SpdxDocument|CreationInfo|(?:software|security|simplelicensing|expandedlicensing|dataset|ai|build)_\w+)$/;

/** Whether a context is that of SPDX 3, possibly in a list. */
export function isContextOfSpdx(context: JsonValue | undefined): boolean {
  return context !== undefined && /spdx[^"]*\/(?:rdf\/|v)?3/.test(JSON.stringify(context));
}

/** Whether a type is one of SPDX 3, however it is written. */
export function isTermOfSpdx(type: JsonValue | undefined): boolean {
  const [first] = Array.isArray(type) ? type : [type];
  return typeof first === 'string' && KNOWN_TYPES.test(new Terms(undefined).term(first));
}

/** Whether a context is exactly what the specification asks for. */
export function isPublishedContext(context: JsonValue | undefined): boolean {
  return typeof context === 'string' && PUBLISHED.test(context);
}

/** The names of a JSON-LD document, in the short form of the published context, its own prefixes expanded. */
export class Terms {
  readonly #prefixes = new Map<string, string>();

  constructor(context: JsonValue | undefined) {
    for (const part of Array.isArray(context) ? context : [context]) {
      if (!isObject(part)) continue;
      for (const [prefix, meaning] of Object.entries(part)) {
        const address = isObject(meaning) ? meaning['@id'] : meaning;
        if (typeof address === 'string' && !prefix.startsWith('@')) this.#prefixes.set(prefix, address);
      }
    }
  }

  /** The IRI of a prefixed name; other names unchanged. */
  expanded(name: string): string {
    if (this.#prefixes.size === 0) return name;
    const colon = name.indexOf(':');
    const address = this.#prefixes.get(colon < 0 ? name : name.slice(0, colon));
    return address === undefined ? name : address + (colon < 0 ? '' : name.slice(colon + 1));
  }

  /** A class or a property, in the form of the published context: `software_Package`, `name`. */
  term(name: string): string {
    if (!name.includes(':') && !this.#prefixes.has(name)) return name;
    const expanded = this.expanded(name);
    const path = VOCABULARY.exec(expanded)?.groups?.path ?? expanded.replace(/^spdx3?:/, '');
    const [, profile, rest] = /^(\w+)[:/](\w+)$/.exec(path) ?? [];
    if (profile === undefined || rest === undefined) return /^\w+$/.test(path) ? path : name;
    if (!PROFILES.has(profile.toLowerCase())) return name;
    return profile.toLowerCase() === 'core' ? rest : `${profile.toLowerCase()}_${rest}`;
  }

  /** An element with its names in that form and its identifiers whole; entries of vocabularies by their last part. */
  element(value: JsonObject): JsonObject {
    const element: JsonObject = {};
    for (const [name, given] of Object.entries(value)) {
      const term = name === '@type' ? 'type' : name === '@id' ? 'spdxId' : this.term(name);
      element[term] ??= term === 'type' ? this.#type(given) : this.#value(given);
    }
    return element;
  }

  #type(given: JsonValue): JsonValue {
    const types = (Array.isArray(given) ? given : [given]).filter((type) => typeof type === 'string');
    const terms = types.map((type) => this.term(type));
    return terms.find((term) => KNOWN_TYPES.test(term)) ?? terms[0] ?? given;
  }

  #value(given: JsonValue): JsonValue {
    if (typeof given === 'string') return this.#text(given);
    if (Array.isArray(given)) {
      const values = given.map((entry) => this.#value(entry));
      return given.length === 1 && isExpanded(given[0]) ? (values[0] as JsonValue) : values;
    }
    if (!isObject(given)) return given;
    if (given['@value'] !== undefined) return given['@value'];
    const id = given['@id'];
    return typeof id === 'string' && isExpanded(given) ? this.#text(id) : this.element(given);
  }

  #text(text: string): string {
    const expanded = this.expanded(text);
    if (!expanded.startsWith('http')) return expanded;
    const path = VOCABULARY.exec(expanded)?.groups?.path;
    return path?.split('/').at(-1) || expanded;
  }
}

/** Whether a value is written as an object that only says that it is a text, or what it names. */
function isExpanded(value: JsonValue | undefined): boolean {
  if (!isObject(value)) return false;
  return value['@value'] !== undefined || (value['@id'] !== undefined && Object.keys(value).length === 1);
}
