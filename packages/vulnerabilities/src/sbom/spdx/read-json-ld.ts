import type { Component, Place } from '../../component.ts';
import { Bill } from '../bill.ts';
import { type JsonItem, JsonStream, type ListChoice } from '../json/json-stream.ts';
import {
  isObject,
  type JsonObject,
  type JsonValue,
  objectsAt,
  textAt,
  textOrNumberAt,
} from '../json/json-value.ts';
import { expressionProblem } from '../licence-expression.ts';
import { purlProblem } from '../package-url.ts';
import {
  missing,
  notAllowed,
  notOfType,
  repeatedReference,
  unknownLicence,
  unknownPurl,
} from '../problem.ts';
import type { ReadLimits, Sbom } from '../sbom.ts';
import type { Warnings } from '../warnings.ts';
import { isPublishedContext, Terms } from './json-ld-terms.ts';
import { Links } from './links.ts';
import { addPurl } from './spdx-bill.ts';
import { algorithmName, isStated } from './vocabulary.ts';

const licenceLinks = new Set(['hasConcludedLicense', 'hasDeclaredLicense']);
const dependencyLinks = new Set([
  'dependsOn',
  'contains',
  'hasDynamicLink',
  'hasStaticLink',
  'hasPrerequisite',
  'hasOptionalDependency',
  'hasProvidedDependency',
  'hasOptionalComponent',
]);
const relationships = new Set(['Relationship', 'LifecycleScopedRelationship']);
const collections = new Set(['SpdxDocument', 'software_Sbom', 'Bom', 'Bundle']);
/** Packages, and the kinds of packages other profiles add. */
const packages = new Set(['software_Package', 'ai_AIPackage', 'dataset_DatasetPackage']);
const published = 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld';
const agents = new Set(['Organization', 'Person', 'SoftwareAgent', 'Agent']);

/** All items except the context, which must be known before the elements can be read. */
const isElementList: ListChoice = (key, depth) => depth <= 1 && key !== '@context';

/**
 * Reads SPDX 3.0 in its JSON-LD notation. The context should be the published one; prefixes of a document's own, and
 * names written out or with the names of their profiles, are understood as well; so is a list of elements, or of such
 * documents, as JSON-LD's expanded form is.
 */
export async function readSpdx3(
  source: AsyncIterable<Uint8Array>,
  limits: ReadLimits,
  warnings: Warnings,
  places = false,
): Promise<Sbom> {
  const graph = new Graph(warnings, limits, places);
  const waiting: JsonItem[] = [];
  const stream = new JsonStream(
    limits,
    isElementList,
    (item) => {
      if (item.list === '') graph.takeEntry(item);
      if (item.list !== '/@graph') return;
      const context = isObject(stream.root) ? stream.root['@context'] : undefined;
      if (context === undefined) waiting.push(item);
      else graph.takeOf(context, item);
    },
    warnings.repeatedName,
  );
  for await (const piece of source) stream.push(piece);
  const root = stream.end();
  const context = isObject(root) ? root['@context'] : undefined;
  for (const item of waiting) graph.takeOf(context, item);
  const single = isObject(root) ? root['@graph'] : undefined;
  if (isObject(single)) {
    warnings.violation(notOfType(single, 'array'), '/@graph');
    graph.takeOf(context, { list: '', pointer: '/@graph', value: single, line: 1, column: 1 });
  } else if (isObject(root) && single === undefined && (root.type ?? root['@type']) === undefined) {
    warnings.violation(missing('document', ['@graph']), '/');
  }
  if (isObject(root) && (root.type ?? root['@type']) !== undefined) {
    graph.takeOf(context, { list: '', pointer: '/', value: root, line: 1, column: 1 });
  }
  if (!isObject(root)) warnings.violation(notOfType(root, 'object'), '/');
  else if (!isPublishedContext(context)) {
    const problem =
      context === undefined ? missing('document', ['@context']) : notAllowed(context, [published]);
    warnings.violation(problem, context === undefined ? '/' : '/@context');
  }
  return graph.finished();
}

/** The elements of a document; they point at each other in any order, so what they say is joined at the end. */
class Graph {
  readonly #warnings: Warnings;
  readonly #bill: Bill;
  readonly #links: Links;
  readonly #identifiers = new Set<string>();
  readonly #agentNames = new Map<string, string>();
  readonly #licenceTexts = new Map<string, string>();
  readonly #licencesOf = new Map<string, string[]>();
  readonly #suppliers = new Map<Component, string>();
  readonly #files = new Map<string, Component>();
  readonly #roots: string[] = [];
  #version = '3.0';
  #terms: Terms | undefined;

