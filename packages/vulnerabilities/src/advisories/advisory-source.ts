import type { Dirent } from 'node:fs';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { AdvisoryWarning } from './record-warning.ts';
import { describe } from './record-warning.ts';
import { tarEntries } from './tar.ts';
import { ZIP_LIMITS, type ZipLimits, zipEntries } from './zip.ts';

/**
 * Where advisories come from: the path of a folder, a zip, a tar (packed with gzip or Zstandard, or not) or one JSON
 * file; the bytes of a zip; or records
 * one by one, as text, bytes or parsed JSON.
 */
export type AdvisorySource = string | Uint8Array | Iterable<unknown> | AsyncIterable<unknown>;

/** One document of a source, before it is read. */
export interface SourceDocument {
  source: string;
  document: unknown;
}

const DOCUMENT = /\.json$/i;
const ARCHIVE = /\.(?:zip|tar|tar\.gz|tgz|tar\.zst)$/i;
/** What publishers of CSAF put beside their documents: who they are, and what feeds there are. */
const ABOUT_FEED =
  /(?:^|[\\/])(?:provider-metadata|aggregator|csaf-feed[\w-]*|service-document[\w-]*|category[\w-]*)\.json$/i;

/**
 * The documents of a source, one at a time. A folder gives its JSON files, archives included, at any depth.
 * @param isWanted by the name of a document, before it is read
 * @throws ZipError; or the file system's error where the path is not there
 */
export async function* documentsOf(
  source: AdvisorySource,
  warn: (warning: AdvisoryWarning) => void,
  limits: ZipLimits = ZIP_LIMITS,
  isWanted: (name: string) => boolean = () => true,
): AsyncGenerator<SourceDocument> {
  const isDocument = (name: string) => DOCUMENT.test(name) && !ABOUT_FEED.test(name) && isWanted(name);
  if (typeof source === 'string') yield* documentsOfPath(source, warn, limits, isDocument);
  else if (source instanceof Uint8Array) yield* documentsOfZip(source, 'zip', limits, isDocument);
  else {
    let number = 0;
    for await (const document of source) yield { source: `record ${++number}`, document };
  }
}

async function* documentsOfPath(
  path: string,
  warn: (warning: AdvisoryWarning) => void,
  limits: ZipLimits,
  isDocument: (name: string) => boolean,
): AsyncGenerator<SourceDocument> {
  const status = statSync(path);
  if (status.isDirectory()) {
    for (const file of readdirSync(path, { withFileTypes: true, recursive: true }).sort(byPath)) {
      const inner = join(file.parentPath, file.name);
      if (file.isFile() && (isDocument(inner) || ARCHIVE.test(inner))) {
        yield* documentsOfPath(inner, warn, limits, isDocument);
      }
    }
  } else if (/\.zip$/i.test(path)) {
    yield* documentsOfZip(path, path, limits, isDocument);
  } else if (ARCHIVE.test(path)) {
    for await (const entry of tarEntries(path, limits, isDocument)) {
      yield { source: `${path}: ${entry.name}`, document: entry.bytes };
    }
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
  isDocument: (name: string) => boolean,
): AsyncGenerator<SourceDocument> {
  for await (const entry of zipEntries(archive, limits)) {
    if (isDocument(entry.name)) yield { source: `${name}: ${entry.name}`, document: entry.bytes };
  }
}
