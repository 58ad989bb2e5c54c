import type { Finding } from '../advisories/finding.ts';
import type { Component } from '../component.ts';
import type { JsonObject } from '../sbom/json/json-value.ts';
import type { CvssScore } from '../severity/cvss.ts';
import { scoreCvss } from '../severity/cvss.ts';
import type { JudgedFinding } from './apply-vex.ts';
import { analysisOf, cycloneDxComponent, cycloneDxDocument, sourceOf } from './write-cyclonedx-vex.ts';
import type { VexHead } from './write-openvex.ts';

const methods: Record<CvssScore['version'], string> = {
  '2.0': 'CVSSv2',
  '3.0': 'CVSSv3',
  '3.1': 'CVSSv31',
  '4.0': 'CVSSv4',
};

/**
 * Writes findings as a CycloneDX 1.6 document: the affected components, each vulnerability once with its rating,
 * what it affects and which versions end it, and the verdict where one was given.
 */
export function writeCycloneDxReport(
  head: VexHead,
  findings: readonly JudgedFinding<Finding>[],
  subject?: Component,
): JsonObject {
  const components = new Map<string, JsonObject>();
  const vulnerabilities = new Map<string, JsonObject & { affects: JsonObject[] }>();
  for (const judged of findings) {
    const { component } = judged.finding;
    const ref =
      component.ref ?? component.purl ?? [component.name, component.version].filter(Boolean).join('@');
    if (ref !== subject?.ref)
      components.set(ref, { type: 'library', ...cycloneDxComponent({ ...component, ref }) });
    const key = JSON.stringify([judged.finding.advisory.id, judged.verdict ?? null]);
    const known = vulnerabilities.get(key) ?? vulnerabilityOf(judged);
    vulnerabilities.set(key, known);
    const { version } = component;
    known.affects.push({
      ref,
      ...(version !== undefined && { versions: [{ version, status: 'affected' }] }),
    });
  }
  return cycloneDxDocument(head, [...components.values()], [...vulnerabilities.values()], subject);
}

function vulnerabilityOf({
  finding,
  verdict,
}: JudgedFinding<Finding>): JsonObject & { affects: JsonObject[] } {
  const { advisory, aliases, severity } = finding;
  const recommendation = recommendationOf(finding);
  const properties = propertiesOf(finding);
  const references = aliases.map((id) => ({ id, source: { name: sourceOf(id) } }));
  return {
    id: advisory.id,
    source: { name: sourceOf(advisory.id), ...(advisory.url && { url: advisory.url }) },
    ...(references.length > 0 && { references }),
    ratings: [ratingOf(severity)],
    ...(advisory.summary && { description: advisory.summary }),
    ...(recommendation !== undefined && { recommendation }),
    ...(advisory.published && { published: advisory.published }),
    ...(advisory.modified && { updated: advisory.modified }),
    ...(verdict && { analysis: analysisOf(verdict) }),
    ...(properties.length > 0 && { properties }),
    affects: [],
  };
}

/** The last versions known to be affected, where no fix is known; as a recommendation, since there is no field for it. */
function recommendationOf({ fixed, ranges, onlyLastKnownAffected }: Finding): string | undefined {
  if (fixed.length > 0) return `Fixed in ${fixed.join(', ')}.`;
  if (!onlyLastKnownAffected) return undefined;
  const last = [...new Set(ranges.map(({ lastAffected }) => lastAffected))].join(', ');
  return `No fixed version is known; the last version known to be affected is ${last}.`;
}

/** What CycloneDX has no field for: vulnerabilities passed on are no other names, which `references` are. */
function propertiesOf({ upstream, onlyLastKnownAffected }: Finding): JsonObject[] {
  const names = [...new Set(upstream.flat())];
  return [
    ...names.map((value) => ({ name: 'kakehashi:upstream', value })),
    ...(onlyLastKnownAffected ? [{ name: 'kakehashi:onlyLastKnownAffected', value: 'true' }] : []),
  ];
}

function ratingOf({ rating, score, vector }: Finding['severity']): JsonObject {
  return {
    severity: rating,
    ...(score !== null && { score }),
    ...(vector !== null && { vector, method: methods[scoreCvss(vector).version] }),
  };
}
