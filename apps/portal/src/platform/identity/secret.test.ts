import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readSecret } from './secret.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'kakehashi-secret-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

it('is made once, and readable by its owner alone', () => {
  const secret = readSecret(undefined, dataDir);
  expect(secret.length).toBeGreaterThanOrEqual(43);
  expect(readSecret(undefined, dataDir)).toBe(secret);
  expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600);
  expect(readdirSync(dataDir)).toEqual(['secret']);
});

const strong = 'nR4tq0v8Zk1mXw7sYb3dJg5hLc9fPa2e';

it('gives way to the configured one and is not written then', () => {
  expect(readSecret(strong, dataDir)).toBe(strong);
  expect(readdirSync(dataDir)).toEqual([]);
});

const weak = [
  ['nothing', ''],
  ['three characters', 'abc'],
  ['31 characters', strong.slice(1)],
  ['white space', ' '.repeat(64)],
  ['a short word in white space', `${' '.repeat(40)}short\n`],
  ['zero bytes', '\0'.repeat(32)],
  ['one character over and over', 'x'.repeat(64)],
  ['a word over and over', 'changeme'.repeat(8)],
  ['an alphabet over and over', 'abcdefghijklmnopqrstuvwxyz'.repeat(2).slice(0, 52)],
  ['digits over and over', '0123456789'.repeat(4).slice(0, 35)],
] as const;

it.each(weak)('of %s stops the start, whether it is in the file or the environment', (_, secret) => {
  const path = join(dataDir, 'secret');
  writeFileSync(path, secret);
  const refusal = (place: string) =>
    expect.objectContaining({
      code: 'weak-secret',
      text: { ja: expect.stringContaining(place), en: expect.stringContaining(place) },
    });
  expect(() => readSecret(undefined, dataDir)).toThrow(refusal(path));
  expect(() => readSecret(secret, dataDir)).toThrow(refusal('KAKEHASHI_SECRET'));
});

it.each([
  ['hexadecimal digits', '9f86d081884c7d659a2feaa0c55ad015'],
  ['decimal digits', '83028471950637281940562718394057'],
  ['letters of any script', '架け橋のひみつは三十二文字以上のながさがいるのでながく書きましたよ'],
])('of 32 %s is strong enough', (_, secret) => {
  expect(readSecret(secret, dataDir)).toBe(secret);
});
