import { readSheet, SheetError, type SheetLimits } from '@kakehashi/spreadsheets';
import { answerWork } from './answering.ts';
import { writtenRows } from './row-batches.ts';

interface SheetJob {
  bytes: Uint8Array;
  limits: SheetLimits;
  headings: readonly string[];
}

answerWork(async ({ bytes, limits, headings }: SheetJob) => {
  try {
    const { rows, read } = await readSheet(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      limits,
      headings,
    );
    const batches = writtenRows(rows);
    return { value: { batches, read }, transfer: batches.map(({ buffer }) => buffer) };
  } catch (error) {
    if (error instanceof SheetError) return { value: { fault: error.code } };
    throw error;
  }
});
