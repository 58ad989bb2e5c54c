import type { Dirent } from 'node:fs';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { AdvisoryWarning } from './record-warning.ts';
import { describe } from './record-warning.ts';
import { ZIP_LIMITS, type ZipLimits, zipEntries } from './zip.ts';

/**
 * Where advisories come from: the path of a folder, a zip or one JSON file; the bytes of a zip; or records
 * one by one, as text, bytes or parsed JSON.
 */
export type AdvisorySource = string | Uint8Array | Iterable<unknown> | AsyncIterable<unknown>;

/** One document of a source, before it is read. */
export interface SourceDocument {
  source: string;
  document: unknown;
}

/**
 * The documents of a source, one at a time. A folder gives its JSON files, zips included, at any depth.
 * @throws ZipError; or the file system's error where the path is not there
 */
export async function* documentsOf(
  source: AdvisorySource,
  warn: (warning: AdvisoryWarning) => void,
  limits: ZipLimits = ZIP_LIMITS,
): AsyncGenerator<SourceDocument> {
  if (typeof source === 'string') yield* documentsOfPath(source, warn, limits);
  else if (source instanceof Uint8Array) yield* documentsOfZip(source, 'zip', limits);
  else {
    let number = 0;
    for await (const document of source) yield { source: `record ${++number}`, document };
  }
}

async function* documentsOfPath(
  path: string,
  warn: (warning: AdvisoryWarning) => void,
  limits: ZipLimits,
): AsyncGenerator<SourceDocument> {
  const status = statSync(path);
  if (status.isDirectory()) {
    for (const file of readdirSync(path, { withFileTypes: true, recursive: true }).sort(byPath)) {
      if (file.isFile() && /\.(?:json|zip)$/i.test(file.name)) {
        yield* documentsOfPath(join(file.parentPath, file.name), warn, limits);
      }
    }
  } else if (/\.zip$/i.test(path)) {
    yield* documentsOfZip(path, path, limits);
  } else if (status.size > limits.entryBytes) {
    warn(describe(path, { code: 'too-large', place: '', detail: `${status.size} bytes` }));
  } else {
    yield { source: path, document: readFileSync(path) };
  }
}

function byPath(a: Dirent, b: Dirent): number {
  const [left, right] = [join(a.parentPath, a.name), join(b.parentPath, b.name)];
  return left < right ? -1 : 1;
}

async function* documentsOfZip(
  archive: string | Uint8Array,
  name: string,
  limits: ZipLimits,
): AsyncGenerator<SourceDocument> {
  for await (const entry of zipEntries(archive, limits)) {
    if (/\.json$/i.test(entry.name)) yield { source: `${name}: ${entry.name}`, document: entry.bytes };
  }
}
