import type { Place } from '../../component.ts';
import { Bill } from '../bill.ts';
import type { ReadLimits, Sbom } from '../sbom.ts';
import type { Warnings } from '../warnings.ts';
import { XmlItems } from '../xml/xml-items.ts';
import { type XmlHandler, XmlStream } from '../xml/xml-stream.ts';
import { childrenNamed, type XmlElement } from '../xml/xml-tree.ts';
import { type Violation, XsdValidator } from '../xml/xsd-validator.ts';
import { bomLinkOf } from './bom-link.ts';
import { componentOf, operatingSystemOf } from './component.ts';
import { componentFromXml } from './component-from-xml.ts';
import { References } from './references.ts';
import type { CycloneDxVersion } from './schemas.ts';
import { XmlAssertions } from './xml-assertions.ts';
import { xmlRules } from './xml-rules.ts';

const listed = /^\/bom(?:\/metadata\/component)?\/components\/component(?:\/components\/component)*$/;
const part = /\/component\/components\/component$/;
const subject = '/bom/metadata/component';
const dependency = '/bom/dependencies/dependency';

/** Further paths that a caller requests besides components and dependencies, with their handlers. */
export interface ElementListener {
  isWanted(path: string): boolean;
  onElement(element: XmlElement, path: string): void;
  onRoot(attributes: Record<string, string>): void;
}

export async function readCycloneDxXml(
  source: AsyncIterable<Uint8Array>,
  version: CycloneDxVersion,
  limits: ReadLimits,
  warnings: Warnings,
  listener?: ElementListener,
  places = false,
): Promise<Sbom> {
  const bill = new Bill(warnings, limits, places);
  const schema = xmlRules(version);
  const references = new References(bill);
  const dependencyPlaces: string[] = [];

  const items = new XmlItems(
    schema.namespace,
    limits,
    (path) =>
      listed.test(path) || path === subject || path === dependency || listener?.isWanted(path) === true,
    (element, path) => {
      if (path === dependency) {
        const dependsOn = childrenNamed(element, 'dependency').map(({ attributes }) => attributes.ref ?? '');
        bill.addDependency({ ref: element.attributes.ref ?? '', dependsOn }, element.place);
        dependencyPlaces.push(element.place);
      } else if (path === subject || listed.test(path)) {
        const value = componentFromXml(element);
        const component = componentOf(value, element.place, warnings);
        const at = placeOf(element);
        if (component && path === subject) bill.subject = bill.placed(component, at);
        else if (component) bill.add(component, element.place, at, part.test(path));
        const system = operatingSystemOf(value);
        if (system) bill.addOperatingSystem(system);
      }
      if (listener?.isWanted(path)) listener.onElement(element, path);
    },
  );
  const report: Violation = (problem, place) => warnings.violation(problem, place);
  const stream = new XmlStream(
    inTurn(
      new XsdValidator(schema, report),
      ...(version === '1.7' ? [new XmlAssertions(report)] : []),
      referencesOf(references),
      rootOf((attributes) => {
        bill.identifier = bomLinkOf(attributes.serialNumber, attributes.version);
        listener?.onRoot(attributes);
      }),
      items,
    ),
    limits,
  );
  for await (const piece of source) stream.push(piece);
  stream.end();
  references.checkDependencies(bill.dependencies, dependencyPlaces);
  return bill.finished('CycloneDX XML', version);
}

/** Position of a requested element. */
function placeOf({ place }: XmlElement): Place | undefined {
  const [, line, column] = /^(\d+):(\d+)/.exec(place) ?? [];
  return line === undefined ? undefined : { line: Number(line), column: Number(column) };
}

/** Called with the outermost element's attributes. */
function rootOf(onRoot: (attributes: Record<string, string>) => void): XmlHandler {
  let isSeen = false;
  return {
    open({ attributes }) {
      if (!isSeen) onRoot(Object.fromEntries(attributes.map(({ name, value }) => [name, value])));
      isSeen = true;
    },
    text: () => undefined,
    close: () => undefined,
  };
}

function referencesOf(references: References): XmlHandler {
  return {
    open({ attributes }, place) {
      const ref = attributes.find(({ namespace, name }) => namespace === '' && name === 'bom-ref');
      if (ref) references.give(ref.value, `${place()}/@bom-ref`);
    },
    text: () => undefined,
    close: () => undefined,
  };
}

function inTurn(...handlers: XmlHandler[]): XmlHandler {
  return {
    open(tag, place) {
      for (const handler of handlers) handler.open(tag, place);
    },
    text(text) {
      for (const handler of handlers) handler.text(text);
    },
    close() {
      for (const handler of handlers) handler.close();
    },
  };
}
