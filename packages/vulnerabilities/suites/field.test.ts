import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSbom, type Sbom, SbomError } from '../src/index.ts';
import { suiteFolder } from './suite.ts';

const folder = suiteFolder('sbom/field');

/** Real files that no tool can read as what they are, and why each is refused. */
const REFUSED: Record<string, string> = {
  'CycloneDX+sbom-utility_test_cyclonedx_1.3_cdx-1-3-syntax-err-1.json': 'malformed',
  'spdx+tools-java_testResources_SPDXXMLExample-v2.2.spdx.xml': 'unsupported-format',
};

interface Outcome {
  file: string;
  read: Sbom | SbomError;
  /** Counted without the reader. */
  counted: number;
}

/**
 * 184 bills as Syft, Trivy, sbomqs, sbom-utility, osv-scanner, tools-java and protobom write and test them, good and
 * bad. Components are counted a second time by plain means: JSON.parse, the tags of XML, the lines of tag-value and
 * of YAML.
 */
describe.skipIf(folder === null)(
  'bills of materials from the field (skipped where ../shared/data is not at hand)',
  () => {
    const outcomes: Outcome[] = [];
    beforeAll(async () => {
      for (const file of readdirSync(folder as URL).sort()) {
        const bytes = readFileSync(new URL(encodeURIComponent(file), folder as URL));
        const read = await readSbom(bytes).catch((error: unknown) => {
          if (error instanceof SbomError) return error;
          throw error;
        });
        outcomes.push({ file, read, counted: read instanceof SbomError ? 0 : count(bytes.toString('utf8')) });
      }
    }, 60_000);

    it('are read, but for those that cannot be', () => {
      const refused = outcomes.flatMap(({ file, read }) =>
        read instanceof SbomError ? [[file, read.code]] : [],
      );
      console.log(table(outcomes));
      const bills = outcomes.flatMap(({ read }) => (read instanceof SbomError ? [] : [read]));
      const violating = bills.filter(({ valid }) => !valid).length;
      const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8').replace(/\s+/g, ' ');
      expect(readme).toContain(`Of ${outcomes.length} bills`);
      expect(readme).toContain(`${bills.length} are read, ${violating} of them with violations`);
      expect(Object.fromEntries(refused)).toEqual(REFUSED);
    });

    it('have as many components as a plain count finds', () => {
      const counts = outcomes.flatMap(({ file, read, counted }) =>
        read instanceof SbomError ? [] : [{ file, components: read.components.length, counted }],
      );
      expect(counts.filter(({ components, counted }) => components !== counted)).toEqual([]);
      expect(counts.reduce((sum, { components }) => sum + components, 0)).toBeGreaterThan(300);
    });

    it('have a place and both languages in every complaint', () => {
      for (const { read } of outcomes) {
        for (const { place, message } of read instanceof SbomError ? [] : read.warnings) {
          expect(place).toMatch(/^(?:\/|line \d+|\d+:\d+ )/);
          expect(message.ja).not.toBe('');
          expect(message.en).not.toBe('');
        }
      }
    });
  },
);

/** How many files of each format are read, read with violations, and refused. */
function table(outcomes: readonly Outcome[]): string {
  const formatOf = ({ read }: Outcome) =>
    read instanceof SbomError ? `refused: ${read.code}` : `${read.format} ${read.specVersion}`;
  const rows = [...Map.groupBy(outcomes, formatOf)].sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = rows.map(([format, group]) => {
    const bills = group.flatMap(({ read }) => (read instanceof SbomError ? [] : [read]));
    const valid = bills.filter((bill) => bill.valid).length;
    const components = bills.reduce((sum, bill) => sum + bill.components.length, 0);
    const cells = [group.length, valid, bills.length - valid, group.length - bills.length, components];
    return `${format.padEnd(30)}${cells.map((cell) => String(cell).padStart(11)).join('')}`;
  });
  const head = ['files', 'read', 'violating', 'refused', 'components']
    .map((name) => name.padStart(11))
    .join('');
  return [`${'format'.padEnd(30)}${head}`, ...lines].join('\n');
}

type Plain = Record<string, unknown>;

function count(text: string): number {
  const start = text.trimStart();
  if (start.startsWith('{')) return countJson(JSON.parse(text));
  if (start.startsWith('<')) return countXml(text);
  if (/^spdxVersion:/m.test(text)) return countYaml(text);
  return text.split('\n').filter((line) => line.trimStart().startsWith('PackageName:')).length;
}

function countJson(document: Plain): number {
  const graph = document['@graph'];
  if (Array.isArray(graph)) return graph.filter(({ type }) => type === 'software_Package').length;
  if (document.spdxVersion !== undefined) return entries(document.packages).length;
  const subject = (document.metadata as Plain | undefined)?.component as Plain | undefined;
  return countNested(document.components) + countNested(subject?.components);
}

function countNested(components: unknown): number {
  return entries(components).reduce(
    (sum, { components: parts, ...entry }) =>
      sum + (entry.name || entry.purl || entry['bom-ref'] ? 1 : 0) + countNested(parts),
    0,
  );
}

function entries(list: unknown): Plain[] {
  return Array.isArray(list) ? list.filter((entry) => typeof entry === 'object' && entry !== null) : [];
}

function countXml(text: string): number {
  return text.replace(/<!--.*?-->|<metadata>.*?<\/metadata>/gs, '').match(/<component[\s>]/g)?.length ?? 0;
}

/** The entries of `packages`, each of which begins with a dash at the margin. */
function countYaml(text: string): number {
  const [, packages = ''] = /^packages:\n(.*?)(?=^\w)/ms.exec(text) ?? [];
  return packages.match(/^- /gm)?.length ?? 0;
}
