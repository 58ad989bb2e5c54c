import { misplaced, missing, type Problem, strayText, unknownName } from '../problem.ts';
import type { XmlHandler, XmlTag } from './xml-stream.ts';
import { contentStart } from './xsd-content.ts';
import type { ElementDeclaration, ElementType, XsdSchema } from './xsd-schema.ts';

interface OpenElement {
  name: string;
  /** undefined: the element and its content are not validated */
  type: ElementType | undefined;
  state: number;
  text: string;
  place: () => string;
}

export type Violation = (problem: Problem, place: string) => void;

const schemaInstance = 'http://www.w3.org/2001/XMLSchema-instance';
const longestCheckedText = 1_000_000;

/**
 * Checks a document against an XML Schema while it is read, and goes on after each violation: an element in the
 * wrong place is checked as what its parent would have it be elsewhere, an unknown one is passed over.
 */
export class XsdValidator implements XmlHandler {
  readonly #schema: XsdSchema;
  readonly #report: Violation;
  readonly #stack: OpenElement[] = [];

  constructor(schema: XsdSchema, report: Violation) {
    this.#schema = schema;
    this.#report = report;
  }

  open(tag: XmlTag, place: () => string): void {
    const parent = this.#stack.at(-1);
    const type = parent ? this.#childType(parent, tag, place) : this.#rootType(tag, place);
    if (type) this.#checkAttributes(type, tag, place);
    this.#stack.push({ name: tag.name, type, state: contentStart, text: '', place });
  }

  text(text: string): void {
    const element = this.#stack.at(-1);
    if (element?.type === undefined) return;
    if (element.type.text) {
      if (element.text.length < longestCheckedText) element.text += text;
    } else if (!element.type.isMixed && element.text === '' && text.trim() !== '') {
      element.text = text;
      this.#report(strayText(element.name), element.place());
    }
  }

  close(): void {
    const element = this.#stack.pop();
    if (element?.type === undefined) return;
    const { type, state, place } = element;
    const problem = type.text?.(element.text);
    if (problem) this.#report(problem, place());
    if (type.content && !type.content.mayEnd(state)) {
      this.#report(missing(element.name, type.content.expected(state)), place());
    }
  }

  #rootType(tag: XmlTag, place: () => string): ElementType | undefined {
    const root = tag.namespace === this.#schema.namespace ? this.#schema.root(tag.name) : undefined;
    if (root === undefined) this.#report(unknownName(tag.name, ['bom']), place());
    return root?.type();
  }

  #childType(parent: OpenElement, tag: XmlTag, place: () => string): ElementType | undefined {
    if (parent.type === undefined) return undefined;
    const content = parent.type.content;
    const name = tag.namespace === this.#schema.namespace ? tag.name : undefined;
    const state = content?.next(parent.state, name);
    if (content !== undefined && state !== undefined) {
      parent.state = state;
      return content.declarationAt(state)?.type();
    }
    const elsewhere: ElementDeclaration | undefined =
      name === undefined ? undefined : content?.declarations.get(name);
    const expected = content?.expected(parent.state) ?? [];
    this.#report(elsewhere ? misplaced(tag.name, expected) : unknownName(tag.name, expected), place());
    return elsewhere?.type();
  }

  #checkAttributes(type: ElementType, tag: XmlTag, place: () => string): void {
    let requiredFound = 0;
    for (const { namespace, name, value } of tag.attributes) {
      const declared = namespace === '' ? type.attributes.get(name) : undefined;
      if (declared) {
        if (declared.isRequired) requiredFound++;
        const problem = declared.type(value);
        if (problem) this.#report(problem, `${place()}/@${name}`);
      } else if (namespace !== schemaInstance && !isAllowed(type.otherAttributes, namespace)) {
        this.#report(unknownName(name), `${place()}/@${name}`);
      }
    }
    let required = 0;
    for (const declared of type.attributes.values()) if (declared.isRequired) required++;
    if (requiredFound === required) return;
    for (const [name, { isRequired }] of type.attributes) {
      const isThere = tag.attributes.some(
        (attribute) => attribute.namespace === '' && attribute.name === name,
      );
      if (isRequired && !isThere) this.#report(missing(tag.name, [`@${name}`]), place());
    }
  }
}

function isAllowed(others: ElementType['otherAttributes'], namespace: string): boolean {
  return others === 'any' || (others === 'foreign' && namespace !== '');
}
