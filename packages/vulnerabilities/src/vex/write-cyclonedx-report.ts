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
  const { advisory, aliases, severity, fixed } = finding;
  const references = aliases.map((id) => ({ id, source: { name: sourceOf(id) } }));
  return {
    id: advisory.id,
    source: { name: sourceOf(advisory.id), ...(advisory.url && { url: advisory.url }) },
    ...(references.length > 0 && { references }),
    ratings: [ratingOf(severity)],
    ...(advisory.summary && { description: advisory.summary }),
    ...(fixed.length > 0 && { recommendation: `Fixed in ${fixed.join(', ')}.` }),
    ...(advisory.published && { published: advisory.published }),
    ...(advisory.modified && { updated: advisory.modified }),
    ...(verdict && { analysis: analysisOf(verdict) }),
    affects: [],
  };
}

function ratingOf({ rating, score, vector }: Finding['severity']): JsonObject {
  return {
    severity: rating,
    ...(score !== null && { score }),
    ...(vector !== null && { vector, method: methods[scoreCvss(vector).version] }),
  };
}
