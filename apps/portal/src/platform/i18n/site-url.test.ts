import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { localPath, siteUrl } from './site-url.ts';

it.each([
  ['/search', 'ja', '/search'],
  ['/search?q=a', 'en', '/en/search?q=a'],
  ['/', 'ja', '/'],
  ['/', 'en', '/en'],
  ['/?easy=1', 'en', '/en?easy=1'],
  ['/#top', 'en', '/en#top'],
] as const)('the page %s has in the language %s the path %s', (path, language, expected) => {
  expect(localPath(path, language)).toBe(expected);
});

it('an address of the site begins with its origin', () => {
  expect(siteUrl('https://site.example', '/about', 'en')).toBe('https://site.example/en/about');
  expect(siteUrl('https://site.example', '/sitemap.xml')).toBe('https://site.example/sitemap.xml');
});

const source = join(import.meta.dirname, '../..');
/** Code that joins origin and path, or prefixes a path with that of English pages. */
const byHand = /baseUrl(\}?\$\{|\}\/| \+)|\? '' : '\/en'|\? '\/en' : ''/i;

it('nothing else puts addresses of the site together', () => {
  const files = globSync('**/*.{ts,tsx}', { cwd: source }).filter(
    (file) => !file.includes('.test.') && !file.endsWith('/site-url.ts'),
  );
  expect(files.length).toBeGreaterThan(400);
  const found = files.filter((file) => byHand.test(readFileSync(join(source, file), 'utf8')));
  expect(found).toEqual([]);
});

it.each([
  "config.baseUrl + '/about'",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: source of a program
  '`${baseUrl}/about`',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: source of a program
  '`${site.baseUrl}${path}`',
  "language === 'en' ? '/en' : ''",
])('such as %s', (wrong) => {
  expect(wrong).toMatch(byHand);
});
