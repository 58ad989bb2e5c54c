import { apkKey } from './apk.ts';
import { composerKey } from './composer.ts';
import { cranKey, hackageKey } from './dotted.ts';
import { dpkgKey } from './dpkg.ts';
import type { Ecosystem } from './ecosystem.ts';
import { findEcosystem } from './ecosystems.ts';
import { gemKey } from './gem.ts';
import { goKey, isGoVersion } from './go.ts';
import { isPep440, pep440Key } from './pep440.ts';
import { nugetKey, pubKey, semverKey } from './semver.ts';

/** Letters, digits and what joins them; a range, a URL, a path, a template or a sentence holds something else. */
const PLAIN = /^(?:\d+:[0-9A-Za-z.+\-_~^#:]*|(?:\d+!)?[0-9A-Za-z.+\-_~^#]*)$/;
const STARTS_RANGE = /^[~^+]/;
/** `1.x`, `2.+`: a version with a part left open. */
const WILDCARD = /(?:^|\.)(?:x|\+)(?:$|[.-])/i;
const DIGIT = /\d/;
/** Of SHA-1 and longer: what was built from a commit, not a version of it. */
const COMMIT = /^[0-9a-f]{40,}$/i;

const startsWithNumber = /^v?\d/i;
const semver = /^v?\d+(?:$|[-+_~]|\.\d)/i;

/** What a version of an ecosystem must look like besides; one that has no row here allows letters first. */
const FORMS = new Map<Ecosystem['versionKey'], (text: string) => boolean>([
  [semverKey, (text) => semver.test(text)],
  [pubKey, (text) => semver.test(text)],
  [nugetKey, (text) => semver.test(text)],
  [pep440Key, isPep440],
  [gemKey, (text) => startsWithNumber.test(text)],
  [composerKey, (text) => startsWithNumber.test(text)],
  [cranKey, (text) => startsWithNumber.test(text)],
  [hackageKey, (text) => startsWithNumber.test(text)],
  [dpkgKey, (text) => startsWithNumber.test(text)],
  [apkKey, (text) => startsWithNumber.test(text)],
]);

/**
 * Whether a text names one version of a package, so that it may be compared. Ranges (`^1.2.0`, `>=1`, `[1,2)`),
 * open parts (`1.x`), words (`latest`, `(devel)`, `unspecified`), branches, commits and addresses do not:
 * ordering them all the same would put them before every version, and every advisory would hold.
 * @param ecosystem an OSV ecosystem name; one that is not known asks for what all have in common
 */
export function isVersion(ecosystem: string, text: string): boolean {
  return isVersionOf(findEcosystem(ecosystem), text);
}

/** As isVersion, for a row of the table. */
export function isVersionOf(ecosystem: Ecosystem | undefined, text: string): boolean {
  const version = text.trim();
  if (ecosystem?.versionKey === goKey) return isGoVersion(version);
  if (!DIGIT.test(version) || !PLAIN.test(version)) return false;
  if (STARTS_RANGE.test(version) || WILDCARD.test(version) || COMMIT.test(version)) return false;
  return FORMS.get(ecosystem?.versionKey as Ecosystem['versionKey'])?.(version) ?? true;
}
