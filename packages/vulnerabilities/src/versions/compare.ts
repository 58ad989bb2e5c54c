import type { Ecosystem } from './ecosystem.ts';
import { ECOSYSTEMS, findEcosystem } from './ecosystems.ts';

/** A version read once, to be compared often. */
export type ParsedVersion = string & { readonly parsedVersion: unique symbol };

/** An ecosystem name that no row of the table answers to. */
export class UnknownEcosystemError extends Error {
  readonly ecosystem: string;
  readonly ja: string;

  constructor(ecosystem: string) {
    super(`unknown ecosystem ${JSON.stringify(ecosystem)}; known: ${KNOWN_ECOSYSTEMS.join(', ')}`);
    this.name = 'UnknownEcosystemError';
    this.ecosystem = ecosystem;
    this.ja = `知らないエコシステムです：${JSON.stringify(ecosystem)}`;
  }
}

/** Names of the ecosystems whose versions can be compared, as OSV spells them. */
export const KNOWN_ECOSYSTEMS: readonly string[] = ECOSYSTEMS.map(({ name }) => name);

/**
 * Orders two versions as their ecosystem does: -1 where a is older, 1 where it is newer, 0 where both are
 * one version. Any text has its place: what the ecosystem cannot read is ordered too, always the same way.
 * @param ecosystem an OSV ecosystem name, with or without a release (`npm`, `Debian:11`); case is ignored
 * @throws UnknownEcosystemError
 */
export function compareVersions(ecosystem: string, a: string, b: string): -1 | 0 | 1 {
  const { versionKey } = requireEcosystem(ecosystem);
  return compareParsedVersions(versionKey(a) as ParsedVersion, versionKey(b) as ParsedVersion);
}

/**
 * Reads a version for compareParsedVersions.
 * @throws UnknownEcosystemError
 */
export function parseVersion(ecosystem: string, text: string): ParsedVersion {
  return requireEcosystem(ecosystem).versionKey(text) as ParsedVersion;
}

/** Orders two versions read by parseVersion for the same ecosystem. */
export function compareParsedVersions(a: ParsedVersion, b: ParsedVersion): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function requireEcosystem(name: string): Ecosystem {
  const ecosystem = findEcosystem(name);
  if (ecosystem === undefined) throw new UnknownEcosystemError(name);
  return ecosystem;
}
