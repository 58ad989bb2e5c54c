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
