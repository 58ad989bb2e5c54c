/**
 * An element of an XML document as a tree. Attributes are keyed by their qualified name; text is the
 * element's direct text.
 */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
  /** `line:column path` if the element itself was requested, else empty; see SbomWarning.place */
  place: string;
}

export function childNamed(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent?.children.find((child) => child.name === name);
}

export function childrenNamed(parent: XmlElement | undefined, name: string): XmlElement[] {
  return parent?.children.filter((child) => child.name === name) ?? [];
}

/** The text of a child element, when it is not blank. */
export function childText(parent: XmlElement | undefined, name: string): string | undefined {
  const text = childNamed(parent, name)?.text.trim();
  return text === '' ? undefined : text;
}
