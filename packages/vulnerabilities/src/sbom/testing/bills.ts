import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { readSbom } from '../read-sbom.ts';
import type { ReadOptions } from '../sbom.ts';
import { SbomError } from '../sbom-error.ts';

/** A file of the package's fixtures. */
export const fixture = (name: string) => readFileSync(new URL(`../../../fixtures/${name}`, import.meta.url));

/** The error with which a document is refused. */
export async function refusal(input: string | Uint8Array, options?: ReadOptions): Promise<SbomError> {
  const error = await readSbom(typeof input === 'string' ? Buffer.from(input) : input, options).catch(
    (e) => e,
  );
  expect(error).toBeInstanceOf(SbomError);
  return error;
}

/** A CycloneDX document with these components. */
export function bill(components: unknown[], rest: object = {}): string {
  return JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, ...rest, components });
}

/** Bytes as a stream of pieces of one size. */
export function* cut(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
