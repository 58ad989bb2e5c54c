import type { XmlListener } from './xml-reader.ts';

/** Numbers of formats that are built in and show a date (ISO/IEC 29500-1, 18.8.30), with those of Japanese Excel. */
const dateFormats = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);
/** Days from Excel's day 0 to 1970-01-01. */
const epoch = 25_569;
const epoch1904 = 24_107;
const millisecondsADay = 86_400_000;

/** How numbers in cells are shown: which of them are days. */
export class CellFormats {
  readonly #custom = new Map<number, string>();
  readonly #styles: number[] = [];
  readonly #epoch: number;

  /** @param since1904  whether the workbook counts days from 1904, as old ones of the Macintosh do */
  constructor(since1904: boolean) {
    this.#epoch = since1904 ? epoch1904 : epoch;
  }

  /** Takes in the part `styles.xml`. */
  listener(): XmlListener {
    let inCells = false;
    return {
      open: (name, attributes) => {
        if (name === 'cellXfs') inCells = true;
        if (name === 'numFmt') this.#custom.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
        if (name === 'xf' && inCells) this.#styles.push(Number(attributes.numFmtId ?? 0));
      },
      close: (name) => {
        if (name === 'cellXfs') inCells = false;
      },
    };
  }

  /** A number as its cell shows it: a day as `YYYY-MM-DD`, with its time where it has one; else its plain digits. */
  write(value: string, style: number): string {
    const number = Number(value);
    if (!Number.isFinite(number)) return value;
    if (!this.#isDate(this.#styles[style] ?? 0)) return String(Number(number.toPrecision(15)));
    return writeSerial(number, this.#epoch);
  }

  #isDate(format: number): boolean {
    if (dateFormats.has(format)) return true;
    const code = this.#custom.get(format);
    // Words in quotation marks, colours and locales in brackets are no part of the pattern.
    return code !== undefined && /[ymdeg]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]|General/gi, ''));
  }
}

function writeSerial(serial: number, epochDay: number): string {
  const moment = new Date(Math.round((serial - epochDay) * millisecondsADay));
  // Beyond what days can be it is a number after all.
  if (Number.isNaN(moment.getTime()) || serial < 1) return String(serial);
  const [day = '', time = ''] = moment.toISOString().slice(0, 16).split('T');
  return time === '00:00' ? day : `${day} ${time}`;
}

/** The day of a serial number of Excel, `YYYY-MM-DD`; undefined for numbers that no one means as a day. */
export function dayOfSerial(serial: number): string | undefined {
  if (!Number.isInteger(serial) || serial < 10_000 || serial > 99_999) return undefined;
  return writeSerial(serial, epoch);
}
