import type { Component } from '../component.ts';

/** Names tools use for one thing: Trivy's, without their prefix, and Syft's. */
const SOURCE_NAME = ['SrcName', 'source', 'originPackage'];
const SOURCE_VERSION = ['SrcVersion', 'sourceVersion'];
const MODULE_STREAM = ['Modularitylabel', 'modularityLabel'];
const PREFIXES = ['aquasecurity:trivy:', 'syft:metadata:'];
const SOURCE_RPM = /^(?<name>.+)-(?<version>[^-]+-[^-]+)\.(?:no)?src\.rpm$/;

/** What Trivy and Syft say of a distribution's package in properties of their own: source package, module stream. */
export function applyToolProperties(
  component: Component,
  properties: Iterable<readonly [name: string, value: string]>,
): void {
  let values: Map<string, string> | undefined;
  for (const [name, value] of properties) {
    const prefix = PREFIXES.find((known) => name.startsWith(known));
    if (prefix === undefined || value === '') continue;
    values ??= new Map();
    values.set(name.slice(prefix.length), value);
  }
  if (values === undefined) return;
  const known = values;
  const first = (names: readonly string[]) =>
    names.map((name) => known.get(name)).find((value) => value !== undefined);
  const moduleStream = first(MODULE_STREAM);
  if (moduleStream !== undefined) component.moduleStream = moduleStream;
  const source = sourceOf(first(SOURCE_NAME), first(SOURCE_VERSION), values);
  if (source) component.source = source;
}

function sourceOf(
  name: string | undefined,
  version: string | undefined,
  values: ReadonlyMap<string, string>,
): Component['source'] {
  if (name === undefined) {
    const rpm = SOURCE_RPM.exec(values.get('sourceRpm') ?? '')?.groups;
    return rpm?.name === undefined ? undefined : { name: rpm.name, version: rpm.version ?? '' };
  }
  if (version === undefined) return { name };
  const [epoch, release] = [values.get('SrcEpoch'), values.get('SrcRelease')];
  return {
    name,
    version: (epoch && epoch !== '0' ? `${epoch}:` : '') + version + (release ? `-${release}` : ''),
  };
}
