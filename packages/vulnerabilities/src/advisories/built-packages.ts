import { readPackageFileName } from '../csaf/package-file-name.ts';
import { isObject } from './advisory-json.ts';

/** A package built from the source package an advisory names, and its version that holds the fix. */
export interface BuiltPackage {
  name: string;
  version: string;
}

/** Names of packages hold no space. */
const MARK = 'built ';

/** Index name of a built package, distinct from a source package of the same name. */
export function nameOfBuilt(name: string): string {
  return MARK + name;
}

export function isNameOfBuilt(name: string): boolean {
  return name.startsWith(MARK);
}

/** The name as its distribution writes it. */
export function plainName(name: string): string {
  return isNameOfBuilt(name) ? name.slice(MARK.length) : name;
}

/**
 * The built packages in `ecosystem_specific`: SUSE lists `binaries`, objects of names and versions; openEuler the file
 * names of packages by architecture.
 */
export function builtPackagesOf(ecosystemSpecific: unknown): BuiltPackage[] {
  const built = new Map<string, string>();
  for (const [key, list] of isObject(ecosystemSpecific) ? Object.entries(ecosystemSpecific) : []) {
    for (const entry of Array.isArray(list) ? list : []) {
      if (key === 'binaries' && isObject(entry)) {
        for (const [name, version] of Object.entries(entry)) {
          if (typeof version === 'string' && version !== '') built.set(name, version);
        }
      } else if (key !== 'src' && typeof entry === 'string' && entry.endsWith('.rpm')) {
        const file = readPackageFileName(entry);
        if (file) built.set(file.name, file.version);
      }
    }
  }
  return [...built].map(([name, version]) => ({ name, version }));
}
