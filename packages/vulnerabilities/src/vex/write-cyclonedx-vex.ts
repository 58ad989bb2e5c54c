import type { Component } from '../component.ts';
import type { JsonObject } from '../sbom/json/json-value.ts';
import { stateOfStatus, termOfJustification } from './cyclonedx-terms.ts';
import type { VexProduct, VexStatement } from './statement.ts';
import type { VexHead } from './write-openvex.ts';

/** Writes a CycloneDX 1.6 VEX document: the products as components, and the verdicts on them. */
export function writeCycloneDxVex(
  head: VexHead,
  statements: readonly VexStatement[],
  subject?: Component,
): JsonObject {
  const components = new Map<string, JsonObject>();
  const vulnerabilities = statements.map((statement) => written(statement, components));
  return cycloneDxDocument(head, [...components.values()], vulnerabilities, subject);
}

/** A document around components and vulnerabilities. */
export function cycloneDxDocument(
  head: VexHead,
  components: JsonObject[],
  vulnerabilities: JsonObject[],
  subject: Component | undefined,
): JsonObject {
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    ...(/^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(head.id) && { serialNumber: head.id }),
    version: head.version,
    metadata: {
      timestamp: head.time,
      authors: [{ name: head.author }],
      ...(subject && { component: { type: 'application', ...cycloneDxComponent(subject) } }),
    },
    components,
    vulnerabilities,
  };
}

/** A component in the JSON notation, without its `type`. */
export function cycloneDxComponent({ name, version, purl, cpe, ref }: Component): JsonObject {
  const identifier = ref ?? purl;
  return {
    name,
    ...(identifier !== undefined && { 'bom-ref': identifier }),
    ...(version !== undefined && { version }),
    ...(purl !== undefined && { purl }),
    ...(cpe !== undefined && { cpe }),
  };
}

function written(statement: VexStatement, components: Map<string, JsonObject>): JsonObject {
  const { vulnerability, aliases, products, action, description } = statement;
  const parts = products.flatMap((product) => product.parts ?? [product]);
  const affects = new Map<string, JsonObject[]>();
  for (const part of parts) {
    const ref = register(part, components);
    const versions = affects.get(ref) ?? [];
    if (part.range !== undefined) versions.push({ range: part.range });
    else if (part.version !== undefined) versions.push({ version: part.version });
    affects.set(ref, versions);
  }
  return {
    id: vulnerability,
    ...(aliases.length > 0 && { references: aliases.map((id) => ({ id, source: { name: sourceOf(id) } })) }),
    ...(description !== undefined && { description }),
    ...(action !== undefined && { recommendation: action }),
    analysis: analysisOf(statement),
    affects: [...affects].map(([ref, versions]) => ({ ref, ...(versions.length > 0 && { versions }) })),
  };
}

/** A verdict in the terms of CycloneDX. */
export function analysisOf({ status, justification, impact, time }: VexStatement): JsonObject {
  return {
    state: stateOfStatus[status],
    ...(justification !== undefined && { justification: termOfJustification[justification] }),
    ...(impact !== undefined && { detail: impact }),
    ...(time !== undefined && { lastUpdated: time }),
  };
}

function register({ purl, cpe, name, version }: VexProduct, components: Map<string, JsonObject>): string {
  const ref = purl ?? cpe ?? (version === undefined ? name : `${name}@${version}`) ?? '';
  if (!components.has(ref)) {
    components.set(ref, {
      type: 'library',
      ...cycloneDxComponent({
        name: name ?? ref,
        licences: [],
        hashes: [],
        ref,
        ...(version !== undefined && { version }),
        ...(purl !== undefined && { purl }),
        ...(cpe !== undefined && { cpe }),
      }),
    });
  }
  return ref;
}

/** Who gives out identifiers of that form. */
export function sourceOf(id: string): string {
  if (id.startsWith('CVE-')) return 'CVE';
  if (id.startsWith('GHSA-')) return 'GitHub';
  return 'OSV';
}
