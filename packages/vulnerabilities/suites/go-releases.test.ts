import { beforeAll, describe, expect, it } from 'vitest';
import { AdvisoryIndex } from '../src/index.ts';
import { suiteFolder } from './suite.ts';

const advisories = suiteFolder('advisories');

/**
 * The right numbers are those of the version as Semantic Versioning writes it; the spellings are those of go
 * (`go version`, GOTOOLCHAIN, the module golang.org/toolchain), cyclonedx-gomod (std@go1.20.4) and Syft (stdlib).
 */
describe.skipIf(advisories === null)(
  'releases of Go in real advisories (skipped where ../shared/data is not at hand)',
  () => {
    let index: AdvisoryIndex;
    beforeAll(async () => {
      index = await AdvisoryIndex.load(new URL('osv-Go.zip', advisories as URL).pathname);
    });
    const count = (purl: string) => index.match([{ name: 'go', purl, licences: [], hashes: [] }]).length;

    it.each([
      ['stdlib@1.20.4', 76],
      ['stdlib@v1.20.4', 76],
      ['std@go1.20.4?type=module', 76],
      ['stdlib@go1.20.4', 76],
      ['std@go1.20.4-custom', 76],
      ['std@go1.20.4%20X:boringcrypto', 76],
      ['std@1.99.0', 0],
      ['std@go1.99.0', 0],
      ['std@(devel)', 0],
      ['toolchain@1.22.1', 12],
      ['golang.org/toolchain@v0.0.1-go1.22.1.linux-amd64', 12],
      ['golang.org/toolchain@v0.0.1-go1.22.1.darwin-arm64', 12],
      ['golang.org/toolchain@v0.0.1-go1.22.1-custom.windows-386', 12],
    ])('pkg:golang/%s has %i', (rest, expected) => {
      expect(count(`pkg:golang/${rest}`)).toBe(expected);
    });

    it.each([
      ['go1.21rc2', '1.21.0-rc.2'],
      ['go1.22', '1.22.0-0'],
      ['go1.19', '1.19.0'],
      ['v0.0.1-go1.21rc2.linux-amd64', '1.21.0-rc.2'],
    ])('std@%s has what std@%s has', (spelling, version) => {
      expect(count(`pkg:golang/std@${spelling}`)).toBe(count(`pkg:golang/std@${version}`));
      expect(count(`pkg:golang/std@${spelling}`)).toBeGreaterThan(0);
    });
  },
);
