import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** The versions of CycloneDX that are read; JSON begins with 1.2. */
export const xmlVersions = ['1.0', '1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7'] as const;
export const jsonVersions = ['1.2', '1.3', '1.4', '1.5', '1.6', '1.7'] as const;
export type CycloneDxVersion = (typeof xmlVersions)[number];

/**
 * The schemas as CycloneDX publishes them, from the npm package of the CycloneDX project; they are the one rule
 * set for both notations.
 */
export function schemaFile(name: string): Buffer {
  const library = require.resolve('@cyclonedx/cyclonedx-library/package.json');
  return readFileSync(join(dirname(library), 'res', 'schema', name));
}
