import type { ReadLimits } from '../sbom.ts';
import { SbomError } from '../sbom-error.ts';
import type { XmlHandler, XmlTag } from './xml-stream.ts';
import type { XmlElement } from './xml-tree.ts';

interface Capture {
  root: XmlElement;
  path: string;
  weight: number;
}

const elementWeight = 64;

/**
 * Builds the tree of each element whose path is wanted, hands it over when it closes, and forgets it. A wanted
 * element inside another one is handed over by itself and left out of the outer tree. Elements of other
 * namespaces are passed over.
 */
export class XmlItems implements XmlHandler {
  readonly #namespace: string;
  readonly #limits: ReadLimits;
  readonly #isWanted: (path: string) => boolean;
  readonly #onItem: (element: XmlElement, path: string) => void;
  readonly #path: string[] = [];
  readonly #captures: Capture[] = [];
  readonly #open: XmlElement[] = [];
  #foreignDepth = 0;

  constructor(
    namespace: string,
    limits: ReadLimits,
    isWanted: (path: string) => boolean,
    onItem: (element: XmlElement, path: string) => void,
  ) {
    this.#namespace = namespace;
    this.#limits = limits;
    this.#isWanted = isWanted;
    this.#onItem = onItem;
  }

  open(tag: XmlTag, place: () => string): void {
    if (this.#foreignDepth > 0 || tag.namespace !== this.#namespace) {
      this.#foreignDepth++;
      return;
    }
    this.#path.push(`${this.#path.at(-1) ?? ''}/${tag.name}`);
    const path = this.#path.at(-1) as string;
    const isItem = this.#isWanted(path);
    if (!isItem && this.#captures.length === 0) return;
    const element: XmlElement = { name: tag.name, attributes: {}, children: [], text: '', place: place() };
    let weight = elementWeight;
    for (const { namespace, name, value } of tag.attributes) {
      if (namespace !== '') continue;
      element.attributes[name] = value;
      weight += value.length;
    }
    if (isItem) this.#captures.push({ root: element, path, weight: 0 });
    else this.#open.at(-1)?.children.push(element);
    this.#open.push(element);
    this.#weigh(weight);
  }

  text(text: string): void {
    const element = this.#open.at(-1);
    if (element === undefined || this.#foreignDepth > 0) return;
    element.text += text;
    this.#weigh(text.length);
  }

  close(): void {
    if (this.#foreignDepth > 0) {
      this.#foreignDepth--;
      return;
    }
    this.#path.pop();
    const element = this.#open.pop();
    const capture = this.#captures.at(-1);
    if (element === undefined || capture?.root !== element) return;
    this.#captures.pop();
    this.#onItem(element, capture.path);
  }

  #weigh(weight: number): void {
    const capture = this.#captures.at(-1);
    if (capture === undefined) return;
    capture.weight += weight;
    if (capture.weight > this.#limits.itemBytes) {
      throw new SbomError('too-large', capture.root.place, String(this.#limits.itemBytes));
    }
  }
}
