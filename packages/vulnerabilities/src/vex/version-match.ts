import { compareVersions, UnknownEcosystemError } from '../versions/compare.ts';

/** Whether two versions are one, by the order of a package-URL type; as texts where it has none. */
export function isSameVersion(type: string, a: string, b: string): boolean {
  if (a === b) return true;
  try {
    return compareVersions(type, a, b) === 0;
  } catch (error) {
    if (error instanceof UnknownEcosystemError) return false;
    throw error;
  }
}
