import { defaultLimits } from '../sbom.ts';
import { XmlStream, type XmlTag } from './xml-stream.ts';
import { childNamed, type XmlElement } from './xml-tree.ts';
import { ContentModel, type Particle } from './xsd-content.ts';
import {
  builtInType,
  type Facets,
  isCollapsing,
  restricted,
  type SimpleType,
  union,
} from './xsd-simple-type.ts';

/** What an element may carry and hold. */
export interface ElementType {
  attributes: Map<string, { type: SimpleType; isRequired: boolean }>;
  /** Whether undeclared attributes are allowed: none, those of other namespaces, or any. */
  otherAttributes: 'none' | 'foreign' | 'any';
  /** of its text, when it holds text only */
  text?: SimpleType;
  content?: ContentModel<ElementDeclaration>;
  isMixed: boolean;
}

export interface ElementDeclaration {
  name: string;
  /** Worked out when first asked for: types refer to each other in circles. */
  type(): ElementType;
}

/**
 * An XML Schema, of the part of the language that the CycloneDX schemas are written in: sequences, choices,
 * element and attribute declarations, attribute groups, restrictions, unions, simple content, and wildcards for
 * other namespaces. Anything else in a schema is an error, never ignored.
 */
export class XsdSchema {
  readonly namespace: string;
  readonly #imported: Map<string, XsdSchema>;
  readonly #prefixes: Record<string, string>;
  readonly #simpleTypes = new Map<string, XmlElement>();
  readonly #complexTypes = new Map<string, XmlElement>();
  readonly #attributeGroups = new Map<string, XmlElement>();
  readonly #elements = new Map<string, XmlElement>();
  readonly #compiledTypes = new Map<string, ElementType>();
  readonly #compiledSimple = new Map<string, { check: SimpleType; isCollapsed: boolean }>();

  constructor(text: Uint8Array, imported: readonly XsdSchema[]) {
    const { root, prefixes } = parsed(text);
    this.namespace = root.attributes.targetNamespace ?? '';
    this.#imported = new Map(imported.map((schema) => [schema.namespace, schema]));
    this.#prefixes = prefixes;
    const kinds: Record<string, Map<string, XmlElement>> = {
      simpleType: this.#simpleTypes,
      complexType: this.#complexTypes,
      attributeGroup: this.#attributeGroups,
      element: this.#elements,
    };
    for (const child of root.children) kinds[child.name]?.set(child.attributes.name ?? '', child);
  }

  /** The declaration of a document's outermost element. */
  root(name: string): ElementDeclaration | undefined {
    const element = this.#elements.get(name);
    return element && this.#declaration(element);
  }

