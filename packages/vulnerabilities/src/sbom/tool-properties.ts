import type { Component } from '../component.ts';

/** Names tools use for one thing: Trivy's, without their prefix, and Syft's. */
const SOURCE_NAME = ['SrcName', 'source', 'originPackage'];
const SOURCE_VERSION = ['SrcVersion', 'sourceVersion'];
const MODULE_STREAM = ['Modularitylabel', 'modularityLabel'];
const PREFIX = /^(?:aquasecurity:trivy|syft:metadata):/;
const SOURCE_RPM = /^(?<name>.+)-(?<version>[^-]+-[^-]+)\.(?:no)?src\.rpm$/;

/** What Trivy and Syft say of a distribution's package in properties of their own: source package, module stream. */
export function applyToolProperties(
  component: Component,
  properties: Iterable<readonly [name: string, value: string]>,
): void {
  const values = new Map<string, string>();
  for (const [name, value] of properties) {
    const key = name.replace(PREFIX, '');
    if (value !== '' && key !== name) values.set(key, value);
  }
  if (values.size === 0) return;
  const first = (names: readonly string[]) =>
    names.map((name) => values.get(name)).find((value) => value !== undefined);
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
