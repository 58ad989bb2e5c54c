import type { AffectedRange } from './finding.ts';
import type { PackageCoordinates } from './package-coordinates.ts';

/** A release that rpm built for a module stream: `10.21.0-3.module+el8.2.0+7071+d2377ea3`. */
const OF_MODULE = /\.module[+_]/;
/** The stream in the title of an advisory: `Important: nodejs:18 security update`. */
const IN_TITLE = /(?:^|\s)([\w.+-]+):([\w.+-]+)(?=\s)/g;

/**
 * Whether what an advisory of an rpm distribution says of a range concerns a package, as far as modules tell: streams
 * of one module are kept apart, each with versions of its own, and a package outside of modules is none of theirs.
 */
export function isOfModule(
  { module, version }: PackageCoordinates,
  { introduced, fixed, lastAffected }: AffectedRange,
  summary: string,
): boolean {
  const end = fixed ?? lastAffected ?? introduced;
  if (end === '0' || version === null || !version.includes('-') || !end.includes('-')) return true;
  if (OF_MODULE.test(end) !== OF_MODULE.test(version)) return false;
  if (module === '') return true;
  const [name, stream] = module.split(':');
  const titled = [...summary.matchAll(IN_TITLE)].find(([, titledName]) => titledName === name);
  return titled === undefined || titled[2] === stream;
}
