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
  readonly #onItem: (element: XmlElement, path: string) => void;
  readonly #path: PathStep[];
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
    this.#path = [new PathStep('', false, isWanted)];
    this.#onItem = onItem;
  }

  open(tag: XmlTag, place: () => string): void {
    if (this.#foreignDepth > 0 || tag.namespace !== this.#namespace) {
      this.#foreignDepth++;
      return;
    }
    const { path, isItem } = this.#enter(tag.name);
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

  #enter(name: string): PathStep {
    const step = (this.#path.at(-1) as PathStep).into(name);
    this.#path.push(step);
    return step;
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

const maxStepsKept = 100;

/** A path that has been met, with whether it is wanted: worked out once, since documents repeat a few paths. */
class PathStep {
  readonly path: string;
  readonly isItem: boolean;
  readonly #isWanted: (path: string) => boolean;
  readonly #next = new Map<string, PathStep>();

  constructor(path: string, isItem: boolean, isWanted: (path: string) => boolean) {
    this.path = path;
    this.isItem = isItem;
    this.#isWanted = isWanted;
  }

  into(name: string): PathStep {
    const known = this.#next.get(name);
    if (known) return known;
    const path = `${this.path}/${name}`;
    const step = new PathStep(path, this.#isWanted(path), this.#isWanted);
    if (this.#next.size < maxStepsKept) this.#next.set(name, step);
    return step;
  }
}
