import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSbom } from '../../packages/vulnerabilities/src/index.ts';
import { projectBill, settled } from './bill-of-materials.mjs';
import { projectRoot } from './project.mjs';

const read = (...path) => JSON.parse(readFileSync(join(projectRoot, ...path), 'utf8'));
/** What a package requires under its own name; npm may alias it. */
const named = (dependencies = {}) =>
  Object.entries(dependencies).map(([name, range]) => /^npm:(@?[^@]+)/.exec(range)?.[1] ?? name);
const parts = ['packages', 'apps'].flatMap((folder) =>
  readdirSync(join(projectRoot, folder)).map((name) => read(folder, name, 'package.json')),
);

describe("the project's bill of materials", () => {
  let bill;
  let sbom;
  beforeAll(async () => {
    bill = await projectBill();
    sbom = await readSbom(Buffer.from(JSON.stringify(bill)));
  });

  it('is read by our own reader, without a warning', () => {
    expect([sbom.format, sbom.warnings]).toEqual(['CycloneDX JSON', []]);
    expect(bill.metadata.component.name).toBe(read('package.json').name);
  });

  it('holds every direct dependency, and tells what runs from what only builds and tests', () => {
    // Some are there in two versions, of which only one runs.
    const scopes = (name) =>
      sbom.components.flatMap(({ name: own, group, scope }) =>
        (group ? `${group}/${own}` : own) === name ? [scope] : [],
      );
    const runs = parts.flatMap(({ dependencies }) => named(dependencies));
    const builds = [...parts, read('package.json')].flatMap(({ devDependencies }) => named(devDependencies));
    expect(runs.length).toBeGreaterThan(20);
    expect(runs.filter((name) => !scopes(name).includes('required'))).toEqual([]);
    expect(builds.filter((name) => scopes(name).length === 0)).toEqual([]);
    for (const name of ['vitest', 'drizzle-kit', '@biomejs/biome', 'playwright-core'])
      expect(scopes(name), name).toEqual(['excluded']);
  });

  it('is the same for the same lock file', () => {
    const { packages } = read('package-lock.json');
    const again = settled(
      { ...bill, serialNumber: 'another', metadata: { ...bill.metadata, timestamp: 'now' } },
      packages,
    );
    expect(again).toEqual(bill);
    expect(settled(bill, packages, '1795564800').metadata.timestamp).toBe('2026-11-25T00:00:00.000Z');
  });
});
