import { Bill } from '../bill.ts';
import { fingerprint } from '../json/fingerprint.ts';
import { type JsonItem, JsonStream } from '../json/json-stream.ts';
import { isObject, type JsonObject, type JsonValue, listAt, textAt } from '../json/json-value.ts';
import { repeated } from '../problem.ts';
import type { ReadLimits, Sbom } from '../sbom.ts';
import type { Warnings } from '../warnings.ts';
import { bomLinkOf } from './bom-link.ts';
import { componentOf, operatingSystemOf } from './component.ts';
import { isList, jsonRules } from './json-rules.ts';
import { References } from './references.ts';
import type { CycloneDxVersion } from './schemas.ts';

/** Where the document's own parts are, at any depth of assembly; not those of tools or of formulation. */
const componentLists = /^(?:\/metadata\/component)?\/components(?:\/\d+\/components)*$/;

/** Parts of other components. */
const partLists = /\/components\/\d+\/components$/;

/** Entries of one list among which repetitions are looked for. */
const maxFingerprints = 2_000_000;

/** Further callbacks while the document is read. */
export interface JsonListener {
  entry(list: string, value: JsonValue, place: string): void;
  document(root: JsonObject): void;
}

export async function readCycloneDxJson(
  source: AsyncIterable<Uint8Array>,
  version: CycloneDxVersion,
  limits: ReadLimits,
  warnings: Warnings,
  listener?: JsonListener,
  places = false,
): Promise<Sbom> {
  const bill = new Bill(warnings, limits, places);
  const rules = jsonRules(version);
  const references = new References(bill);
  const dependencyPlaces: string[] = [];
  const fingerprints = new Map<string, Set<number>>();

  const stream = new JsonStream(
    limits,
    isList,
    (item: JsonItem) => {
      const { list, pointer, value } = item;
      for (const { place, problem } of rules.entry(list, pointer, value)) warnings.violation(problem, place);
      references.giveAll(value, pointer);
      if (isRepeated(fingerprints, list, value)) warnings.violation(repeated(value), pointer);
      if (componentLists.test(list)) {
        const component = componentOf(value, pointer, warnings);
        if (component) bill.add(component, pointer, item, partLists.test(list));
        const system = operatingSystemOf(value);
        if (system) bill.addOperatingSystem(system);
      } else if (list === '/dependencies') {
        const ref = textAt(value, 'ref');
        if (ref !== undefined) {
          const dependsOn = textsAt(value, 'dependsOn').map((needed) => references.shared(needed));
          bill.addDependency({ ref: references.shared(ref), dependsOn }, pointer);
          dependencyPlaces.push(pointer);
        }
      }
      listener?.entry(list, value, pointer);
    },
    warnings.repeatedName,
  );
  for await (const piece of source) stream.push(piece);

  const root = stream.end();
  for (const { place, problem } of rules.document(root)) warnings.violation(problem, place || '/');
  references.giveAll(root, '');
  if (isObject(root)) listener?.document(root);
  bill.identifier = bomLinkOf(textAt(root, 'serialNumber'), isObject(root) ? String(root.version ?? 1) : '1');
  const subject = isObject(root) && isObject(root.metadata) ? root.metadata.component : undefined;
  if (subject !== undefined) {
    const component = componentOf(subject, '/metadata/component', warnings);
    if (component) bill.subject = bill.placed(component, stream.subjectPlace);
    const system = operatingSystemOf(subject);
    if (system) bill.addOperatingSystem(system);
  }
  references.checkDependencies(bill.dependencies, dependencyPlaces);
  return bill.finished('CycloneDX JSON', version);
}

/** Whether an entry without an identifier is already listed; identifiers are checked separately. */
function isRepeated(seen: Map<string, Set<number>>, list: string, value: JsonValue): boolean {
  if (isObject(value) && typeof value['bom-ref'] === 'string') return false;
  let known = seen.get(list);
  if (known === undefined) {
    known = new Set();
    seen.set(list, known);
  }
  const print = fingerprint(value);
  if (known.has(print)) return true;
  if (known.size < maxFingerprints) known.add(print);
  return false;
}

function textsAt(value: JsonValue, key: string): string[] {
  return listAt(value as JsonObject, key).filter((entry) => typeof entry === 'string');
}
