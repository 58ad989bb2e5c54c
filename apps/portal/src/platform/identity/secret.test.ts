import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
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

it('gives way to the configured one and is not written then', () => {
  expect(readSecret('configured', dataDir)).toBe('configured');
  expect(readdirSync(dataDir)).toEqual([]);
});
