import { describe, expect, it } from 'vitest';
import { arrangeNavigation, type PageContext } from '../../platform/web/page-context.ts';
import { CheckboxGroup, RadioGroup, Select } from './choices.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { InputText } from './input-text.tsx';
import { Pagination } from './pagination.ts';
import { Table } from './table.tsx';
import { Textarea } from './textarea.tsx';

const ctx: PageContext = {
  language: 'ja',
  easy: false,
  furigana: false,
  path: '/',
  queryString: '',
  baseUrl: 'https://kakehashi.example',
  nonce: 'n',
  assets: { styles: '/s.css', fonts: '/f.css', script: '/m.js', capabilityStyles: {} },
  today: '2026-11-23',
  navigation: arrangeNavigation([]),
  menu: [],
  href: (path) => path,
};

describe('a field', () => {
  it('is tied to its label, its help and its error', () => {
    const html = String(
      <InputText
        ctx={ctx}
        name="mail"
        type="email"
        label="メール"
        help="半角で"
        error="形が違います"
        need="required"
      />,
    );
    expect(html).toContain('<label class="form-control-label" for="mail">メール');
    expect(html).toMatch(/<input[^>]* id="mail"[^>]* aria-describedby="mail-help mail-error mail-count"/);
    expect(html).toMatch(/<input[^>]* aria-invalid="true"/);
    expect(html).toMatch(/<input[^>]* required=""/);
    expect(html).toContain('エラー：形が違います');
  });

  it('says nothing of help or error where there is none', () => {
    const html = String(<Textarea ctx={ctx} name="body" label="本文" value="</textarea><b>" />);
    expect(html).not.toMatch(/aria-describedby|aria-invalid/);
    expect(html).toContain('&lt;/textarea&gt;&lt;b&gt;</textarea>');
  });

  it('says how much it takes: heard with a line of text, seen with what is longer or may be exceeded', () => {
    const line = String(<InputText ctx={ctx} name="title" label="名前" maxlength={100} />);
    expect(line).toMatch(/<input[^>]* maxlength="100"[^>]* aria-describedby="title-count"/);
    expect(line).toMatch(/<text-count[^>]* data-quiet="true"[^>]*><span id="title-count">100字まで/);
    const address = String(<InputText ctx={ctx} name="mail" type="email" label="メール" />);
    expect(address).toContain('<span id="mail-count">254字まで');
    const english = { ...ctx, language: 'en' as const };
    const text = String(<Textarea ctx={english} name="body" label="Text" maxlength={500} />);
    expect(text).toMatch(/aria-describedby="body-count"/);
    expect(text).toContain('Up to 500 characters');
    const open = String(<InputText ctx={ctx} name="title" label="名前" longest={80} />);
    for (const seen of [text, open]) expect(seen).not.toContain('data-quiet');
  });

  it('without a label names what is missing', () => {
    expect(() => String(<InputText ctx={ctx} name="mail" label="" />)).toThrow(
      '<FormControl> needs a label for mail',
    );
  });
});

describe('choices', () => {
  const options = [
    { value: 'know', label: '知る' },
    { value: 'teach', label: '教える' },
  ];

  it('show what is chosen', () => {
    expect(String(<Select ctx={ctx} name="a" label="目的" options={options} value="teach" />)).toContain(
      '<option value="teach" selected="">教える</option>',
    );
    const radios = String(<RadioGroup ctx={ctx} name="a" label="目的" options={options} value="know" />);
    expect(radios).toMatch(/value="know" checked=""/);
    expect(radios.match(/checked/g)).toHaveLength(1);
    const boxes = String(
      <CheckboxGroup ctx={ctx} name="a" label="目的" options={options} values={['know', 'teach']} />,
    );
    expect(boxes.match(/checked/g)).toHaveLength(2);
  });

  it('are one group with one name', () => {
    expect(String(<RadioGroup ctx={ctx} name="a" label="目的" options={options} />)).toMatch(
      /^<fieldset[^>]*id="a"[^>]*><legend[^>]*>目的/,
    );
  });

  it('without an option name what is missing', () => {
    expect(() => String(<Select ctx={ctx} name="a" label="目的" options={[]} />)).toThrow(
      '<Select> a needs options',
    );
  });
});

describe('the error summary', () => {
  it('leads to each field', () => {
    const html = String(
      <ErrorSummary ctx={ctx} errors={[{ field: 'mail', message: 'メールを入れてください' }]} />,
    );
    expect(html).toContain('<a href="#mail">メールを入れてください</a>');
    expect(html).toContain('（1件）');
  });

  it('is absent when all is well', () => {
    expect(String(<ErrorSummary ctx={ctx} errors={[]} />)).toBe('');
  });
});

describe('a table', () => {
  it('has a name, column headings and a heading for each row', () => {
    const html = String(
      <Table
        caption="費用"
        columns={[{ label: '講座' }, { label: '円', numeric: true }]}
        rows={[['入門', '1,000']]}
      />,
    );
    expect(html).toContain('<th scope="row">入門</th><td class="numeric">1,000</td>');
    expect(html).toMatch(/aria-label="費用" tabindex="0"/);
  });

  it('tells each cell its column where its rows are stacked on a narrow screen', () => {
    const columns = [{ label: '講座' }, { label: '円' }];
    const html = String(<Table stacked caption="費用" columns={columns} rows={[['入門', '1,000']]} />);
    expect(html).toContain('data-stacked="true"');
    expect(html).toContain('<td data-column="円">1,000</td>');
  });

  it('refuses a row that does not fit, and one without a name', () => {
    expect(() => String(<Table caption="費用" columns={[{ label: '講座' }]} rows={[['a', 'b']]} />)).toThrow(
      '<Table> "費用" has 1 columns, but a row of 2 cells',
    );
    expect(() => String(<Table caption="" columns={[]} rows={[]} />)).toThrow('<Table> needs a caption');
  });
});

describe('pagination', () => {
  const href = (page: number) => `/search?page=${page}`;

  it('is absent when there is one page', () => {
    expect(String(<Pagination ctx={ctx} page={1} pageCount={1} href={href} />)).toBe('');
  });

  it('marks the current page and leads to its neighbours', () => {
    const html = String(<Pagination ctx={ctx} page={2} pageCount={9} href={href} />);
    expect(html).toContain('href="/search?page=2" aria-label="2ページ" aria-current="page"');
    expect(html).toMatch(/rel="prev" href="\/search\?page=1"/);
    expect(html).toMatch(/rel="next" href="\/search\?page=3"/);
  });

  it('has no step beyond either end', () => {
    expect(String(<Pagination ctx={ctx} page={1} pageCount={2} href={href} />)).not.toContain('rel="prev"');
    expect(String(<Pagination ctx={ctx} page={2} pageCount={2} href={href} />)).not.toContain('rel="next"');
  });
});
