import { readSheet, SheetError } from '@kakehashi/spreadsheets';
import type { Framework } from '../framework.ts';
import { loadFramework } from '../frameworks/load-framework.ts';
import { type PublishedFrameworkId, sheets } from '../frameworks/sheets.ts';
import { JsonValue } from './json-values.ts';
import { type FileProblem, Problems } from './problems.ts';
import { readFrameworkJson } from './read-json.ts';
import { readOwn } from './read-own.ts';
import { readTable, type TableOptions } from './read-table.ts';
import { withTexts } from './with-texts.ts';

/** What a table does not say of itself. */
export type FrameworkFileOptions = Partial<TableOptions>;

/** What a file holds: a framework with what is worth knowing about it, or what is wrong with it and where. */
export type FrameworkFile =
  | { readonly ok: true; readonly framework: Framework; readonly warnings: readonly FileProblem[] }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** The largest file that is read, in bytes. */
const LARGEST_FILE = 32 * 1024 * 1024;

/**
 * Reads a framework from what its publisher gives out: JSON of NICE (CPRT's export too), DCWF, GDDaT, ECSF or of this
 * package's own shape, or a table as CSV or Excel. The form is told by the bytes; a table needs `framework`. Where the
 * file holds the version that is in this package, or words items only, the package's structure is kept.
 */
export async function readFrameworkFile(
  bytes: Uint8Array,
  options: FrameworkFileOptions = {},
): Promise<FrameworkFile> {
  const problems = new Problems();
  const read = bytes.length > LARGEST_FILE ? tooLarge(problems) : await readBytes(bytes, options, problems);
  if (read === undefined && !problems.hasErrors) problems.error('unknown-format', '');
  const framework = read === undefined || problems.hasErrors ? undefined : await onShipped(read, problems);
  if (framework === undefined || problems.hasErrors) {
    return { ok: false, problems: problems.list.filter(({ severity }) => severity === 'error') };
  }
  return { ok: true, framework, warnings: problems.list };
}

/** A framework in this package's own shape, such as a site edits it, or every fault in it with its place. */
export function parseFramework(value: unknown): FrameworkFile {
  const problems = new Problems();
  const framework = readOwn(new JsonValue(value, '', problems), problems);
  if (!problems.hasErrors) return { ok: true, framework, warnings: problems.list };
  return { ok: false, problems: problems.list.filter(({ severity }) => severity === 'error') };
}

function tooLarge(problems: Problems): undefined {
  problems.error('unreadable', '', `> ${LARGEST_FILE} bytes`);
}

async function readBytes(
  bytes: Uint8Array,
  { framework, version, language }: FrameworkFileOptions,
  problems: Problems,
): Promise<Framework | undefined> {
  if (isJson(bytes)) {
    const value = parseJson(bytes, problems);
    return value === undefined ? undefined : readFrameworkJson(new JsonValue(value, '', problems), problems);
  }
  try {
    const { rows } = await readSheet(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    if (framework === undefined) return undefined;
    return readTable(
      rows,
      { framework, ...(version !== undefined && { version }), ...(language !== undefined && { language }) },
      problems,
    );
  } catch (error) {
    if (!(error instanceof SheetError)) throw error;
    problems.unreadable(error.text);
    return undefined;
  }
}

/** Whether the first byte that is no blank and no byte order mark opens an object or a list. */
function isJson(bytes: Uint8Array): boolean {
  const blanks = new Set([0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf]);
  const first = bytes.find((byte) => !blanks.has(byte));
  return first === 0x7b || first === 0x5b;
}

function parseJson(bytes: Uint8Array, problems: Problems): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    problems.error('unreadable', '', (error as Error).message);
    return undefined;
  }
}

/** Texts for the structure of this package, where the file is of the same version; else the file's own structure. */
async function onShipped(read: Framework, problems: Problems): Promise<Framework> {
  if (!Object.hasOwn(sheets, read.id)) return read;
  const shipped = await loadFramework(read.id as PublishedFrameworkId);
  if (shipped.version !== read.version) return read;
  const [own, theirs] = [shipped, read].map(({ items }) => new Set(items.map(({ id }) => id)));
  const added = read.items.filter(({ id }) => !own!.has(id));
  for (const { id } of added) {
    if (read.roles.length === 0) problems.error('unknown-reference', 'id', id);
    else problems.warning('differs-from-shipped', 'items', `+${id}`);
  }
  if (read.roles.length === 0) return withTexts(shipped, read);
  const absent = shipped.items.filter(({ id }) => !theirs!.has(id)).length;
  if (absent > 0) problems.warning('differs-from-shipped', 'items', `−${absent}`);
  const links = (framework: Framework) =>
    framework.roles.reduce((sum, role) => sum + role.requires.length, 0);
  if (read.roles.length !== shipped.roles.length || links(read) !== links(shipped)) {
    const counts = `${read.roles.length} / ${links(read)} (${shipped.roles.length} / ${links(shipped)})`;
    problems.warning('differs-from-shipped', 'roles', counts);
  }
  return withTexts(shipped, read);
}
