/** Characters per batch, unless a single row is longer. */
const batchSize = 200_000;

/**
 * Rows as bytes in batches: transferred between threads without a copy and parsed one batch at a time, so
 * that no thread is blocked for long.
 */
export function writtenRows(rows: readonly (readonly string[])[]): Uint8Array<ArrayBuffer>[] {
  const batches: Uint8Array<ArrayBuffer>[] = [];
  const encoder = new TextEncoder();
  let batch: (readonly string[])[] = [];
  let size = 0;
  const close = () => {
    if (batch.length > 0) batches.push(encoder.encode(JSON.stringify(batch)));
    batch = [];
    size = 0;
  };
  for (const row of rows) {
    batch.push(row);
    size += row.reduce((sum, cell) => sum + cell.length + 3, 3);
    if (size >= batchSize) close();
  }
  close();
  return batches;
}

export function readBatch(batch: Uint8Array): string[][] {
  return JSON.parse(new TextDecoder().decode(batch));
}
