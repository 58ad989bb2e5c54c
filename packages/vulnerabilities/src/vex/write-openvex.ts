import type { JsonObject } from '../sbom/json/json-value.ts';
import type { VexProduct, VexStatement } from './statement.ts';

/** Metadata of a VEX document. */
export interface VexHead {
  /** A URI, or a URN such as `urn:uuid:…`. */
  id: string;
  author: string;
  /** RFC 3339 */
  time: string;
  /** Counted up with each change of the document. */
  version: number;
}

/** Writes an OpenVEX 0.2.0 document. */
export function writeOpenVex(head: VexHead, statements: readonly VexStatement[]): JsonObject {
  return {
    '@context': 'https://openvex.dev/ns/v0.2.0',
    '@id': head.id,
    author: head.author,
    timestamp: head.time,
    version: head.version,
    statements: statements.map(written),
  };
}

function written(statement: VexStatement): JsonObject {
  const { vulnerability, aliases, status, products, justification, impact, action, description, time } =
    statement;
  const entry: JsonObject = {
    vulnerability: {
      name: vulnerability,
      ...(description !== undefined && { description }),
      ...(aliases.length > 0 && { aliases: [...aliases] }),
    },
    products: products.map(product),
    status,
  };
  if (time !== undefined) entry.timestamp = time;
  if (justification !== undefined) entry.justification = justification;
  if (status === 'not_affected' && impact !== undefined) entry.impact_statement = impact;
  if (status === 'affected') entry.action_statement = action ?? 'No action has been decided yet.';
  return entry;
}

function product({ purl: named, cpe, name, range, parts }: VexProduct): JsonObject {
  const identifiers: JsonObject = {};
  const purl = named !== undefined && range !== undefined ? withRange(named, range) : named;
  if (purl !== undefined) identifiers.purl = purl;
  if (cpe !== undefined) identifiers[cpe.startsWith('cpe:2.3') ? 'cpe23' : 'cpe22'] = cpe;
  return {
    '@id': purl ?? cpe ?? name ?? '',
    ...(Object.keys(identifiers).length > 0 && { identifiers }),
    ...(parts && { subcomponents: parts.map(product) }),
  };
}

/** OpenVEX has no ranges of its own; package URLs state one in the qualifier `vers`. */
function withRange(purl: string, range: string): string {
  const separator = purl.includes('?') ? '&' : '?';
  return `${purl}${separator}vers=${encodeURIComponent(range)}`;
}
