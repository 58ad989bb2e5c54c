import { readSheet, SheetError, type SheetLimits } from '@kakehashi/spreadsheets';
import { answerWork } from './answering.ts';
import { writtenRows } from './row-batches.ts';

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
