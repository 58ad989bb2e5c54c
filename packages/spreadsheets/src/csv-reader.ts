import { setImmediate } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';
import { unescapeFormula } from './csv-line.ts';
import { RowCollector, type Sheet, SheetError, type SheetLimits } from './sheet.ts';
import { decodeText } from './text-encoding.ts';

const delimiters = [',', '\t', ';'] as const;
const rowsAtOnce = 200;

/** Reads CSV, or text separated by tabs or semicolons, in any encoding that Japanese offices send. */
export async function readCsv(bytes: Uint8Array, limits: SheetLimits): Promise<Sheet> {
  const { text, encoding } = decodeText(bytes);
  const rows = new RowCollector(limits);
  const records = parse({
    delimiter: delimiterOf(text),
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: limits.columns * limits.cellLength,
  });
  records.end(text);
  let index = 0;
  try {
    for await (const cells of records as AsyncIterable<string[]>) {
      rows.put(
        index,
        cells.map((cell) => unescapeFormula(cell).replaceAll('\r\n', '\n')),
      );
      index += 1;
      if (index % rowsAtOnce === 0) await setImmediate();
    }
  } catch (error) {
    if (error instanceof CsvError)
      throw new SheetError(error.code === 'CSV_MAX_RECORD_SIZE' ? 'cell-too-long' : 'broken-csv', error);
    throw error;
  }
  return { rows: rows.done(), read: { format: 'csv', encoding } };
}

/** The most frequent separator in the first non-empty line. */
function delimiterOf(text: string): string {
  const line = /[^\r\n]+/.exec(text.slice(0, 10_000))?.[0].replace(/"[^"]*"/g, '') ?? '';
  const count = (delimiter: string) => line.split(delimiter).length;
  return delimiters.reduce<string>((best, each) => (count(each) > count(best) ? each : best), ',');
}
