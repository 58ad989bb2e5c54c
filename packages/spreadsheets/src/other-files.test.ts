import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSheet } from './read-sheet.ts';
import { SheetError, type SheetFault, sheetLimits } from './sheet.ts';
import { writeXlsx } from './xlsx-writer.ts';

async function faultOf(bytes: Buffer): Promise<SheetError | undefined> {
  try {
    await readSheet(bytes);
    return undefined;
  } catch (error) {
    if (error instanceof SheetError) return error;
    throw error;
  }
}

const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const archive = (parts: Record<string, string>) =>
  Buffer.from(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))),
  );
const relationTo = (target: string) =>
  `<Relationships><Relationship Id="rId1" Type="x/officeDocument" Target="${target}"/></Relationships>`;

describe('a file that is called .xlsx and is another', () => {
  it.each<[SheetFault, string, Buffer]>([
    ['pdf', 'PDF', Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n', 'latin1')],
    ['picture', '画像', Buffer.from('89504e470d0a1a0a0000', 'hex')],
    ['picture', '画像', Buffer.from('ffd8ffe000104a464946', 'hex')],
    ['web-page', 'HTML', Buffer.from('<html><body><table><tr><td>名前</td></tr></table></body></html>')],
    [
      'old-workbook',
      '.xls',
      Buffer.concat([compound, Buffer.alloc(600), Buffer.from('Workbook', 'utf16le')]),
    ],
    [
      'encrypted',
      'パスワード',
      Buffer.concat([compound, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]),
    ],
    [
      'other-document',
      '別の種類の文書',
      archive({
        '_rels/.rels': relationTo('word/document.xml'),
        'word/document.xml': '<w:document xmlns:w="w"/>',
      }),
    ],
    [
      'other-document',
      '別の種類の文書',
      archive({ mimetype: 'application/vnd.oasis', 'content.xml': '<x/>' }),
    ],
    [
      'binary-workbook',
      '.xlsb',
      archive({ '_rels/.rels': relationTo('xl/workbook.bin'), 'xl/workbook.bin': 'binary' }),
    ],
  ])('is told to be one: %s (%s)', async (fault, named, bytes) => {
    const error = await faultOf(bytes);
    expect(error?.code).toBe(fault);
    expect(error?.text.ja).toContain(named);
    expect(error?.text.ja).toMatch(/(xlsx|保存し直して)/);
  });
});

describe('a workbook that somebody worked on', () => {
  const cells = (...texts: string[]) => texts.map((text) => ({ text }));
  const sheet = (name: string, rows: string[][]) => ({
    name,
    columns: [],
    rows: rows.map((row) => cells(...row)),
  });
  const headings = ['名前', '説明', '公式ページ'];

  it('is read from the sheet that has the headings, whatever it is called and wherever it stands', async () => {
    const bytes = await writeXlsx([
      sheet('表紙', [['セキュリティ講座の一覧']]),
      sheet('一覧', [['名前'], ['全国'], ['東京都']]),
      sheet('部署で直した版（2）', [['令和8年度'], [], ['名前 *', 'ｼｭﾒｲ', '説明'], ['講座', '', '学びます']]),
    ]);
    const { rows, read } = await readSheet(bytes, sheetLimits, headings);
    expect(read.sheetName).toBe('部署で直した版（2）');
    expect(rows[3]).toEqual(['講座', '', '学びます']);
    expect((await readSheet(bytes)).read.sheetName).toBe('表紙');
  });

  it('without any of the headings is read from its first sheet', async () => {
    const bytes = await writeXlsx([sheet('一', [['あ', 'い']]), sheet('二', [['う', 'え']])]);
    expect((await readSheet(bytes, sheetLimits, headings)).read.sheetName).toBe('一');
  });

  it('with nothing on the sheets before is read from the one that is meant', async () => {
    const bytes = await writeXlsx([sheet('空', []), sheet('入力', [headings, ['講座', '学ぶ', 'x']])]);
    expect((await readSheet(bytes, sheetLimits, headings)).read.sheetName).toBe('入力');
  });

  it('tells of hidden rows that hold something, and of merged cells', async () => {
    const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const bytes = archive({
      '_rels/.rels': relationTo('xl/workbook.xml'),
      'xl/workbook.xml': '<workbook><sheets><sheet name="入力" id="rId1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Type="x" Target="worksheets/sheet1.xml"/></Relationships>',
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row r="1">${cell('A1', '名前')}</row><row r="2" hidden="1">${cell('A2', '隠れた講座')}</row><row r="3" hidden="true"/><row r="4">${cell('A4', '講座')}</row></sheetData><mergeCells count="1"><mergeCell ref="B2:B4"/></mergeCells></worksheet>`,
    });
    const { rows, read } = await readSheet(bytes);
    expect(rows[1]).toEqual(['隠れた講座']);
    expect(read).toEqual({ format: 'xlsx', sheetName: '入力', hiddenRows: [2], merged: ['B2:B4'] });
  });
});
