import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { brokenLinkFault, brokenLinks } from './broken-links.ts';
import { markdownToHtml } from './markdown.ts';

test.each([
  ['[ここ](javascript:alert(1))', 'javascript:alert(1)'],
  ['[ここ](JavaScript:alert(1))', 'JavaScript:alert(1)'],
  ['<javascript:alert(1)>', 'javascript:alert(1)'],
  ['[a]\n\n[a]: vbscript:x', 'vbscript:x'],
  ['![図](data:image/svg+xml;base64,PHN2Zz4=)', 'data:image/svg+xml;base64,PHN2Zz4='],
  ['[電話](tel:03-0000-0000)', 'tel:03-0000-0000'],
  ['[資料](file:///C:/資料.pdf)', 'file:///C:/資料.pdf'],
  ['[案内](www.example.jp)', 'www.example.jp'],
  ['[案内](ｈｔｔｐｓ：／／example.jp)', 'ｈｔｔｐｓ：／／example.jp'],
  ['[案内](http://)', 'http://'],
  ['[だれか](mailto:)', 'mailto:'],
  ['[空]()', ''],
])('%s is told of', (source, address) => {
  expect(brokenLinks(source)).toEqual([address]);
  expect(brokenLinkFault(source)?.ja).toContain(address || '空');
});

test.each([
  '[案内](https://example.jp/a?b=1&c=2)',
  '<https://example.jp/>',
  '[だれか](mailto:someone@example.jp)',
  '[相談](/help) と [上へ](#top)',
  '`[例](javascript:alert(1))`',
  '[角かっこだけ] と 1 < 2 と (javascript:alert(1))',
])('%s goes as it is', (source) => {
  expect(brokenLinks(source)).toEqual([]);
  expect(brokenLinkFault(source)).toBeUndefined();
});

it('finds every link that the page would show without an address', () => {
  const scheme = fc.constantFrom(
    'javascript:',
    'data:',
    'tel:',
    'vbscript:',
    'https://a.jp/',
    '/',
    'mailto:a@b.jp',
  );
  const link = fc
    .tuple(scheme, fc.stringMatching(/^[a-z0-9]{0,8}$/))
    .map(([start, end]) => `[x](${start}${end})`);
  fc.assert(
    fc.property(fc.array(link, { maxLength: 6 }), (links) => {
      const source = links.join(' と ');
      expect(brokenLinks(source).length > 0).toBe(markdownToHtml(source).includes('href=""'));
    }),
  );
});
