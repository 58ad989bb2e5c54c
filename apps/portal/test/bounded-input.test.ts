import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

const source = join(import.meta.dirname, '../src');

/** Schemas of what the portal writes itself or its operator configures; no user input is parsed by them. */
const ownWords = [
  'platform/config/index.ts',
  'platform/content/content-files.ts',
  'platform/web/assets.ts',
  'platform/collections/api-schema.ts',
  'platform/collections/columns.ts',
  'features/public/mcp/answer-schemas.ts',
];
const texts = new Set(['string', 'url', 'email', 'datetime', 'any', 'unknown']);
const bounds = new Set(['max', 'length']);

it('every text that a schema takes from outside has a longest length', () => {
  const files = globSync('**/*.{ts,tsx}', { cwd: source }).filter(
    (file) => !file.includes('.test.') && !ownWords.includes(file),
  );
  expect(files.length).toBeGreaterThan(400);
  expect(files.flatMap(unboundedIn)).toEqual([]);
});

it('a schema without one is found', () => {
  expect(
    unboundedOf('a.ts', 'z.object({ a: z.string().trim(), b: z.string().min(1).max(2), c: z.url() })'),
  ).toEqual(['a.ts:1 z.string()', 'a.ts:1 z.url()']);
});

function unboundedIn(file: string): string[] {
  const text = readFileSync(join(source, file), 'utf8');
  return text.includes("from 'zod'") ? unboundedOf(file, text) : [];
}

/** Each place where a text begins and no longest length follows in the same chain of calls. */
function unboundedOf(file: string, text: string): string[] {
  const parsed = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isText(node) && !chainFrom(node).some((name) => bounds.has(name))) {
      const { line } = parsed.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${file}:${line + 1} ${node.getText()}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return found;
}

function isText(node: ts.Node): boolean {
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    /^z(\s*\.\s*iso)?$/.test(node.expression.expression.getText()) &&
    texts.has(node.expression.name.text)
  );
}

/** Names of the methods called on what a call gives, one after the other. */
function chainFrom(node: ts.Node): string[] {
  const names: string[] = [];
  for (let at = node; ts.isPropertyAccessExpression(at.parent) && ts.isCallExpression(at.parent.parent); ) {
    names.push(at.parent.name.text);
    at = at.parent.parent;
  }
  return names;
}
