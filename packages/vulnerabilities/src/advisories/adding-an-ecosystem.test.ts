import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AdvisoryIndex } from './advisory-index.ts';

const text = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const guide = text('../../../../docs/adding-an-ecosystem.md');
const blocks = (kind: string) =>
  [...guide.matchAll(new RegExp(`^\`\`\`${kind}\\n(.*?)^\`\`\``, 'gms'))].map(([, block = '']) => block);

describe('the guide to adding an ecosystem', () => {
  it('shows a row as the table has it', () => {
    const [row = ''] = blocks('ts');
    expect(text('../versions/distributions.ts')).toContain(row);
  });

  it('shows an advisory, the packages it concerns, and those it does not', async () => {
    const index = await AdvisoryIndex.load([JSON.parse(blocks('json')[0] ?? '')]);
    const [concerned = [], others = []] = blocks('text').map((block) => block.trim().split('\n'));
    const isFound = (purl: string) =>
      index.match([{ name: purl, purl, licences: [], hashes: [] }]).length > 0;
    expect(concerned).toHaveLength(3);
    expect(concerned.filter(isFound)).toEqual(concerned);
    expect(others).toHaveLength(3);
    expect(others.filter(isFound)).toEqual([]);
  });
});
