/** A value of a property in RDF. A node among the values is described in its place. */
export type RdfValue =
  | RdfNode
  | { iri: string }
  | { text: string; language?: string }
  | { value: string; datatype: string };

/** Something described: its address, its class, and its properties by prefixed name. */
export interface RdfNode {
  id: string;
  type: string;
  properties: Readonly<Record<string, RdfValue | readonly RdfValue[] | undefined>>;
}

/** Namespaces by prefix. */
export type RdfPrefixes = Readonly<Record<string, string>>;

/** A description as JSON-LD 1.1, with nodes within nodes. */
export function writeJsonLdGraph(root: RdfNode, prefixes: RdfPrefixes): string {
  return JSON.stringify({ '@context': prefixes, ...jsonNode(root) });
}

function jsonNode({ id, type, properties }: RdfNode): Record<string, unknown> {
  const entries = Object.entries(properties).flatMap(([name, values]) => {
    if (values === undefined) return [];
    const written = Array.isArray(values) ? values.map(jsonValue) : jsonValue(values as RdfValue);
    return [[name, written]];
  });
  return { '@id': id, '@type': type, ...Object.fromEntries(entries) };
}

function jsonValue(value: RdfValue): unknown {
  if ('id' in value) return jsonNode(value);
  if ('iri' in value) return { '@id': value.iri };
  if ('datatype' in value) return { '@type': value.datatype, '@value': value.value };
  return value.language ? { '@language': value.language, '@value': value.text } : value.text;
}

/** The same description as Turtle (RDF 1.1), each node once. */
export function writeTurtle(root: RdfNode, prefixes: RdfPrefixes): string {
  const declared = Object.entries(prefixes).map(([prefix, iri]) => `@prefix ${prefix}: ${turtleIri(iri)} .`);
  const nodes = new Map<string, RdfNode>();
  collectNodes(root, nodes);
  return `${[declared.join('\n'), ...[...nodes.values()].map(turtleNode)].join('\n\n')}\n`;
}

function collectNodes(node: RdfNode, found: Map<string, RdfNode>): void {
  if (found.has(node.id)) return;
  found.set(node.id, node);
  for (const value of Object.values(node.properties).flat())
    if (value && 'id' in value) collectNodes(value, found);
}

function turtleNode({ id, type, properties }: RdfNode): string {
  const lines = Object.entries(properties).flatMap(([name, values]) => {
    const all = [values ?? []].flat() as RdfValue[];
    return all.length > 0 ? [`${name} ${all.map(turtleValue).join(', ')}`] : [];
  });
  return `${turtleIri(id)} ${[`a ${type}`, ...lines].join(' ;\n  ')} .`;
}

function turtleValue(value: RdfValue): string {
  if ('id' in value) return turtleIri(value.id);
  if ('iri' in value) return turtleIri(value.iri);
  if ('datatype' in value) return `${turtleText(value.value)}^^${value.datatype}`;
  return turtleText(value.text) + (value.language ? `@${value.language}` : '');
}

/** Turtle takes no blanks, quotes and brackets in an address; nor does an address have them. */
function turtleIri(iri: string): string {
  return `<${iri.replace(/[\s<>"{}|^`\\]/g, encodeURIComponent)}>`;
}

const escapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

function turtleText(text: string): string {
  return `"${text.replace(/["\\\n\r\t]/g, (character) => escapes[character] ?? character)}"`;
}
