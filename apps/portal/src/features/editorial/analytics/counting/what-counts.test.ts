import { expect, it } from 'vitest';
import { isAhead, isBrowser, isGoneTo, referringHost } from './what-counts.ts';

const headers = (values: Record<string, string>) => (name: string) => values[name];

it.each([
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Mobile Safari/604.1',
    true,
  ],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0', true],
  ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', false],
  ['curl/8.9.1', false],
  ['', false],
  [undefined, false],
])('%s: somebody’s browser is %s, asked once and again', (agent, expected) => {
  expect([isBrowser(agent), isBrowser(agent)]).toEqual([expected, expected]);
});

it('a page that is loaded ahead is told from one that is looked at', () => {
  expect(isAhead(headers({ 'sec-purpose': 'prefetch;prerender' }))).toBe(true);
  expect(isAhead(headers({ purpose: 'prefetch' }))).toBe(true);
  expect(isAhead(headers({}))).toBe(false);
});

it('a page that is gone to is told from one that a script fetched', () => {
  expect(isGoneTo(headers({ 'sec-fetch-dest': 'empty' }))).toBe(false);
  expect(isGoneTo(headers({ 'sec-fetch-dest': 'document' }))).toBe(true);
  expect(isGoneTo(headers({}))).toBe(true);
});

it.each([
  ['https://search.example/find?q=secret#there', 'search.example'],
  ['https://user:word@news.example:8443/a', 'news.example'],
  ['https://portal.example/search?q=x', undefined],
  ['android-app://com.example/', undefined],
  ['javascript:alert(1)', undefined],
  ['nonsense', undefined],
  [undefined, undefined],
])('%s comes from %s', (referrer, host) => {
  expect(referringHost(referrer, 'portal.example')).toBe(host);
});
