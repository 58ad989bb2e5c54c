/** What the file name of an rpm package says. */
export interface PackageFileName {
  name: string;
  /** With release, and epoch where given: `0:7.61.1-33.el8`. */
  version: string;
  /** `src` for a source package. */
  architecture?: string;
}

const ARCHITECTURE =
  'x86_64|i[3-6]86|aarch64|armv7hl|ppc|ppc64|ppc64le|s390|s390x|ia64|riscv64|noarch|src|nosrc';
const FILE_NAME = new RegExp(`^(.+)-((?:\\d+:)?\\d[^-:]*-\\d[^-]*?)(?:\\.(${ARCHITECTURE}))?(?:\\.rpm)?$`);

/**
 * Reads `name-epoch:version-release.architecture`, as distributors call packages in their advisories; undefined where
 * the text is something else. A name alone may hold numbers too (`java-1.8.0-openjdk`).
 */
export function readPackageFileName(text: string): PackageFileName | undefined {
  const [, name, version, architecture] = FILE_NAME.exec(text) ?? [];
  if (name === undefined || version === undefined) return undefined;
  return { name, version, ...(architecture !== undefined && { architecture }) };
}
