/** A sheet as somebody filled it in: rows of cells as text, the first row first; rows may differ in length. */
export interface Sheet {
  rows: string[][];
  /** Format of the file, and for text its encoding. */
  read: {
    format: 'xlsx' | 'csv';
    encoding?: TextEncoding;
    sheetName?: string;
    /** Numbers of hidden rows; they are read like the others. */
    hiddenRows?: number[];
    /** Merged cells, such as `B3:B5`; the first of them has the value. */
    merged?: string[];
  };
}

export type TextEncoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'Shift_JIS';

/** Bounds within which a file is believed; what exceeds one is refused before it fills memory. */
export interface SheetLimits {
  /** Bytes of the file. */
  fileBytes: number;
  /** Bytes of all parts of a workbook together, unpacked. */
  unpackedBytes: number;
  /** Unpacked over packed size of a part, looked at from one megabyte on. */
  ratio: number;
  parts: number;
  rows: number;
  columns: number;
  /** Characters of one cell; Excel's own limit is 32,767. */
  cellLength: number;
  /** Characters of all cells together: many cells may hold one string that the file holds once. */
  characters: number;
}

export const sheetLimits: SheetLimits = {
  fileBytes: 10 * 1024 * 1024,
  unpackedBytes: 120 * 1024 * 1024,
  ratio: 250,
  parts: 500,
  rows: 10_000,
  columns: 200,
  cellLength: 20_000,
  characters: 30_000_000,
};

const wording = {
  'too-large': {
    ja: 'ファイルが大きすぎます。10MBまでのファイルに分けてください。',
    en: 'The file is too large. Divide it into files of up to 10 MB.',
  },
  'unpacks-too-large': {
    ja: 'ファイルを開くと大きくなりすぎるため、読み取りませんでした。使っていない行や書式を消して保存し直してください。',
    en: 'The file unpacks to too much and was not read. Delete unused rows and formats, then save it again.',
  },
  'too-many-rows': {
    ja: '行が多すぎます。10,000行までのファイルに分けてください。',
    en: 'There are too many rows. Divide them into files of up to 10,000 rows.',
  },
  'too-many-columns': {
    ja: '列が多すぎます。200列までにしてください。',
    en: 'There are too many columns. Keep to 200.',
  },
  'cell-too-long': {
    ja: '長すぎるセルがあります。1つのセルは20,000文字までにしてください。',
    en: 'A cell is too long. Keep each to 20,000 characters.',
  },
  'not-a-workbook': {
    ja: 'Excelのファイル（.xlsx）として読めませんでした。Excelで開き、.xlsxかCSVで保存し直してください。',
    en: 'This could not be read as an Excel file (.xlsx). Open it in Excel and save it as .xlsx or CSV.',
  },
  pdf: {
    ja: 'これはPDFです。表のもとのExcelファイル（.xlsx）かCSVを送ってください。',
    en: 'This is a PDF. Send the Excel file (.xlsx) or CSV that it was made from.',
  },
  picture: {
    ja: 'これは画像です。表のもとのExcelファイル（.xlsx）かCSVを送ってください。',
    en: 'This is a picture. Send the Excel file (.xlsx) or CSV that it shows.',
  },
  'web-page': {
    ja: 'これはWebページ（HTML）の形式です。Excelで開き、「名前を付けて保存」で.xlsxかCSVにしてください。',
    en: 'This is a web page (HTML). Open it in Excel and save it as .xlsx or CSV.',
  },
  'other-document': {
    ja: 'これはExcelのファイル（.xlsx）ではなく、別の種類の文書です。表をExcelに移し、.xlsxかCSVで保存してください。',
    en: 'This is a document of another kind, not an Excel file (.xlsx). Move the table to Excel and save it as .xlsx or CSV.',
  },
  'binary-workbook': {
    ja: 'Excelのバイナリ形式（.xlsb）です。Excelで開き、.xlsxで保存し直してください。',
    en: 'This is a binary Excel file (.xlsb). Open it in Excel and save it as .xlsx.',
  },
  encrypted: {
    ja: 'パスワードのかかったファイルは読めません。Excelの「ファイル」→「情報」→「ブックの保護」で開くときのパスワードを消し、保存し直してください。',
    en: 'A file with a password cannot be read. In Excel, empty the password under File, Info, Protect Workbook, and save it again.',
  },
  'old-workbook': {
    ja: '古い形式のExcelファイル（.xls）です。Excelで開き、.xlsxで保存し直してください。',
    en: 'This is a file of an old format, such as .xls. Open it in Excel and save it as .xlsx.',
  },
  'declares-entities': {
    ja: 'ファイルの中にDOCTYPE宣言があるため、安全のために読み取りませんでした。',
    en: 'The file holds a DOCTYPE declaration and was not read, for safety.',
  },
  'unknown-encoding': {
    ja: '文字コードがわかりませんでした。UTF-8（BOM付き）か、Excelの形式（.xlsx）で保存し直してください。',
    en: 'Its character encoding could not be told. Save it as UTF-8 with BOM, or as .xlsx.',
  },
  'broken-csv': {
    ja: 'CSVの引用符（"）の対応がとれていません。表計算ソフトで開いて保存し直してください。',
    en: 'The quotation marks of this CSV do not match. Open it in a spreadsheet and save it again.',
  },
  'too-complex': {
    ja: 'ファイルの読み取りに時間がかかりすぎるため、やめました。使っていない行や書式を消して保存し直すか、ファイルを分けてください。',
    en: 'Reading the file took too long and was stopped. Delete unused rows and formats and save it again, or divide it.',
  },
  'not-read': {
    ja: 'ファイルを読み取れませんでした。表計算ソフトで開き、新しいファイルとして保存し直してください。',
    en: 'The file could not be read. Open it in a spreadsheet and save it as a new file.',
  },
  busy: {
    ja: 'いまほかのファイルを読み取っています。しばらくしてからもう一度送ってください。',
    en: 'Other files are being read just now. Please send it again in a while.',
  },
  empty: { ja: 'ファイルに何も入っていません。', en: 'The file is empty.' },
} as const satisfies Record<string, Wording>;

