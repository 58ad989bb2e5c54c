import { expect, it } from 'vitest';
import { returnPath } from './return-path.ts';

it.each(['/', '/account', '/en/search?q=%E5%AE%89', '/a/../b', '/search?to=//x'])('%s is ours', (path) => {
  expect(returnPath.safeParse(path).success).toBe(true);
});

it.each([
  'https://example.com/',
  '//example.com/',
  '/\\example.com',
  '/a\\b',
  '/\t/example.com',
  '/\n/example.com',
  'javascript:alert(1)',
  '',
  'account',
])('%j leads elsewhere', (path) => {
  expect(returnPath.safeParse(path).success).toBe(false);
});

it.each([
  ['/search?q=é', '/search?q=%C3%A9'],
  ['/search?q=架け橋&to=%E6%9E%B6', '/search?q=%E6%9E%B6%E3%81%91%E6%A9%8B&to=%E6%9E%B6'],
  ['/account', '/account'],
])('%s is written in ASCII, once', (path, written) => {
  expect(returnPath.parse(path)).toBe(written);
});
