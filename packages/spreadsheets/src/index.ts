/** Spreadsheets that people fill in: reading them within bounds, and writing ones that no program runs. */
export { csvLine, escapeFormula, unescapeFormula } from './csv-line.ts';
export { readSheet } from './read-sheet.ts';
export { type Sheet, SheetError, type SheetFault, type SheetLimits, sheetLimits } from './sheet.ts';
export { decodeText } from './text-encoding.ts';
export { dayOfSerial } from './xlsx-formats.ts';
export {
  type WrittenCell,
  type WrittenColumn,
  type WrittenSheet,
  writeXlsx,
} from './xlsx-writer.ts';
