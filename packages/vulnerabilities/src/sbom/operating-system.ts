import type { Component } from '../component.ts';

/** An operating system as a bill names it: `alpine` and `3.16.0`. */
export interface OperatingSystem {
  name: string;
  version: string;
}

/** The package-URL types of distributions, `alpine` being how Syft once spelt `apk`. */
const ofDistribution = /^pkg:(?:deb|rpm|apk|alpm|alpine)\//i;
const distroQualifier = /[?&]distro=/i;

/**
 * Assigns packages whose package URL names no distribution to the bill's operating system, if the bill names
 * exactly one.
 */
export function giveDistribution(
  components: readonly Component[],
  systems: readonly OperatingSystem[],
): void {
  const [distribution, ...others] = new Set(systems.map(labelOf));
  if (distribution === undefined || others.length > 0) return;
  for (const component of components) {
    const { purl } = component;
    if (purl !== undefined && ofDistribution.test(purl) && !distroQualifier.test(purl)) {
      component.distribution = distribution;
    }
  }
}

/** As the `distro` qualifier is written: `alpine-3.16.0`. */
function labelOf({ name, version }: OperatingSystem): string {
  return `${name.trim().toLowerCase().replace(/\s+/g, '-')}-${version.trim()}`;
}
