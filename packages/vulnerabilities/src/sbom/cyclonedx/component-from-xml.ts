import type { JsonObject } from '../json/json-value.ts';
import { childNamed, childrenNamed, childText, type XmlElement } from '../xml/xml-tree.ts';

/** A `component` element in the shape the JSON notation gives it, as far as components are read. */
export function componentFromXml(element: XmlElement): JsonObject {
  const component: JsonObject = {
    licenses: licencesFromXml(childNamed(element, 'licenses')),
    hashes: childrenNamed(childNamed(element, 'hashes'), 'hash').map(({ attributes, text }) => ({
      alg: attributes.alg ?? '',
      content: text.trim(),
    })),
  };
  const type = element.attributes.type;
  if (type !== undefined) component.type = type;
  const properties = childrenNamed(childNamed(element, 'properties'), 'property');
  if (properties.length > 0) {
    component.properties = properties.map(({ attributes, text }) => ({
      name: attributes.name ?? '',
      value: text.trim(),
    }));
  }
  for (const name of ['name', 'group', 'version', 'purl', 'cpe', 'scope']) {
    const text = childText(element, name);
    if (text !== undefined) component[name] = text;
  }
  const supplier = childText(childNamed(element, 'supplier'), 'name');
  if (supplier !== undefined) component.supplier = { name: supplier };
  const ref = element.attributes['bom-ref'];
  if (ref !== undefined) component['bom-ref'] = ref;
  return component;
}

function licencesFromXml(licences: XmlElement | undefined): JsonObject[] {
  return (licences?.children ?? []).map((element): JsonObject => {
    if (element.name === 'expression') return { expression: element.text.trim() };
    if (element.name === 'expression-detailed') return { expression: element.attributes.expression ?? '' };
    const id = childText(element, 'id');
    const name = childText(element, 'name');
    return { license: { ...(id !== undefined && { id }), ...(name !== undefined && { name }) } };
  });
}
