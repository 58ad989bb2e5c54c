import { posix } from 'node:path';
import { RowCollector, type Sheet, SheetError, type SheetLimits } from './sheet.ts';
import { WorkbookArchive } from './workbook-archive.ts';
import { CellFormats } from './xlsx-formats.ts';
import { withoutUnwritable } from './xlsx-parts.ts';
import { readXml } from './xml-reader.ts';

/** Rows of a sheet in which headings are looked for. */
const lookedRows = 10;
/** Sheets that are looked through for headings. */
const lookedSheets = 10;

/**
 * Reads a sheet of a workbook (ISO/IEC 29500, .xlsx): of those that anybody can see the first with two of the headings,
 * or else the first.
 */
export async function readXlsx(
  bytes: Buffer,
  limits: SheetLimits,
  headings: readonly string[],
): Promise<Sheet> {
  const archive = await WorkbookArchive.open(bytes, limits);
  const workbook = await readWorkbook(archive);
  const strings = await readSharedStrings(archive, workbook.folder);
  const formats = new CellFormats(workbook.since1904);
  await readPart(archive, `${workbook.folder}/styles.xml`, formats.listener());
  const wanted = new Set(headings.map(bare));
  let first: Sheet | SheetError | undefined;
  for (const { name, path } of workbook.sheets.slice(0, wanted.size > 0 ? lookedSheets : 1)) {
    const sheet = await readOne(archive, path, name, { strings, formats, limits }).catch(emptyOrThrown);
    first ??= sheet;
    if (!(sheet instanceof SheetError) && hasHeadings(sheet, wanted)) return sheet;
  }
  if (!first || first instanceof SheetError) throw first ?? new SheetError('not-a-workbook');
  return first;
}

interface SheetParts {
  strings: readonly string[];
  formats: CellFormats;
  limits: SheetLimits;
}

async function readOne(
  archive: WorkbookArchive,
  path: string,
  sheetName: string,
  { strings, formats, limits }: SheetParts,
): Promise<Sheet> {
  const rows = new RowCollector(limits);
  const listener = new SheetListener(rows, strings, formats, limits);
  await readPart(archive, path, listener);
  const { hiddenRows, merged } = listener;
  return {
    rows: rows.done(),
    read: {
      format: 'xlsx',
      sheetName,
      ...(hiddenRows.length > 0 && { hiddenRows }),
      ...(merged.length > 0 && { merged }),
    },
  };
}

/** Empty sheets before the intended one are skipped; any other problem is reported. */
function emptyOrThrown(error: unknown): SheetError {
  if (error instanceof SheetError && error.code === 'empty') return error;
  throw error;
}

function hasHeadings({ rows }: Sheet, wanted: ReadonlySet<string>): boolean {
  return rows
    .slice(0, lookedRows)
    .some((cells) => new Set(cells.map(bare).filter((cell) => wanted.has(cell))).size >= 2);
}

/** A heading without width, case, blanks and marks. */
function bare(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*※]+/g, '');
}

interface Workbook {
  folder: string;
  /** The visible ones, in order. */
  sheets: { name: string; path: string }[];
  since1904: boolean;
}

async function readWorkbook(archive: WorkbookArchive): Promise<Workbook> {
  const path = (await relationships(archive, '_rels/.rels', '')).find(({ type }) =>
    type.endsWith('/officeDocument'),
  )?.target;
  if (!path || !archive.has(path)) throw new SheetError(otherDocument(archive));
  if (path.endsWith('.bin')) throw new SheetError('binary-workbook');
  const sheets: { name: string; relation: string }[] = [];
  let since1904 = false;
  await readPart(archive, path, {
    open(name, attributes) {
      if (name === 'workbookPr') since1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet' || /hidden/i.test(attributes.state ?? '')) return;
      const relation = Object.entries(attributes).find(([key]) => /(^|:)id$/.test(key))?.[1] ?? '';
      sheets.push({ name: attributes.name ?? '', relation });
    },
  });
  const folder = posix.dirname(path);
  const links = await relationships(archive, `${folder}/_rels/${posix.basename(path)}.rels`, folder);
  const found = sheets.flatMap(({ name, relation }) => {
    const target = links.find(({ id }) => id === relation)?.target;
    return target ? [{ name, path: target }] : [];
  });
  if (found.length === 0) throw new SheetError(otherDocument(archive));
  return { folder, sheets: found, since1904 };
}

/** What an archive is that holds no workbook. */
function otherDocument(archive: WorkbookArchive): 'other-document' | 'not-a-workbook' {
  const parts = ['word/document.xml', 'ppt/presentation.xml', 'content.xml'];
  return parts.some((part) => archive.has(part)) ? 'other-document' : 'not-a-workbook';
}

interface Relationship {
  id: string;
  type: string;
  target: string;
}

