import { afterAll, describe, expect, it } from 'vitest';
import { runTestCommand } from '../../../../cli/test-command.ts';
import { textWidth } from '../../../../platform/command-line/text-width.ts';
import { cycloneDx, TestFolder } from '../test-files.ts';

const folder = new TestFolder();
afterAll(() => folder.remove());

describe('sbom show', () => {
  it('shows what a bill holds and where it is amiss', async () => {
    const odd = await folder.write(
      'odd.json',
      cycloneDx({ name: 'a', licenses: [{ license: { id: 'Nonesuch' } }] }),
    );
    const { code, out } = await runTestCommand(['sbom', 'show', odd]);
    expect(code).toBe(0);
    expect(out).toContain('CycloneDX JSON 1.6');
    expect(out).toContain('/components/0/licenses/0/license/id: "Nonesuch" is not allowed');
    const json = await runTestCommand(['sbom', 'show', odd, '--format', 'json']);
    expect(JSON.parse(json.out)).toMatchObject({ format: 'CycloneDX JSON', valid: false });
  });

  it('keeps names whole on a narrow terminal, and cuts the licence and the supplier first', async () => {
    const file = await folder.write(
      'wide.json',
      cycloneDx({
        name: '漏えい検知エージェント',
        version: '1.0.0',
        purl: 'pkg:generic/leak-detection-agent@1.0.0',
        licenses: [{ license: { name: 'A licence with a name that goes on and on' } }],
        supplier: { name: 'とても長い名前の株式会社架け橋セキュリティ' },
      }),
    );
    const { out } = await runTestCommand(['sbom', 'show', file], { width: 80 });
    const [heading = '', row = ''] = out.split('\n');
    expect(row).toContain('漏えい検知エージェント');
    expect(Math.max(textWidth(heading), textWidth(row))).toBeLessThanOrEqual(80);
  });

  it('tells a broken licence expression by its words', async () => {
    const reasons: Record<string, string> = {
      'MIT AND': 'it ends too early',
      'MIT OR (Apache-2.0': 'a bracket is not closed',
      'MIT/Apache-2.0': '"MIT/Apache-2.0" is no SPDX identifier',
      'MIT Apache-2.0': 'out of order',
      'MIT OR Nonesuch': '"Nonesuch" is no SPDX identifier',
    };
    for (const [expression, reason] of Object.entries(reasons)) {
      const file = await folder.write('licence.json', cycloneDx({ name: 'a', licenses: [{ expression }] }));
      const { out } = await runTestCommand(['sbom', 'show', file]);
      expect(out).toContain(`the licence expression "${expression}" was not understood`);
      expect(out).toContain(reason);
      expect(out).not.toContain('null');
    }
  });
});
