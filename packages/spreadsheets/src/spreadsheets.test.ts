import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { csvLine } from './csv-line.ts';
import { readSheet } from './read-sheet.ts';
import { SheetError, type SheetFault, sheetLimits } from './sheet.ts';
import { writeXlsx } from './xlsx-writer.ts';

const japanese = '名前,説明\r\n情報モラル講座,はじめての人に①\r\n';
const rows = [
  ['名前', '説明'],
  ['情報モラル講座', 'はじめての人に①'],
];
/** `japanese` in CP932, with a character that NEC added. */
const shiftJis = Buffer.from(
  '96bc914f2c90e096be0d0a8fee95f18382838983 8b8d75 8dc02c82cd82b682df82c482cc906c82c987400d0a'.replaceAll(
    ' ',
    '',
  ),
  'hex',
);

async function faultOf(bytes: Buffer, limits = sheetLimits): Promise<SheetFault | undefined> {
  try {
    await readSheet(bytes, limits);
    return undefined;
  } catch (error) {
    if (error instanceof SheetError) return error.code;
    throw error;
  }
}

describe('text in columns', () => {
  it.each([
    ['UTF-8', Buffer.from(japanese)],
    ['UTF-8', Buffer.from(`\ufeff${japanese}`)],
    ['UTF-16LE', Buffer.from(`\ufeff${japanese}`, 'utf16le')],
    ['UTF-16LE', Buffer.from(japanese, 'utf16le')],
    ['UTF-16BE', Buffer.from(`\ufeff${japanese}`, 'utf16le').swap16()],
    ['Shift_JIS', shiftJis],
  ])('is read in %s, and the answer says so', async (encoding, bytes) => {
    const sheet = await readSheet(bytes);
    expect(sheet).toEqual({ rows, read: { format: 'csv', encoding } });
  });

  it('that is in none of these encodings is refused, not guessed', async () => {
    const eucJp = Buffer.from('ccbec1b02cc0e2ccc00d0abef0caf3a5e2a5e9a5eb2ca4cfa4b8a4e1a4c60d0a', 'hex');
    expect(await faultOf(eucJp)).toBe('unknown-encoding');
    expect(await faultOf(Buffer.from([0x41, 0xff, 0xfe, 0xfd, 0x41]))).toBe('unknown-encoding');
    expect(await faultOf(Buffer.concat([Buffer.from('\u0001\u0002\u0003'), randomBytes(64)]))).toBe(
      'unknown-encoding',
    );
  });

  it('is read with the characters that an earlier encoding lost, as it was written', async () => {
    expect((await readSheet(Buffer.from('名前,説明\n講\ufffd,\ufffd'))).rows[1]).toEqual([
      '講\ufffd',
      '\ufffd',
    ]);
  });

  it('is separated by tabs or semicolons as well', async () => {
    expect((await readSheet(Buffer.from('a\tb,c\td\n1\t2'))).rows).toEqual([
      ['a', 'b,c', 'd'],
      ['1', '2'],
    ]);
    expect((await readSheet(Buffer.from('a;b\n"x;y";2'))).rows).toEqual([
      ['a', 'b'],
      ['x;y', '2'],
    ]);
  });

  it('keeps its row numbers across blank rows, and line breaks within a cell', async () => {
    expect((await readSheet(Buffer.from('a,b\r\n,\r\n"x\r\ny",\r\n\r\n'))).rows).toEqual([
      ['a', 'b'],
      [],
      ['x\ny'],
    ]);
  });

  it('with a quotation mark that is never closed is refused', async () => {
    expect(await faultOf(Buffer.from('a,b\n"x,y\n1,2'))).toBe('broken-csv');
  });

  it('is read back as it was written, whatever it says', async () => {
    const cell = fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .filter((text) => !/[\p{Cc}\p{Cs}\ufeff]|^'/u.test(text));
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(table, async (cells) => {
        const written = `\ufeff${csvLine(['見出し', '二'])}${cells.map(csvLine).join('')}`;
        const { rows: read } = await readSheet(Buffer.from(written));
        expect(cells.map((row, index) => row.map((_, column) => read[index + 1]?.[column] ?? ''))).toEqual(
          cells,
        );
      }),
    );
  });
});

