import { writeXlsx } from '@kakehashi/spreadsheets';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserSession } from '../../../../test/browser-session.ts';
import { visitor } from '../../../../test/editorial-visitors.ts';
import { ImportFiles } from '../../../../test/import-files.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';

let portal: TestPortal;
let provider: BrowserSession;
let files: ImportFiles;

beforeAll(async () => {
  portal = await openTestPortal();
  provider = await visitor(portal, 'provider');
  files = await ImportFiles.for(portal, provider);
});
afterAll(() => portal.stop());

const pageOf = async (id: string) => (await provider.get(`/desk/import/${id}`)).text();
const sheetOf = (name: string, rows: readonly (readonly string[])[]) => ({
  name,
  columns: [],
  rows: rows.map((row) => row.map((text) => ({ text }))),
});
const workbookOf = (rows: readonly (readonly string[])[], name = '入力') =>
  writeXlsx([sheetOf(name, [files.headings, ...rows])]);
const columnOf = (start: string) => files.headings.findIndex((heading) => heading.startsWith(start));

describe('a file', () => {
  it('that is a PDF called .xlsx says so, what to send instead, and leads back', async () => {
    const { id, state } = await files.upload(Buffer.from('%PDF-1.7\n'), '取組.xlsx');
    expect(state).toBe('refused');
    const page = await pageOf(id);
    expect(page).toContain('これはPDFです。');
    expect(page).toContain('href="/desk/import"');
  });

  it('over the limit says what the limit is', async () => {
    const form = new FormData();
    form.set('file', new File([Buffer.alloc(12 * 1024 * 1024, 'a')], '取組.xlsx'));
    const answer = await provider.upload('/desk/import', form);
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain('ここで一度に送れるのは10 MBまでです');
  });

  it('whose sheet was renamed and moved behind others is read, and the sheet is named', async () => {
    const bytes = await writeXlsx([
      sheetOf('表紙', [['取組の一覧']]),
      sheetOf('R8 取組（確定）', [['令和8年度'], files.headings, files.row()]),
    ]);
    const { id, total, faulty } = await files.upload(bytes, '取組.xlsx');
    expect({ total, faulty }).toEqual({ total: 1, faulty: 0 });
    expect(await pageOf(id)).toContain('シート「R8 取組（確定）」');
  });

  it('with hidden rows and merged cells says what was read of them', async () => {
    const operator = columnOf('実施主体');
    const rows = [files.row(), files.row(), files.row()].map((row, at) =>
      row.with(operator, at === 0 ? '見本社' : ''),
    );
    const parts = unzipSync(new Uint8Array(await workbookOf(rows)));
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    const letter = String.fromCharCode(65 + operator);
    const altered = sheet
      .replace('<row r="3"', '<row hidden="1" r="3"')
      .replace(
        '</sheetData>',
        `</sheetData><mergeCells><mergeCell ref="${letter}2:${letter}4"/></mergeCells>`,
      );
    parts['xl/worksheets/sheet1.xml'] = strToU8(altered);
    const { id, total, faulty } = await files.upload(Buffer.from(zipSync(parts)), '取組.xlsx');
    expect({ total, faulty }).toEqual({ total: 3, faulty: 0 });
    const page = await pageOf(id);
    expect(page).toContain('3行目は隠れていますが');
    expect(page).toContain(`${letter}2:${letter}4 は、結合されたどの行にも`);
  });
});

describe('a cell', () => {
  it('that leaves out the end of a prefecture, or is typed in full width, is understood, and that is said', async () => {
    const changes = { 地域: '東京、大阪', 公式ページ: 'ｈｔｔｐｓ：／／ｅｘａｍｐｌｅ．ｊｐ／ａ' };
    const { id, faulty } = await files.upload(files.csv([files.row(changes)]));
    expect(faulty).toBe(0);
    const page = await pageOf(id);
    expect(page).toContain('「東京」を「東京都」と読みました。');
    expect(page).toContain('「大阪」を「大阪府」と読みました。');
    expect(page).toContain('を「https://example.jp/a」と読みました。');
  });

  it('that cannot be understood is named by its address in the workbook, and not guessed', async () => {
    const { id, faulty } = await files.upload(
      await workbookOf([files.row(), files.row({ 地域: '東' })]),
      'x.xlsx',
    );
    expect(faulty).toBe(1);
    const page = await pageOf(id);
    const column = columnOf('地域');
    expect(page).toContain(`3行目 (${String.fromCharCode(65 + column)}3)`);
    expect(page).toContain('一覧にないことばです：東');
  });
});

describe('the file to mend', () => {
  it('has the lists that columns choose from, and is taken again when it is mended', async () => {
    const { id } = await files.upload(await workbookOf([files.row({ 地域: '江戸' })]), 'x.xlsx');
    const answer = await provider.get(`/desk/import/${id}/corrected/xlsx`);
    const bytes = Buffer.from(await answer.arrayBuffer());
    const parts = unzipSync(new Uint8Array(bytes));
    const workbook = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array());
    expect(workbook).toContain('name="一覧"');
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).toContain('<dataValidation');
    const corrected = sheet.replaceAll('江戸', '東京都');
    // Some delete what they do not need: without its list sheet it is read all the same.
    const again = zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(corrected) });
    expect(await files.upload(Buffer.from(again), 'x_要修正.xlsx')).toMatchObject({ total: 1, faulty: 0 });
    const bare = zipSync({
      ...parts,
      'xl/worksheets/sheet1.xml': strToU8(corrected),
      'xl/workbook.xml': strToU8(workbook.replace(/<sheet name="一覧"[^>]*\/>/, '')),
    });
    expect(await files.upload(Buffer.from(bare), 'x_要修正.xlsx')).toMatchObject({ total: 1, faulty: 0 });
  });
});
