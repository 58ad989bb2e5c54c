/** The names SPDX 2.2 and 2.3 define, as far as reading depends on them. */

export const relationshipTypes = new Set(
  `DESCRIBES DESCRIBED_BY CONTAINS CONTAINED_BY DEPENDS_ON DEPENDENCY_OF DEPENDENCY_MANIFEST_OF BUILD_DEPENDENCY_OF
  DEV_DEPENDENCY_OF OPTIONAL_DEPENDENCY_OF PROVIDED_DEPENDENCY_OF TEST_DEPENDENCY_OF RUNTIME_DEPENDENCY_OF EXAMPLE_OF
  GENERATES GENERATED_FROM ANCESTOR_OF DESCENDANT_OF VARIANT_OF DISTRIBUTION_ARTIFACT PATCH_FOR PATCH_APPLIED COPY_OF
  FILE_ADDED FILE_DELETED FILE_MODIFIED EXPANDED_FROM_ARCHIVE DYNAMIC_LINK STATIC_LINK DATA_FILE_OF TEST_CASE_OF
  BUILD_TOOL_OF DEV_TOOL_OF TEST_OF TEST_TOOL_OF DOCUMENTATION_OF OPTIONAL_COMPONENT_OF METAFILE_OF PACKAGE_OF
  AMENDS PREREQUISITE_FOR HAS_PREREQUISITE REQUIREMENT_DESCRIPTION_FOR SPECIFICATION_FOR OTHER`.split(/\s+/),
);

/** What the first end of the relationship needs, and what it is needed by. */
export const needs = new Set(['DEPENDS_ON', 'CONTAINS', 'DYNAMIC_LINK', 'STATIC_LINK', 'HAS_PREREQUISITE']);
export const neededBy = new Set(
  `CONTAINED_BY DEPENDENCY_OF BUILD_DEPENDENCY_OF DEV_DEPENDENCY_OF OPTIONAL_DEPENDENCY_OF PROVIDED_DEPENDENCY_OF
  TEST_DEPENDENCY_OF RUNTIME_DEPENDENCY_OF OPTIONAL_COMPONENT_OF PREREQUISITE_FOR`.split(/\s+/),
);

/** Digits of each checksum algorithm's value in hexadecimal; Infinity where the length is free. */
export const checksumDigits: Record<string, number> = {
  MD2: 32,
  MD4: 32,
  MD5: 32,
  MD6: Infinity,
  SHA1: 40,
  SHA224: 56,
  SHA256: 64,
  SHA384: 96,
  SHA512: 128,
  'SHA3-256': 64,
  'SHA3-384': 96,
  'SHA3-512': 128,
  'BLAKE2b-256': 64,
  'BLAKE2b-384': 96,
  'BLAKE2b-512': 128,
  BLAKE3: Infinity,
  ADLER32: 8,
};

export const referenceCategories = new Set([
  'SECURITY',
  'PACKAGE-MANAGER',
  'PACKAGE_MANAGER',
  'PERSISTENT-ID',
  'PERSISTENT_ID',
  'OTHER',
]);

/** SHA256 → SHA-256: the spelling of CycloneDX, so that hashes of both formats compare. */
export function algorithmName(name: string): string {
  return name
    .toUpperCase()
    .replace(/^SHA(?=(?:1|224|256|384|512)$)/, 'SHA-')
    .replace('BLAKE2B', 'BLAKE2b');
}

/** Whether a licence field says something. */
export function isStated(text: string | undefined): text is string {
  return text !== undefined && text !== 'NOASSERTION' && text !== 'NONE';
}