  constructor(warnings: Warnings, limits: ReadLimits, places: boolean) {
    this.#warnings = warnings;
    this.#bill = new Bill(warnings, limits, places);
    this.#links = new Links(this.#bill.entries);
  }

  takeOf(context: JsonValue | undefined, { pointer, value, ...at }: JsonItem): void {
    this.#terms ??= new Terms(context);
    this.#take(isObject(value) ? this.#terms.element(value) : value, pointer, at);
  }

  /** An entry of a document that is a list: an element in JSON-LD's expanded form, or a document with a graph. */
  takeEntry({ pointer, value, ...at }: JsonItem): void {
    const graph = isObject(value) ? value['@graph'] : undefined;
    const context = isObject(value) ? value['@context'] : undefined;
    if (graph === undefined) {
      this.#take(isObject(value) ? new Terms(context).element(value) : value, pointer, at);
      return;
    }
    const terms = new Terms(context);
    for (const [index, element] of (Array.isArray(graph) ? graph : [graph]).entries()) {
      this.#take(isObject(element) ? terms.element(element) : element, `${pointer}/@graph/${index}`, at);
    }
  }

  #take(value: JsonValue, place: string, at?: Place): void {
    if (!isObject(value)) {
      this.#warnings.violation(notOfType(value, 'object'), place);
      return;
    }
    const type = textAt(value, 'type');
    if (type === undefined) this.#warnings.violation(missing('element', ['type']), place);
    else if (type === 'CreationInfo') this.#creation(value, place);
    else {
      this.#identify(value, type, place);
      this.#takeElement(value, type, place, at);
      this.#takeInner(value, place, at);
    }
  }

  /** Elements written inline where others are referenced by name. */
  #takeInner(value: JsonObject, place: string, at?: Place): void {
    for (const [name, given] of Object.entries(value)) {
      for (const [index, inner] of (Array.isArray(given) ? given : [given]).entries()) {
        if (!isObject(inner) || inner.type === undefined || idOf(inner) === undefined) continue;
        this.#take(inner, Array.isArray(given) ? `${place}/${name}/${index}` : `${place}/${name}`, at);
      }
    }
  }

  finished(): Sbom {
    for (const component of this.#bill.components) {
      const texts = (this.#licencesOf.get(component.ref ?? '') ?? []).map((id) => this.#licenceTexts.get(id));
      component.licences = [...new Set(texts.filter(isStated))];
    }
    for (const [component, id] of this.#suppliers) {
      const name = this.#agentNames.get(id);
      if (name !== undefined) component.supplier = name;
    }
    for (const root of this.#roots) this.#links.describe(root);
    this.#links.settle(this.#bill);
    this.#bill.subject ??= this.#roots
      .map((root) => this.#files.get(root))
      .find((file) => file !== undefined);
    return this.#bill.finished('SPDX 3 JSON-LD', this.#version);
  }

  #creation(value: JsonObject, place: string): void {
    this.#require(value, 'CreationInfo', ['specVersion', 'created', 'createdBy'], place);
    this.#version = textAt(value, 'specVersion') ?? this.#version;
  }

  #identify(value: JsonObject, type: string, place: string): void {
    this.#require(value, type, ['spdxId', 'creationInfo'], place);
    const id = idOf(value);
    if (id === undefined) return;
    if (this.#identifiers.has(id)) this.#warnings.violation(repeatedReference(id), `${place}/spdxId`);
    else {
      this.#bill.entries.admit(place);
      this.#identifiers.add(id);
    }
  }

  #takeElement(value: JsonObject, type: string, place: string, at?: Place): void {
    const id = idOf(value) ?? '';
    if (packages.has(type)) this.#package(value, place, at);
    else if (type === 'software_File') {
      const name = textAt(value, 'name');
      if (name !== undefined) this.#files.set(id, { name, licences: [], hashes: [], ref: id });
    } else if (relationships.has(type)) this.#relationship(value, place);
    else if (collections.has(type)) {
      if (type !== 'SpdxDocument' || this.#roots.length === 0)
        this.#roots.push(...refsAt(value, 'rootElement'));
    } else if (agents.has(type)) {
      const name = textAt(value, 'name');
      if (name !== undefined) this.#agentNames.set(id, name);
    } else this.#licence(value, id, place);
  }

  #package(value: JsonObject, place: string, at?: Place): void {
    this.#require(value, 'software_Package', ['name'], place);
    const component: Component = {
      name: textOrNumberAt(value, 'name') ?? idOf(value) ?? '',
      licences: [],
      hashes: objectsAt(value, 'verifiedUsing').map((hash) => ({
        algorithm: algorithmName(textAt(hash, 'algorithm') ?? ''),
        value: textAt(hash, 'hashValue') ?? '',
      })),
    };
    const version = textOrNumberAt(value, 'software_packageVersion');
    if (version !== undefined && typeof value.software_packageVersion !== 'string') {
      const problem = notOfType(value.software_packageVersion, 'string');
      this.#warnings.violation(problem, `${place}/software_packageVersion`);
    }
    const purls = [
      textAt(value, 'software_packageUrl'),
      ...externalIdentifiers(value, ['packageUrl', 'purl']),
    ];
    const [cpe] = [...externalIdentifiers(value, ['cpe23']), ...externalIdentifiers(value, ['cpe22'])];
    const ref = idOf(value);
    const [supplier] = refsAt(value, 'suppliedBy');
    if (version !== undefined) component.version = version;
    for (const purl of purls) if (purl !== undefined) addPurl(component, purl);
    if (cpe !== undefined) component.cpe = cpe;
    if (ref !== undefined) component.ref = ref;
    if (supplier !== undefined) this.#suppliers.set(component, supplier);
    const inline = isObject(value.suppliedBy) ? textAt(value.suppliedBy, 'name') : undefined;
    if (inline !== undefined) component.supplier = inline;
    for (const purl of [component.purl, ...(component.otherPurls ?? [])]) {
      const why = purl && purlProblem(purl);
      if (why) this.#warnings.unread(unknownPurl(purl, why), `${place}/software_packageUrl`);
    }
    if (textAt(value, 'software_primaryPurpose') === 'operatingSystem') {
      component.isOperatingSystem = true;
      if (version !== undefined) this.#bill.addOperatingSystem({ name: component.name, version });
    }
    this.#bill.add(component, place, at);
  }

  #relationship(value: JsonObject, place: string): void {
    this.#require(value, 'Relationship', ['from', 'to', 'relationshipType'], place);
    const [from] = refsAt(value, 'from');
    const type = textAt(value, 'relationshipType') ?? '';
    if (from === undefined) return;
    for (const to of refsAt(value, 'to')) {
      if (type === 'describes') this.#roots.push(to);
      else if (dependencyLinks.has(type)) this.#links.add(from, to);
      else if (licenceLinks.has(type)) this.#addLicence(from, to, place);
    }
  }

  #addLicence(from: string, to: string, place: string): void {
    this.#bill.entries.admit(place);
    const known = this.#licencesOf.get(from);
    if (known) known.push(to);
    else this.#licencesOf.set(from, [to]);
  }

  #licence(value: JsonObject, id: string, place: string): void {
    const text =
      textAt(value, 'simplelicensing_licenseExpression') ?? textAt(value, 'expandedlicensing_licenseId');
    if (text === undefined) return;
    const problem = expressionProblem(text);
    if (problem) {
      this.#warnings.unread(unknownLicence(text, problem), `${place}/simplelicensing_licenseExpression`);
    }
    this.#licenceTexts.set(id, text);
  }

  #require(value: JsonObject, what: string, names: readonly string[], place: string): void {
    const absent = names.filter((name) => value[name] === undefined);
    if (absent.length > 0) this.#warnings.violation(missing(what, absent), place);
  }
}

function idOf(value: JsonObject): string | undefined {
  return textAt(value, 'spdxId');
}

/** The elements a property points at: identifiers, or elements written in place. */
function refsAt(value: JsonObject, key: string): string[] {
  const found = value[key];
  const entries = Array.isArray(found) ? found : found === undefined ? [] : [found];
  return entries
    .map((entry) => (isObject(entry) ? idOf(entry) : entry))
    .filter((ref) => typeof ref === 'string');
}

function externalIdentifiers(value: JsonObject, types: readonly string[]): string[] {
  return objectsAt(value, 'externalIdentifier')
    .filter((identifier) => types.includes(textAt(identifier, 'externalIdentifierType') ?? ''))
    .map((identifier) => textAt(identifier, 'identifier'))
    .filter((identifier) => identifier !== undefined);
}