interface Wording {
  ja: string;
  en: string;
}

export type SheetFault = keyof typeof wording;

/** Why a file is not read. */
export class SheetError extends Error {
  readonly code: SheetFault;
  /** What is wrong and how to mend it, for whoever made the file. */
  readonly text: Wording;

  constructor(code: SheetFault, cause?: unknown) {
    super(wording[code].en, { cause });
    this.name = 'SheetError';
    this.code = code;
    this.text = wording[code];
  }
}

/** Collects rows within the limits; blank rows at the end are not kept. */
export class RowCollector {
  readonly #rows: string[][] = [];
  readonly #limits: SheetLimits;
  #filled = 0;
  #characters = 0;

  constructor(limits: SheetLimits) {
    this.#limits = limits;
  }

  /** @param index  of the row, from 0; those before it that never came are blank */
  put(index: number, cells: string[]): void {
    const width = cells.findLastIndex((cell) => cell !== '') + 1;
    if (width === 0) return;
    if (width > this.#limits.columns) throw new SheetError('too-many-columns');
    if (cells.some((cell) => cell.length > this.#limits.cellLength)) throw new SheetError('cell-too-long');
    this.#characters += cells.reduce((sum, cell) => sum + cell.length, 0);
    if (this.#characters > this.#limits.characters) throw new SheetError('unpacks-too-large');
    this.#filled += 1;
    // Far below the last row there may be a stray cell: blank rows count too.
    if (this.#filled > this.#limits.rows || index > 2 * this.#limits.rows)
      throw new SheetError('too-many-rows');
    while (this.#rows.length < index) this.#rows.push([]);
    this.#rows[index] = cells.slice(0, width);
  }

  done(): string[][] {
    if (this.#rows.length === 0) throw new SheetError('empty');
    return this.#rows;
  }
}