describe('a workbook', () => {
  it('is read back as it was written, with its notes and lists beside it', async () => {
    const cell = fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .filter((text) => !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(text));
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(table, async (cells) => {
        const bytes = await writeXlsx([
          {
            name: '入力',
            columns: [{ width: 20, choices: { sheet: '一覧', column: 0, count: 1, only: true } }],
            rows: [
              [{ text: '見出し', style: 'heading' }],
              ...cells.map((row) => row.map((text) => ({ text, note: 'なおす', style: 'faulty' as const }))),
            ],
          },
          { name: '一覧', columns: [], rows: [[{ text: 'x' }]] },
        ]);
        const { rows: read } = await readSheet(bytes);
        expect(cells.map((row, index) => row.map((_, column) => read[index + 1]?.[column] ?? ''))).toEqual(
          cells,
        );
      }),
      { numRuns: 40 },
    );
  });

  it('gives days as days, numbers as digits, strings without their readings, and the first sheet in sight', async () => {
    const sheet = await readSheet(
      workbook(
        `<row r="3"><c r="B3" s="1"><v>45748</v></c><c r="C3" s="1"><v>45748.5</v></c><c r="D3"><v>0.30000000000000004</v></c>` +
          `<c r="E3" t="s"><v>0</v></c><c r="F3" t="b"><v>1</v></c><c r="G3" t="str"><f>A1&amp;B1</f><v>計算の答え</v></c><c r="H3" t="e"><v>#REF!</v></c></row>`,
      ),
    );
    expect(sheet.rows[2]).toEqual([
      '',
      '2025-04-01',
      '2025-04-01 12:00',
      '0.3',
      '東京の\n講座',
      'TRUE',
      '計算の答え',
      '#REF!',
    ]);
    expect(sheet.read).toEqual({ format: 'xlsx', sheetName: '見える' });
  });

  it('counts days from 1904 where it says so', async () => {
    const bytes = workbook('<row r="1"><c r="A1" s="1"><v>44286</v></c></row>', '<workbookPr date1904="1"/>');
    expect((await readSheet(bytes)).rows).toEqual([['2025-04-01']]);
  });
});