  #declaration(element: XmlElement): ElementDeclaration {
    let type: ElementType | undefined;
    return {
      name: element.attributes.name ?? '',
      type: () => {
        type ??= this.#elementType(element);
        return type;
      },
    };
  }

  #elementType(element: XmlElement): ElementType {
    const named = element.attributes.type;
    if (named !== undefined) {
      const local = named.slice(named.indexOf(':') + 1);
      if (this.#namespaceOf(named) !== this.namespace || !this.#complexTypes.has(local)) {
        return { ...textOnly, text: this.#simpleType(named).check };
      }
      const known = this.#compiledTypes.get(local);
      if (known) return known;
      const compiled = this.#complexType(this.#complexTypes.get(local) as XmlElement);
      this.#compiledTypes.set(local, compiled);
      return compiled;
    }
    const complex = childNamed(element, 'complexType');
    if (complex) return this.#complexType(complex);
    const simple = childNamed(element, 'simpleType');
    return simple
      ? { ...textOnly, text: this.#inlineSimpleType(simple).check }
      : { ...textOnly, text: () => undefined };
  }

  #complexType(complex: XmlElement): ElementType {
    const extension = childNamed(childNamed(complex, 'simpleContent'), 'extension');
    const holder = extension ?? complex;
    const type: ElementType = {
      attributes: new Map(),
      otherAttributes: 'none',
      isMixed: complex.attributes.mixed === 'true',
    };
    if (extension) type.text = this.#simpleType(extension.attributes.base ?? '').check;
    for (const child of holder.children) {
      if (child.name === 'sequence' || child.name === 'choice')
        type.content = new ContentModel(this.#particle(child));
      else if (child.name !== 'simpleContent') this.#addAttributes(type, child);
    }
    return type;
  }

  #addAttributes(type: ElementType, child: XmlElement): void {
    if (child.name === 'attribute') {
      type.attributes.set(child.attributes.name ?? '', {
        type: this.#attributeType(child),
        isRequired: child.attributes.use === 'required',
      });
    } else if (child.name === 'anyAttribute') {
      type.otherAttributes = child.attributes.namespace === '##other' ? 'foreign' : 'any';
    } else if (child.name === 'attributeGroup') {
      const group = this.#attributeGroups.get(local(child.attributes.ref ?? ''));
      for (const part of group?.children ?? []) this.#addAttributes(type, part);
    } else throw new Error(`XML Schema construct not known here: ${child.name}`);
  }

  #attributeType(attribute: XmlElement): SimpleType {
    if (attribute.attributes.type) return this.#simpleType(attribute.attributes.type).check;
    const simple = childNamed(attribute, 'simpleType');
    return simple ? this.#inlineSimpleType(simple).check : () => undefined;
  }

  #particle(node: XmlElement): Particle<ElementDeclaration> {
    const min = Number(node.attributes.minOccurs ?? 1);
    const max = node.attributes.maxOccurs === 'unbounded' ? Infinity : Number(node.attributes.maxOccurs ?? 1);
    if (min > 1 || (max > 1 && max !== Infinity))
      throw new Error(`occurrence not known here: ${min} to ${max}`);
    switch (node.name) {
      case 'element':
        return {
          kind: 'element',
          name: node.attributes.name ?? '',
          declaration: this.#declaration(node),
          min,
          max,
        };
      case 'any':
        return { kind: 'any', min, max };
      case 'sequence':
      case 'choice':
        return { kind: node.name, parts: node.children.map((child) => this.#particle(child)), min, max };
      default:
        throw new Error(`XML Schema construct not known here: ${node.name}`);
    }
  }

  #simpleType(name: string): { check: SimpleType; isCollapsed: boolean } {
    const namespace = this.#namespaceOf(name);
    const localName = local(name);
    if (namespace === xsdNamespace)
      return { check: builtInType(localName), isCollapsed: isCollapsing(localName) };
    const schema = namespace === this.namespace ? this : this.#imported.get(namespace);
    if (schema === undefined) throw new Error(`schema not imported: ${name}`);
    const node = schema.#simpleTypes.get(localName);
    if (node === undefined) throw new Error(`type not declared: ${name}`);
    const known = schema.#compiledSimple.get(localName);
    if (known) return known;
    const compiled = schema.#inlineSimpleType(node);
    schema.#compiledSimple.set(localName, compiled);
    return compiled;
  }

  #inlineSimpleType(node: XmlElement): { check: SimpleType; isCollapsed: boolean } {
    const members = childNamed(node, 'union')?.attributes.memberTypes;
    if (members) {
      return {
        check: union(members.split(/\s+/).map((name) => this.#simpleType(name).check)),
        isCollapsed: false,
      };
    }
    const restriction = childNamed(node, 'restriction');
    if (restriction === undefined) throw new Error('XML Schema construct not known here: simpleType');
    const base = this.#simpleType(restriction.attributes.base ?? '');
    return {
      check: restricted(base.check, facetsOf(restriction), base.isCollapsed),
      isCollapsed: base.isCollapsed,
    };
  }

  #namespaceOf(name: string): string {
    const colon = name.indexOf(':');
    return colon < 0 ? this.namespace : (this.#prefixes[name.slice(0, colon)] ?? '');
  }
}

const xsdNamespace = 'http://www.w3.org/2001/XMLSchema';
const textOnly = { attributes: new Map(), otherAttributes: 'none', isMixed: false } as const;

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function facetsOf(restriction: XmlElement): Facets {
  const facets: Facets = { enumeration: [], patterns: [] };
  for (const { name, attributes } of restriction.children) {
    const value = attributes.value ?? '';
    if (name === 'enumeration') facets.enumeration.push(value);
    else if (name === 'pattern') facets.patterns.push(value);
    else if (
      name === 'minInclusive' ||
      name === 'maxInclusive' ||
      name === 'minLength' ||
      name === 'maxLength'
    )
      facets[name] = Number(value);
    else throw new Error(`XML Schema facet not known here: ${name}`);
  }
  return facets;
}

/** The schema as a tree, without its documentation. */
function parsed(text: Uint8Array): { root: XmlElement; prefixes: Record<string, string> } {
  const stack: XmlElement[] = [];
  let root: XmlElement | undefined;
  let prefixes: Record<string, string> = {};
  let skipped = 0;
  const stream = new XmlStream(
    {
      open(tag) {
        if (skipped > 0 || tag.name === 'annotation' || tag.name === 'import' || tag.name === 'unique') {
          skipped++;
          return;
        }
        const element: XmlElement = {
          name: tag.name,
          attributes: attributesOf(tag),
          children: [],
          text: '',
          place: '',
        };
        stack.at(-1)?.children.push(element);
        if (root === undefined) prefixes = tag.prefixes;
        root ??= element;
        stack.push(element);
      },
      text: () => undefined,
      close() {
        if (skipped > 0) skipped--;
        else stack.pop();
      },
    },
    defaultLimits,
  );
  stream.push(text);
  stream.end();
  return { root: root as XmlElement, prefixes };
}

function attributesOf(tag: XmlTag): Record<string, string> {
  return Object.fromEntries(tag.attributes.map(({ name, value }) => [name, value]));
}
