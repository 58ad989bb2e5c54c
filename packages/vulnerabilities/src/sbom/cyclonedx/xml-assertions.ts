import { noAlternative, notAllowed, type Problem } from '../problem.ts';
import type { XmlHandler } from '../xml/xml-stream.ts';

interface OpenElement {
  name: string;
  isExternal: string | undefined;
  children: Set<string>;
  place: () => string;
}

/**
 * What CycloneDX 1.7 asks of XML beyond what XML Schema 1.0 can say; its schema has the two assertions as comments,
 * and the JSON schema enforces them.
 */
export class XmlAssertions implements XmlHandler {
  readonly #stack: OpenElement[] = [];
  readonly #report: (problem: Problem, place: string) => void;

  constructor(report: (problem: Problem, place: string) => void) {
    this.#report = report;
  }

  open({ name, attributes }: Parameters<XmlHandler['open']>[0], place: () => string): void {
    this.#stack.at(-1)?.children.add(name);
    const isExternal = attributes.find((attribute) => attribute.name === 'isExternal')?.value;
    this.#stack.push({ name, isExternal, children: new Set(), place });
  }

  text(): void {}

  close(): void {
    const element = this.#stack.pop();
    if (
      element?.name === 'component' &&
      element.children.has('versionRange') &&
      element.isExternal !== 'true'
    ) {
      this.#report(
        notAllowed('versionRange', ['version', 'versionRange + isExternal="true"']),
        element.place(),
      );
    }
    const isAttributed = element?.children.has('attributedTo') || element?.children.has('process');
    if (element?.name === 'citation' && !isAttributed) {
      this.#report(
        noAlternative([
          { ja: 'attributedTo がない', en: 'citation lacks attributedTo' },
          { ja: 'process がない', en: 'citation lacks process' },
        ]),
        element.place(),
      );
    }
  }
}