async function relationships(
  archive: WorkbookArchive,
  path: string,
  folder: string,
): Promise<Relationship[]> {
  const found: Relationship[] = [];
  await readPart(archive, path, {
    open(name, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) {
      if (name !== 'Relationship' || mode === 'External') return;
      const whole = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      found.push({ id, type, target: whole });
    },
  });
  return found;
}

async function readPart(
  archive: WorkbookArchive,
  path: string,
  listener: Parameters<typeof readXml>[1],
): Promise<void> {
  const bytes = await archive.part(path);
  if (bytes) await readXml(bytes, listener);
}

async function readSharedStrings(archive: WorkbookArchive, folder: string): Promise<string[]> {
  const strings: string[] = [];
  const reader = new TextCollector();
  await readPart(archive, `${folder}/sharedStrings.xml`, {
    open: (name) => {
      if (name === 'si') reader.clear();
      reader.open(name);
    },
    text: (text) => reader.text(text),
    close: (name) => {
      reader.close(name);
      if (name === 'si') strings.push(reader.value);
    },
  });
  return strings;
}

/** The text of a string that may consist of runs. Readings (furigana) stand in `rPh` beside it and are no part of it. */
class TextCollector {
  value = '';
  #inText = false;
  #inReading = false;

  clear(): void {
    this.value = '';
  }

  open(name: string): void {
    if (name === 'rPh') this.#inReading = true;
    if (name === 't') this.#inText = !this.#inReading;
  }

  text(text: string): void {
    if (this.#inText) this.value += text;
  }

  close(name: string): void {
    if (name === 'rPh') this.#inReading = false;
    if (name === 't') this.#inText = false;
  }
}

/** Most merged cells that are reported. */
const maxMerged = 2_000;

class SheetListener {
  readonly #rows: RowCollector;
  readonly #strings: readonly string[];
  readonly #formats: CellFormats;
  readonly #limits: SheetLimits;
  readonly #inline = new TextCollector();
  readonly hiddenRows: number[] = [];
  readonly merged: string[] = [];
  #row = -1;
  #cells: string[] = [];
  #column = -1;
  #type = 'n';
  #style = 0;
  #inValue = false;
  #value = '';
  #hidden = false;

  constructor(rows: RowCollector, strings: readonly string[], formats: CellFormats, limits: SheetLimits) {
    this.#rows = rows;
    this.#strings = strings;
    this.#formats = formats;
    this.#limits = limits;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      this.#row = attributes.r ? Number(attributes.r) - 1 : this.#row + 1;
      this.#cells = [];
      this.#column = -1;
      this.#hidden = /^(1|true)$/.test(attributes.hidden ?? '');
    } else if (name === 'mergeCell') {
      if (attributes.ref && this.merged.length < maxMerged) this.merged.push(attributes.ref);
    } else if (name === 'c') {
      this.#column = attributes.r ? columnOf(attributes.r) : this.#column + 1;
      this.#type = attributes.t ?? 'n';
      this.#style = Number(attributes.s ?? 0);
      this.#value = '';
      this.#inline.clear();
    } else if (name === 'v') this.#inValue = true;
    else this.#inline.open(name);
  }

  text(text: string): void {
    if (this.#inValue) this.#value += text;
    else this.#inline.text(text);
  }

  close(name: string): void {
    if (name === 'v') this.#inValue = false;
    else if (name === 'c') this.#put();
    else if (name === 'row') this.#putRow();
    else this.#inline.close(name);
  }

  #putRow(): void {
    this.#rows.put(this.#row, this.#cells);
    if (this.#hidden && this.#cells.some((cell) => cell !== '')) this.hiddenRows.push(this.#row + 1);
  }

  #put(): void {
    const text = this.#textOfCell();
    if (text === '') return;
    if (!Number.isInteger(this.#row) || this.#row < 0) throw new SheetError('not-a-workbook');
    if (this.#column >= this.#limits.columns) throw new SheetError('too-many-columns');
    while (this.#cells.length < this.#column) this.#cells.push('');
    this.#cells[this.#column] = text;
  }

  #textOfCell(): string {
    const value = this.#value;
    if (this.#type === 'inlineStr') return unescaped(this.#inline.value);
    if (this.#type === 's') return unescaped(this.#strings[Number(value)] ?? '');
    if (this.#type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
    if (this.#type === 'n' && value !== '') return this.#formats.write(value, this.#style);
    return unescaped(value);
  }
}

/** Column of a cell's address, from 0: `A1` → 0, `AB3` → 27. */
function columnOf(address: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/i.exec(address)?.[0].toUpperCase() ?? '')
    column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** Characters may be written as `_x000D_`; those that are no text, such as NUL, are left out. */
function unescaped(text: string): string {
  const codes = /_x([0-9A-Fa-f]{4})_/g;
  const characters = text.replace(codes, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
  return withoutUnwritable(characters).replaceAll('\r\n', '\n');
}
