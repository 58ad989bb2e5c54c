import { expect, it } from 'vitest';
import { deviceHint } from './device-hint.ts';

const linux = (rest: string) =>
  `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) ${rest}`;

it('names the browser that somebody uses, not those it claims to be like', () => {
  expect(deviceHint(linux('Chrome/142.0.0.0 Safari/537.36'))).toBe('Chrome · Linux');
  expect(deviceHint(linux('HeadlessChrome/142.0.0.0 Safari/537.36'))).toBe('Chrome · Linux');
  expect(deviceHint(linux('Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0'))).toBe('Edge · Linux');
  expect(
    deviceHint(
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
    ),
  ).toBe('Safari · iPhone');
});

it('says nothing of what it does not know', () => {
  expect(deviceHint(null)).toBeUndefined();
  expect(deviceHint('curl/8.5.0')).toBeUndefined();
});
