/**
 * `npm run fuzz -w @kakehashi/vulnerabilities -- SECONDS [SEED]`: damages bills and verdicts at random and reads
 * them. Each must be read or refused with a named error, within the limits, in reasonable time; anything else is
 * written to a file and ends the run with exit code 1.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSbom, readVex, SbomError } from '../src/index.ts';
import { suiteFolder } from './suite.ts';

const seconds = Number(process.argv[2] ?? 30);
const seed = Number(process.argv[3] ?? 1);
const slowest = 5_000;
const limits = { bytes: 4_000_000, itemBytes: 2_000_000 };
const tokens = [
  '"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '<',
  '>',
  '&',
  '/',
  '\\',
  '\0',
  '\ufeff',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<text>',
  '"__proto__":',
  '"components":[',
  '<components>',
  '<!DOCTYPE x>',
  '&amp;',
  '&x;',
  '\ud83d\ude00',
  '1e999',
  '-0',
  'null',
].map((token) => Buffer.from(token));

const documents = seedDocuments();
const random = generator(seed);
const counts = { read: 0, refused: new Map<string, number>() };
const end = performance.now() + seconds * 1000;
let runs = 0;
let longest = 0;

while (performance.now() < end) {
  const damaged = damage(pick(documents));
  const start = performance.now();
  for (const read of [readSbom, readVex]) await judge(() => read(damaged, { limits }), damaged);
  longest = Math.max(longest, performance.now() - start);
  if (longest > slowest) report(new Error(`took ${longest.toFixed(0)} ms`), damaged);
  runs++;
}

const refusals = [...counts.refused].sort((a, b) => b[1] - a[1]).map(([code, count]) => `${code} ${count}`);
console.log(`${runs} damaged documents (seed ${seed}): ${counts.read} read, refused: ${refusals.join(', ')}`);
console.log(
  `longest ${longest.toFixed(0)} ms, memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
);

async function judge(read: () => Promise<unknown>, bytes: Buffer): Promise<void> {
  try {
    await read();
    counts.read++;
  } catch (error) {
    if (!(error instanceof SbomError)) report(error, bytes);
    else counts.refused.set(error.code, (counts.refused.get(error.code) ?? 0) + 1);
  }
}

function report(error: unknown, bytes: Buffer): never {
  const file = join(tmpdir(), `fuzz-${seed}-${runs}.bin`);
  writeFileSync(file, bytes);
  console.error(`after ${runs} documents (seed ${seed}), kept as ${file}:`, error);
  process.exit(1);
}

function damage(original: Buffer): Buffer {
  let bytes = Buffer.from(original);
  for (let times = 1 + Math.floor(random() * 5); times > 0; times--) {
    const at = Math.floor(random() * (bytes.length + 1));
    const length = Math.floor(random() ** 3 * 200);
    const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
    const kind = Math.floor(random() * 6);
    if (kind === 0) bytes = Buffer.concat([before, Buffer.from([random() * 256]), after.subarray(1)]);
    else if (kind === 1) bytes = Buffer.concat([before, after.subarray(length)]);
    else if (kind === 2) bytes = Buffer.concat([before, pick(tokens), after]);
    else if (kind === 3) bytes = Buffer.concat([before, after.subarray(0, length), after]);
    else if (kind === 4) bytes = Buffer.concat([before, repeated(pick(tokens)), after]);
    else bytes = Buffer.concat([before, pick(documents).subarray(0, length * 10), after]);
  }
  return bytes;
}

function repeated(token: Buffer): Buffer {
  return Buffer.alloc(token.length * Math.ceil(random() ** 4 * 20_000), token);
}

function seedDocuments(): Buffer[] {
  const own = fileURLToPath(new URL('../fixtures/', import.meta.url));
  const paths = readdirSync(own)
    .filter((name) => name.startsWith('shop'))
    .map((name) => join(own, name));
  const suite = suiteFolder('cyclonedx');
  if (suite) {
    for (const name of readdirSync(suite, { recursive: true, encoding: 'utf8' })) {
      if (/\.(?:json|xml)$/.test(name)) paths.push(fileURLToPath(new URL(name, suite)));
    }
  }
  return paths.map((path) => readFileSync(path));
}

function pick<T>(items: readonly T[]): T {
  return items[Math.floor(random() * items.length)] as T;
}

/** Mulberry32: the same damages for the same seed. */
function generator(state: number): () => number {
  let a = state;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
