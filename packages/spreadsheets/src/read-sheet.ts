import { readCsv } from './csv-reader.ts';
import { type Sheet, SheetError, type SheetFault, type SheetLimits, sheetLimits } from './sheet.ts';
import { readXlsx } from './xlsx-reader.ts';

/**
 * Reads a file that somebody filled in: a workbook of Excel or text in columns, told apart by its bytes and not by
 * its name. It takes as long as the file is large: on a thread of its own.
 * @param headings  by which the sheet of a workbook that is meant is known; by rule it is the first in sight
 * @throws SheetError saying in both languages what is wrong and how to mend it
 */
export async function readSheet(
  bytes: Buffer,
  limits: SheetLimits = sheetLimits,
  headings: readonly string[] = [],
): Promise<Sheet> {
  if (bytes.length > limits.fileBytes) throw new SheetError('too-large');
  if (bytes.length === 0) throw new SheetError('empty');
  if (bytes.subarray(0, 4).equals(zipMark)) return readXlsx(bytes, limits, headings);
  const fault = otherFile(bytes);
  if (fault) throw new SheetError(fault);
  return readCsv(bytes, limits);
}

/** What a file is that is neither a workbook nor text in columns. */
function otherFile(bytes: Buffer): SheetFault | undefined {
  if (bytes.subarray(0, 8).equals(compoundFileMark))
    return bytes.includes(encryptedPackage) ? 'encrypted' : 'old-workbook';
  const start = bytes.subarray(0, 1_024).toString('latin1');
  if (start.includes('%PDF-')) return 'pdf';
  if (/^(\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\0\0|RIFF.{4}WEBP|II\*\0|MM\0\*)/s.test(start)) return 'picture';
  if (/^(\xef\xbb\xbf)?\s*<(!doctype html|html|table|meta)\b/i.test(start)) return 'web-page';
  return /^\{\\rtf/.test(start) ? 'other-document' : undefined;
}

const zipMark = Buffer.from('PK\u0003\u0004', 'latin1');
/** Old workbooks, and new ones with a password, are compound files. */
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');
const compoundFileMark = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
