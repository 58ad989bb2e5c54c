import { plainKey, semverKey } from './semver.ts';

/**
 * A release of Go as go itself, its module golang.org/toolchain and the tools that write bills spell it: `go1.20.4`,
 * `1.21rc2`, `vgo1.20.4`, `v0.0.1-go1.22.1.linux-amd64`, `go1.22.1-custom`, `go1.22.1 X:boringcrypto`.
 */
const RELEASE =
  /^(?:v?0\.0\.1-)?(?<go>v?go)?(?<major>\d+)(?:\.(?<minor>\d+)(?:\.(?<patch>\d+))?)?(?:(?<kind>[a-z]+)(?<number>\d*))?(?:\.[a-z0-9]+-[a-z0-9]+|[-+ ].*)?$/;
const LONGEST = 200;

/** From this minor version on `go1.21` names the language, which comes before every release of it. */
const FIRST_WITH_LANGUAGE_VERSION = 21;

/** Go modules (v1.2.3, pseudo-versions) by Semantic Versioning, Go's own releases in the order of go/version. */
export function goKey(text: string): string {
  return plainKey(text) ?? semverKey(releaseOf(text) ?? text);
}

/** A release of Go as Semantic Versioning spells it; undefined where the text is a module's version. */
function releaseOf(text: string): string | undefined {
  const groups = text.length > LONGEST ? undefined : RELEASE.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const { go, major = '', minor, patch, kind, number = '' } = groups;
  if (go === undefined && kind === undefined) return undefined;
  const core = `${major}.${minor ?? 0}.${patch ?? 0}`;
  if (kind !== undefined) return `${core}-${kind}.${number || 0}`;
  const isLanguage = patch === undefined && minor !== undefined;
  return isLanguage && Number(minor) >= FIRST_WITH_LANGUAGE_VERSION ? `${core}-0` : core;
}

/** Whether a text is the version of a module or a release of Go. */
export function isGoVersion(text: string): boolean {
  if (releaseOf(text) !== undefined) return true;
  return /^v?\d+(?:\.\d+)*(?:[-+][0-9A-Za-z.+-]*)?$/.test(text) && !/^[0-9a-f]{40,}$/i.test(text);
}
