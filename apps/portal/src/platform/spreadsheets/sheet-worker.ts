import { answerWork } from '../workers/answering.ts';
import { readSheet } from './read-sheet.ts';
import { SheetError, type SheetLimits } from './sheet.ts';
import { writtenRows } from './written-rows.ts';

answerWork(async ({ bytes, limits }: { bytes: Uint8Array; limits: SheetLimits }) => {
  try {
    const { rows, read } = await readSheet(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      limits,
    );
    const batches = writtenRows(rows);
    return { value: { batches, read }, transfer: batches.map(({ buffer }) => buffer) };
  } catch (error) {
    if (error instanceof SheetError) return { value: { fault: error.code } };
    throw error;
  }
});
