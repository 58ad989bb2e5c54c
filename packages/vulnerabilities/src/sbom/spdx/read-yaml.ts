import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
} from 'yaml';
import type { Place } from '../../component.ts';
import { spdxVersionOf } from '../detect.ts';
import {
  isObject,
  type JsonObject,
  type JsonValue,
  noteWrittenNumber,
  textOrNumberAt,
} from '../json/json-value.ts';
import { notAllowed, notOfType } from '../problem.ts';
import type { ReadLimits, Sbom } from '../sbom.ts';
import { SbomError } from '../sbom-error.ts';
import type { Warnings } from '../warnings.ts';
import { SpdxBill } from './spdx-bill.ts';

/** Values an alias may bring in, all together: a document that repeats itself without end is refused. */
const maxRepeated = 100_000;

/**
 * Reads SPDX 2 in its YAML notation: the model is that of JSON. A YAML document is understood as a whole, so it may
 * be as long as one part of other documents.
 */
export async function readSpdxYaml(
  source: AsyncIterable<Uint8Array>,
  limits: ReadLimits,
  warnings: Warnings,
  places = false,
): Promise<Sbom> {
  const { root, at } = parsed(await textOf(source, limits), limits);
  const document = isObject(root) && isObject(root.Document) ? root.Document : root;
  if (!isObject(document)) throw new SbomError('unknown-format', '1:1');
  const { version, written } = spdxVersionOf(textOrNumberAt(document, 'spdxVersion') ?? 'SPDX-2.3');
  if (written !== undefined) warnings.violation(notAllowed(written, [version]), '/spdxVersion');
  const bill = new SpdxBill(warnings, limits, version, places);
  for (const list of ['packages', 'files', 'snippets', 'relationships', 'documentDescribes']) {
    const entries = document[list];
    for (const [index, entry] of (Array.isArray(entries) ? entries : []).entries()) {
      const pointer = `/${list}/${index}`;
      if (list === 'documentDescribes') {
        if (typeof entry === 'string') bill.describes(entry);
      } else if (!isObject(entry)) warnings.violation(notOfType(entry, 'object'), pointer);
      else if (list === 'packages') bill.package(entry, pointer, at.get(entry));
      else if (list === 'relationships') bill.relationship(entry, pointer);
      else bill.element(entry, pointer);
    }
  }
  bill.document(document, '');
  return bill.finished('SPDX YAML', version.replace('SPDX-', ''));
}

async function textOf(source: AsyncIterable<Uint8Array>, limits: ReadLimits): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  try {
    for await (const piece of source) {
      text += decoder.decode(piece, { stream: true });
      if (text.length > limits.itemBytes) throw new SbomError('too-large', '', String(limits.itemBytes));
    }
    return (text + decoder.decode()).replace(/\r\n?/g, '\n');
  } catch (error) {
    if (error instanceof SbomError) throw error;
    const found = { ja: 'UTF-8 として読めないバイト列', en: 'bytes that are not UTF-8' };
    throw new SbomError('encoding', '', found);
  }
}

function parsed(text: string, limits: ReadLimits): { root: JsonValue; at: Map<JsonObject, Place> } {
  const lines = new LineCounter();
  let document: Document.Parsed;
  try {
    document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  } catch (error) {
    if (error instanceof RangeError) throw new SbomError('too-deep', '', String(limits.depth));
    throw error;
  }
  const [fault] = document.errors;
  if (fault) {
    const { line, col } = lines.linePos(fault.pos[0]);
    if (fault.code === 'RESOURCE_EXHAUSTION') {
      throw new SbomError('too-deep', `${line}:${col}`, String(limits.depth));
    }
    throw new SbomError('malformed', `${line}:${col}`, fault.message);
  }
  const values = new YamlValues(document, lines, limits);
  return { root: values.value(document.contents, 0), at: values.at };
}

/** Turns nodes into the values JSON would hold, with the places of objects. */
class YamlValues {
  readonly at = new Map<JsonObject, Place>();
  readonly #document: Document.Parsed;
  readonly #lines: LineCounter;
  readonly #limits: ReadLimits;
  #aliases = 0;
  #repeated = 0;

  constructor(document: Document.Parsed, lines: LineCounter, limits: ReadLimits) {
    this.#document = document;
    this.#lines = lines;
    this.#limits = limits;
  }

  value(node: unknown, depth: number): JsonValue {
    if (depth > this.#limits.depth) throw new SbomError('too-deep', '', String(this.#limits.depth));
    if (this.#aliases > 0 && ++this.#repeated > maxRepeated) {
      throw new SbomError('too-many', '', String(maxRepeated));
    }
    if (isAlias(node)) return this.#alias(node, depth);
    if (isSeq(node)) return node.items.map((item) => this.value(item, depth + 1));
    if (isMap(node)) return this.#object(node.items, node, depth);
    if (!isScalar(node)) return null;
    const { value } = node;
    if (typeof value === 'bigint') return String(value);
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? value
      : null;
  }

  #alias(node: Alias, depth: number): JsonValue {
    const target = node.resolve(this.#document);
    if (target === undefined) return null;
    this.#aliases++;
    const value = this.value(target, depth + 1);
    this.#aliases--;
    return value;
  }

  #object(items: readonly { key: unknown; value: unknown }[], node: Node, depth: number): JsonObject {
    const object: JsonObject = {};
    for (const { key, value } of items) {
      const name = isScalar(key) ? String(key.value) : '';
      if (name === '' || name === '__proto__' || name === 'constructor' || name === 'prototype') continue;
      object[name] = this.value(value, depth + 1);
      if (isScalar(value) && typeof value.value === 'number' && value.source !== undefined) {
        noteWrittenNumber(object, name, value.source);
      }
    }
    const { line, col } = this.#lines.linePos(node.range?.[0] ?? 0);
    this.at.set(object, { line, column: col });
    return object;
  }
}
