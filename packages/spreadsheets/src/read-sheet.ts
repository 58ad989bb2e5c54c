import { readCsv } from './csv-reader.ts';
import { type Sheet, SheetError, type SheetLimits, sheetLimits } from './sheet.ts';
import { readXlsx } from './xlsx-reader.ts';

/**
 * Reads a file that somebody filled in: a workbook of Excel or text in columns, told apart by its bytes and not by
 * its name. It takes as long as the file is large: on a thread of its own.
 * @throws SheetError saying in both languages what is wrong and how to mend it
 */
export async function readSheet(bytes: Buffer, limits: SheetLimits = sheetLimits): Promise<Sheet> {
  if (bytes.length > limits.fileBytes) throw new SheetError('too-large');
  if (bytes.length === 0) throw new SheetError('empty');
  if (bytes.subarray(0, 4).equals(zipMark)) return readXlsx(bytes, limits);
  if (bytes.subarray(0, 8).equals(compoundFileMark)) throw new SheetError('old-workbook');
  return readCsv(bytes, limits);
}

const zipMark = Buffer.from('PK\u0003\u0004', 'latin1');
/** Old workbooks, and new ones with a password, are compound files. */
const compoundFileMark = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
