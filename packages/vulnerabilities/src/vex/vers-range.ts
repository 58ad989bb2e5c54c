import { compareVersions, UnknownEcosystemError } from '../versions/compare.ts';
import { isVersion } from '../versions/is-version.ts';

type Comparator = '=' | '!=' | '<' | '<=' | '>' | '>=';

interface Constraint {
  comparator: Comparator;
  version: string;
}

/** Version schemes of `vers` whose name is not that of an ecosystem. */
const ecosystemOfScheme: Record<string, string> = { semver: 'SemVer', golang: 'Go', cargo: 'crates.io' };

/**
 * Whether a version lies in a range of the `vers` notation (`vers:npm/>=1.0.0|<1.4.2`), by the algorithm of its
 * specification; undefined where the range or its version scheme is not understood. CSAF also allows its constraints
 * alone (`<1.4.2`); they are compared as the package-URL type does.
 */
export function isInRange(range: string, version: string, type = ''): boolean | undefined {
  const text = range.trim();
  const [, scheme = type, rest] = /^vers:([A-Za-z0-9.+-]+)\/(.+)$/s.exec(text) ?? [];
  const stated = rest ?? (/^[<>=!]/.test(text) ? text : undefined);
  if (stated === undefined) return undefined;
  if (stated.trim() === '*') return true;
  const ecosystem = ecosystemOfScheme[scheme.toLowerCase()] ?? scheme;
  const constraints = stated.split('|').map((part) => constraintOf(part.trim()));
  if (!constraints.every((constraint) => isVersion(ecosystem, constraint.version))) return undefined;
  try {
    return isContained(constraints, version, ecosystem);
  } catch (error) {
    if (error instanceof UnknownEcosystemError) return undefined;
    throw error;
  }
}

function constraintOf(text: string): Constraint {
  const [, comparator = '', version = ''] = /^(!=|<=|>=|<|>|=)?\s*(.*)$/s.exec(text) ?? [];
  return { comparator: (comparator || '=') as Comparator, version: decoded(version) };
}

function isContained(constraints: readonly Constraint[], version: string, ecosystem: string): boolean {
  const compare = (constraint: Constraint) => compareVersions(ecosystem, version, constraint.version);
  for (const constraint of constraints) {
    if (compare(constraint) !== 0) continue;
    if (constraint.comparator === '!=') return false;
    if (constraint.comparator !== '<' && constraint.comparator !== '>') return true;
  }
  const bounds = constraints
    .filter(({ comparator }) => comparator !== '=' && comparator !== '!=')
    .sort((a, b) => compareVersions(ecosystem, a.version, b.version));
  if (bounds.length === 0) {
    return constraints.length > 0 && constraints.every(({ comparator }) => comparator === '!=');
  }
  return bounds.some((bound, index) => {
    const opens = bound.comparator.startsWith('>');
    if (!opens) return index === 0 && compare(bound) < 0;
    const end = bounds[index + 1];
    return compare(bound) > 0 && (end === undefined || end.comparator.startsWith('>') || compare(end) < 0);
  });
}

function decoded(version: string): string {
  try {
    return decodeURIComponent(version);
  } catch {
    return version;
  }
}