describe('a file made to do harm', () => {
  const limits = { ...sheetLimits, fileBytes: 100_000, rows: 50, columns: 10, cellLength: 100 };

  it.each<[SheetFault, string, Buffer]>([
    ['too-large', 'larger than it may be', Buffer.alloc(100_001, 'a')],
    ['too-many-rows', 'with too many rows', Buffer.from('a\n'.repeat(51))],
    ['too-many-columns', 'with too many columns', Buffer.from(`${'a,'.repeat(11)}a`)],
    ['cell-too-long', 'with too long a cell', Buffer.from(`a,b\n${'x'.repeat(101)},y`)],
    ['old-workbook', 'in the old format or with a password', Buffer.from('d0cf11e0a1b11ae100', 'hex')],
    ['not-a-workbook', 'that is a cut-off archive', Buffer.from('504b030414000000', 'hex')],
    ['not-a-workbook', 'that is another archive', Buffer.from(zipSync({ 'a.txt': strToU8('x') }))],
    ['empty', 'with nothing in it', Buffer.alloc(0)],
    [
      'too-many-rows',
      'with a stray row far below',
      workbook('<row r="1000000"><c r="A1000000"><v>1</v></c></row>'),
    ],
    [
      'too-many-columns',
      'with a stray column far right',
      workbook('<row r="1"><c r="XFD1"><v>1</v></c></row>'),
    ],
  ])('is refused as %s: one %s', async (fault, _, bytes) => {
    expect(await faultOf(bytes, limits)).toBe(fault);
  });

  it('unpacks to no more than the limit, whatever its directory says', async () => {
    const bomb = workbook(
      `<row r="1"><c r="A1" t="inlineStr"><is><t>${'0'.repeat(40_000_000)}</t></is></c></row>`,
    );
    expect(bomb.length).toBeLessThan(200_000);
    expect(await faultOf(bomb)).toBe('unpacks-too-large');
    const lying = withClaimedSize(bomb, 10);
    expect(await faultOf(lying)).toMatch(/unpacks-too-large|not-a-workbook/);
  });

  it('holds no more text than the limit, though all its cells share one string', async () => {
    const shared = workbook(`<row r="1">${'<c t="s"><v>0</v></c>'.repeat(100)}</row>`);
    expect(await faultOf(shared, { ...sheetLimits, characters: 500 })).toBe('unpacks-too-large');
    expect(await faultOf(shared)).toBeUndefined();
  });

  it('has no entity resolved, inside or outside', async () => {
    const doctype = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY f SYSTEM "file:///etc/passwd">]>';
    const bytes = workbook(
      '<row r="1"><c r="A1" t="inlineStr"><is><t>&f;&a;</t></is></c></row>',
      '',
      doctype,
    );
    expect(await faultOf(bytes)).toBe('declares-entities');
  });

  it('has too many parts', async () => {
    const parts = Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`x${index}`, strToU8('x')]));
    expect(await faultOf(Buffer.from(zipSync(parts)))).toBe('unpacks-too-large');
  });

  it('of any bytes is read or refused, never more', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 400 }), async (bytes) => {
        await faultOf(Buffer.from(bytes));
        await faultOf(Buffer.concat([Buffer.from('PK\u0003\u0004'), bytes]));
      }),
    );
    const whole = workbook('<row r="1"><c r="A1"><v>1</v></c></row>');
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, byte) => {
        const altered = Buffer.from(whole);
        altered[at] = byte;
        await faultOf(altered);
      }),
    );
  });

  it('holds no character that is no text, however the workbook writes it', async () => {
    const written = ['a_x0000_b', 'a_xD800_b', 'a_x0008_b', '_xD83D__xDE00_', '_x005F_x0000_'];
    const cells = written.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('');
    const { rows } = await readSheet(workbook(`<row r="1">${cells}</row>`));
    expect(rows[0]).toEqual(['ab', 'ab', 'ab', '😀', '_x0000_']);
  });
});

/** A workbook as Excel writes one, with these rows on its second sheet; the first is hidden. */
function workbook(sheetData: string, properties = '', doctype = ''): Buffer {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const parts = {
    '_rels/.rels': `<Relationships><Relationship Id="rId1" Type="${type}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<x:workbook xmlns:x="m" xmlns:r="${type}">${properties.replace('<', '<x:')}<x:sheets><x:sheet name="隠れ" state="hidden" r:id="rId1"/><x:sheet name="見える" r:id="rId2"/></x:sheets></x:workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="x" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x" Target="worksheets/sheet2.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst><si><r><t>東京の_x000D_\n</t></r><r><t>講座</t></r><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si></sst>`,
    'xl/worksheets/sheet2.xml': `${doctype}<worksheet><sheetData>${sheetData}</sheetData></worksheet>`,
  };
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))),
  );
}

/** The same archive, which claims in its directory that every part unpacks to so many bytes. */
function withClaimedSize(archive: Buffer, size: number): Buffer {
  const altered = Buffer.from(archive);
  for (
    let at = altered.indexOf('PK\u0001\u0002', 0, 'latin1');
    at >= 0;
    at = altered.indexOf('PK\u0001\u0002', at + 4, 'latin1')
  )
    altered.writeUInt32LE(size, at + 24);
  return altered;
}
