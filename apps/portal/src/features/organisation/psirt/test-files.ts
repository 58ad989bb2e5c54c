import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The bill of a small shop with three components, and advisories on two of them. */
export const fixtures = fileURLToPath(
  new URL('../../../../../../packages/vulnerabilities/fixtures', import.meta.url),
);
export const bill = join(fixtures, 'shop.cdx.json');
export const advisories = join(fixtures, 'advisories');

/** A folder for the files of one test file; `remove` when it is done. */
export class TestFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'kakehashi-psirt-'));

  /** Writes text, bytes, or a value as JSON. @returns the path */
  async write(name: string, content: unknown): Promise<string> {
    const path = join(this.path, name);
    const isAsIs = typeof content === 'string' || content instanceof Uint8Array;
    await writeFile(path, isAsIs ? content : JSON.stringify(content));
    return path;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** A CycloneDX bill of these components. */
export function cycloneDx(...components: object[]): object {
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    components: components.map((component) => ({ type: 'library', ...component })),
  };
}

/** The shop is not affected by CVE-2026-1001. */
export const verdict = {
  '@context': 'https://openvex.dev/ns/v0.2.0',
  '@id': 'https://example.com/vex/1',
  author: 'Example Works',
  timestamp: '2026-04-01T00:00:00Z',
  version: 1,
  statements: [
    {
      vulnerability: { name: 'CVE-2026-1001' },
      products: ['pkg:npm/@example/shop@2.0.0'],
      status: 'not_affected',
      justification: 'vulnerable_code_not_in_execute_path',
    },
  ],
};
