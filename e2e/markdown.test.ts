import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markdownToHtml, textOfHtml } from '../apps/portal/src/platform/typesetting/markdown.ts';
import { renderMarkdown } from '../apps/portal/src/ui/text/markdown.ts';
import { openBrowser } from './browser.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage();
});
afterAll(() => browser.close());

/** Everything in an HTML fragment that a browser would execute, as parsed by the browser itself. */
function dangersIn(html: string): Promise<string[]> {
  return page.evaluate((source) => {
    const template = document.createElement('template');
    template.innerHTML = source;
    const dangers: string[] = [];
    for (const element of template.content.querySelectorAll('*')) {
      if (/^(script|iframe|object|embed|svg|math|style|link|meta|base|form|input)$/i.test(element.tagName))
        dangers.push(element.tagName);
      for (const { name } of element.attributes) if (/^on|^style$/i.test(name)) dangers.push(name);
      const address = element.getAttribute('href') ?? element.getAttribute('src');
      if (address === null) continue;
      const { protocol } = new URL(address, 'https://kakehashi.example');
      if (!['https:', 'http:', 'mailto:', 'tel:'].includes(protocol)) dangers.push(address);
    }
    return dangers;
  }, html);
}

const attacks = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  'text <svg onload=alert(1)> text',
  '<iframe src="javascript:alert(1)"></iframe>',
  '[ここ](javascript:alert(1))',
  '[ここ](JaVaScRiPt:alert(1))',
  '[ここ](java&#x0A;script:alert(1))',
  '[ここ](&#106;avascript:alert(1))',
  '[ここ](<java\tscript:alert(1)>)',
  '[ここ](vbscript:x) [ここ](data:text/html;base64,PHNjcmlwdD4=)',
  '![図](javascript:alert(1)) ![図](data:image/svg+xml;base64,PHN2Zz4=)',
  '[ここ](https://example.jp "\\" onmouseover=alert(1) x=\\"")',
  '<javascript:alert(1)>',
  '[a]: javascript:alert(1)\n\n[a]',
  '```"><script>alert(1)</script>\ncode\n```',
  '# <a href="javascript:alert(1)">x</a>',
];

describe('Markdown that somebody wrote to do harm', () => {
  it.each(attacks)('comes out as text or as a harmless address: %s', async (source) => {
    const html = markdownToHtml(source);
    expect(await dangersIn(html)).toEqual([]);
    const typeset = [{ text: textOfHtml(html), reading: '<script>alert(1)</script>' }];
    expect(await dangersIn(renderMarkdown(source, typeset))).toEqual([]);
  });

  it('does none however it is put together', async () => {
    const piece = fc.oneof(
      fc.constantFrom(...attacks, '<', '>', '"', "'", '`', '](', '![', '\n\n'),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 6 }), async (pieces) => {
        expect(await dangersIn(markdownToHtml(pieces.join('')))).toEqual([]);
      }),
    );
  });

  it('would be noticed here if it were let through', async () => {
    expect(await dangersIn('<a href="java&#x0A;script:alert(1)" onclick="x">x</a><svg></svg>')).toHaveLength(
      3,
    );
  });
});

it('Markdown that means well keeps its links, lists and emphasis', () => {
  const html = markdownToHtml('- **鍵**を[学ぶ](https://example.jp/a?b=1&c=2)');
  expect(html).toContain('<strong>鍵</strong>');
  expect(html).toContain('<a href="https://example.jp/a?b=1&amp;c=2">学ぶ</a>');
});
