import { setImmediate } from 'node:timers/promises';
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { commentDrawing, commentsXml, escaped, relationshipsXml } from './xlsx-parts.ts';
import { type CellStyle, styleIndex, stylesXml } from './xlsx-styles.ts';

/** A cell as it is written: always text, so that nothing in it is ever run as a formula. */
export interface WrittenCell {
  text: string;
  style?: CellStyle;
  /** A comment that opens at the cell. */
  note?: string;
}

export interface WrittenSheet {
  /** At most 31 characters, none of `[]:*?/\`. */
  name: string;
  columns: readonly WrittenColumn[];
  rows: readonly (readonly WrittenCell[])[];
  /** Frozen rows at the top. */
  frozenRows?: number;
}

export interface WrittenColumn {
  /** Width in characters. */
  width: number;
  /** Offers the cells of another sheet's column below the first row. */
  choices?: {
    sheet: string;
    /** From 0. */
    column: number;
    count: number;
    /** Whether other words are refused. */
    only: boolean;
  };
}

const rowsAtOnce = 200;
/** Rows for which choices are offered. */
const offeredRows = 10_000;
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Writes a workbook (ISO/IEC 29500, .xlsx), with a pause for requests now and then. */
export async function writeXlsx(sheets: readonly WrittenSheet[]): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  const { promise: ended, resolve, reject } = Promise.withResolvers<void>();
  const zip = new Zip((error, piece, last) => {
    if (error) return reject(error);
    pieces.push(piece);
    if (last) resolve();
  });
  const add = async (name: string, parts: Iterable<string>): Promise<void> => {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = new Date(1980, 0, 1);
    zip.add(file);
    file.push(strToU8(declaration));
    for (const part of parts) {
      file.push(strToU8(part));
      await setImmediate();
    }
    file.push(new Uint8Array(0), true);
  };
  await add('[Content_Types].xml', [contentTypes(sheets)]);
  await add('_rels/.rels', [
    relationshipsXml([['rId1', `${officeRelations}/officeDocument`, 'xl/workbook.xml']]),
  ]);
  await add('xl/workbook.xml', [workbookXml(sheets)]);
  await add('xl/_rels/workbook.xml.rels', [
    relationshipsXml([
      ...sheets.map(
        (_, index) =>
          [`rId${index + 1}`, `${officeRelations}/worksheet`, `worksheets/sheet${index + 1}.xml`] as const,
      ),
      ['rIdStyles', `${officeRelations}/styles`, 'styles.xml'],
    ]),
  ]);
  await add('xl/styles.xml', [stylesXml]);
  for (const [index, sheet] of sheets.entries()) {
    const number = index + 1;
    const notes = notesOf(sheet);
    await add(`xl/worksheets/sheet${number}.xml`, sheetXml(sheet, notes.length > 0));
    if (notes.length === 0) continue;
    await add(`xl/worksheets/_rels/sheet${number}.xml.rels`, [
      relationshipsXml([
        ['rIdComments', `${officeRelations}/comments`, `../comments${number}.xml`],
        ['rIdDrawing', `${officeRelations}/vmlDrawing`, `../drawings/vmlDrawing${number}.vml`],
      ]),
    ]);
    await add(`xl/comments${number}.xml`, [commentsXml(notes)]);
    await add(`xl/drawings/vmlDrawing${number}.vml`, [commentDrawing(notes)]);
  }
  zip.end();
  await ended;
  return Buffer.concat(pieces);
}

/** Address of a cell, both from 0: 27, 0 → `AB1`. */
function cellAddress(column: number, row: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}

function notesOf(sheet: WrittenSheet) {
  return sheet.rows.flatMap((cells, row) =>
    cells.flatMap(({ note }, column) =>
      note === undefined ? [] : [{ row, column, address: cellAddress(column, row), text: note }],
    ),
  );
}

function* sheetXml(sheet: WrittenSheet, commented: boolean): Generator<string> {
  yield `<worksheet xmlns="${main}" xmlns:r="${officeRelations}">`;
  yield `<sheetViews><sheetView workbookViewId="0">${frozen(sheet.frozenRows ?? 0)}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="18"/>`;
  const plain = styleIndex('plain');
  const columns = sheet.columns.map(
    ({ width }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${plain}" customWidth="1"/>`,
  );
  yield `<cols>${columns.join('')}</cols><sheetData>`;
  for (let from = 0; from < sheet.rows.length; from += rowsAtOnce)
    yield sheet.rows
      .slice(from, from + rowsAtOnce)
      .map((cells, index) => rowXml(cells, from + index))
      .join('');
  yield '</sheetData>';
  yield validations(sheet);
  yield `${commented ? '<legacyDrawing r:id="rIdDrawing"/>' : ''}</worksheet>`;
}

function rowXml(cells: readonly WrittenCell[], row: number): string {
  const written = cells.map(({ text, style = 'plain' }, column) =>
    text === '' && style === 'plain'
      ? ''
      : `<c r="${cellAddress(column, row)}" s="${styleIndex(style)}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`,
  );
  return `<row r="${row + 1}">${written.join('')}</row>`;
}

function frozen(rows: number): string {
  if (rows === 0) return '';
  return `<pane ySplit="${rows}" topLeftCell="A${rows + 1}" activePane="bottomLeft" state="frozen"/>`;
}

function validations(sheet: WrittenSheet): string {
  const rules = sheet.columns.flatMap(({ choices }, column) => {
    if (!choices || choices.count === 0) return [];
    const letters = columnLetters(column);
    const list = columnLetters(choices.column);
    const source = `'${choices.sheet}'!$${list}$2:$${list}$${choices.count + 1}`;
    const strict = choices.only ? ' showErrorMessage="1"' : '';
    return [
      `<dataValidation type="list" allowBlank="1"${strict} sqref="${letters}2:${letters}${offeredRows}"><formula1>${escaped(source)}</formula1></dataValidation>`,
    ];
  });
  return rules.length === 0
    ? ''
    : `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
}

function workbookXml(sheets: readonly WrittenSheet[]): string {
  const list = sheets.map(
    ({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `<workbook xmlns="${main}" xmlns:r="${officeRelations}"><sheets>${list.join('')}</sheets></workbook>`;
}

function contentTypes(sheets: readonly WrittenSheet[]): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const part = (path: string, sort: string) =>
    `<Override PartName="/xl/${path}" ContentType="${type}.${sort}+xml"/>`;
  const parts = sheets.flatMap((sheet, index) => [
    part(`worksheets/sheet${index + 1}.xml`, 'worksheet'),
    ...(notesOf(sheet).length > 0 ? [part(`comments${index + 1}.xml`, 'comments')] : []),
  ]);
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>${part('workbook.xml', 'sheet.main')}${part('styles.xml', 'styles')}${parts.join('')}</Types>`;
}
