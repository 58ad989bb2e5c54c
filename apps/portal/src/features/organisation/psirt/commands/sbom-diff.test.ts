import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runTestCommand } from '../../../../cli/test-command.ts';
import { bill, cycloneDx, fixtures, TestFolder } from '../test-files.ts';

const folder = new TestFolder();
afterAll(() => folder.remove());

describe('sbom diff', () => {
  it('compares two bills, whatever their formats', async () => {
    const other = join(fixtures, 'shop.spdx');
    const { code, out } = await runTestCommand(['sbom', 'diff', bill, other, '--format', 'JSON']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ unchanged: 1, added: [{ name: 'shop' }], removed: [{}, {}] });
  });

  it('says in what each component differs', async () => {
    const hash = (content: string) => ({ hashes: [{ alg: 'SHA-256', content }] });
    const before = await folder.write(
      'before.json',
      cycloneDx(
        { name: 'a', version: '1', purl: 'pkg:npm/a@1', ...hash('0'.repeat(64)) },
        { name: 'b', version: '1', purl: 'pkg:npm/b@1', licenses: [{ license: { id: 'MIT' } }] },
        { name: 'c', version: '1', purl: 'pkg:maven/javax.c/c@1' },
        { name: 'd', version: '1', purl: 'pkg:npm/d@1' },
        { name: 'e', version: '1', purl: 'pkg:npm/e@1' },
      ),
    );
    const after = await folder.write(
      'after.json',
      cycloneDx(
        { name: 'a', version: '1', purl: 'pkg:npm/a@1', ...hash('f'.repeat(64)) },
        { name: 'b', version: '1', purl: 'pkg:npm/b@1', licenses: [{ license: { id: 'BUSL-1.1' } }] },
        { name: 'c', version: '1', purl: 'pkg:maven/jakarta.c/c@1' },
        { name: 'd', version: '2', purl: 'pkg:npm/d@2' },
        { name: 'f', version: '1', purl: 'pkg:npm/f@1' },
      ),
    );
    const { out } = await runTestCommand(['sbom', 'diff', before, after]);
    expect(out.split('\n')).toEqual([
      '+ f 1',
      '- e 1',
      '~ javax.c/c 1 → jakarta.c/c',
      '~ a 1 (hash SHA-256 000000000000… → ffffffffffff…)',
      '~ b 1 (licence MIT → BUSL-1.1)',
      '~ d 1 → 2',
      '',
      '1 added, 1 removed, 4 changed, 0 the same',
      '',
    ]);
    const japanese = await runTestCommand(['sbom', 'diff', before, after], { language: 'ja' });
    expect(japanese.out).toContain('~ a 1 (ハッシュ値 SHA-256 000000000000… → ffffffffffff…)');
    const json = JSON.parse((await runTestCommand(['sbom', 'diff', before, after, '--format', 'json'])).out);
    expect(json.changed[1]).toMatchObject({
      differences: ['hash'],
      before: { name: 'a', hashes: [{ value: '0'.repeat(64) }] },
    });
  });
});
