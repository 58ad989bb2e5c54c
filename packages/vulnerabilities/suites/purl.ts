import { readdirSync, readFileSync } from 'node:fs';
import { formatPurl, type PurlParts, parsePurl } from '../src/index.ts';
import { type SuiteCount, suiteFolder } from './suite.ts';

/** One case of https://packageurl.org/schemas/purl-test.schema-0.2.json. */
interface PurlCase {
  description: string;
  test_type: 'parse' | 'build' | 'validate' | 'roundtrip';
  input: string | PurlParts;
  expected_output?: string | PurlParts | null;
  expected_failure: boolean;
}

/** Runs the package-URL suite, one row a file. */
export function purlSuite(): SuiteCount[] | null {
  const folder = suiteFolder('purl');
  if (folder === null) return null;
  const files = readdirSync(folder).filter((file) => file.endsWith('-test.json'));
  return files.sort().map((file) => {
    const { tests } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { tests: PurlCase[] };
    const failures = tests.map(check).filter((failure) => failure !== null);
    const subject = file.replace(/^(?:types|spec)_|-test\.json$/g, '');
    const passed = tests.length - failures.length;
    return { suite: 'Package URL', subject, cases: tests.length, passed, failures };
  });
}

function check(test: PurlCase): string | null {
  const actual = outcome(test);
  const expected = test.expected_failure ? 'failure' : canonicalJson(test.expected_output ?? null);
  if (actual === expected) return null;
  return `${test.description}: ${JSON.stringify(test.input)} gives ${actual}, not ${expected}`;
}

function outcome({ test_type, input }: PurlCase): string {
  try {
    if (typeof input !== 'string') return canonicalJson(formatPurl(input));
    const purl = parsePurl(input);
    return canonicalJson(test_type === 'parse' ? purl : formatPurl(purl));
  } catch {
    return 'failure';
  }
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object'
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
