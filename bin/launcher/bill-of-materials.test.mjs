import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSbom } from '../../packages/vulnerabilities/src/index.ts';
import { projectBill, settled } from './bill-of-materials.mjs';
import { projectRoot } from './project.mjs';

const read = (...path) => JSON.parse(readFileSync(join(projectRoot, ...path), 'utf8'));
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
    const scopes = new Map(
      sbom.components.map(({ name, group, scope }) => [group ? `${group}/${name}` : name, scope]),
    );
    const runs = parts.flatMap(({ dependencies }) => Object.keys(dependencies ?? {}));
    const builds = [...parts, read('package.json')].flatMap(({ devDependencies }) =>
      Object.keys(devDependencies ?? {}),
    );
    expect(runs.length).toBeGreaterThan(20);
    expect(runs.filter((name) => scopes.get(name) !== 'required')).toEqual([]);
    expect(builds.filter((name) => !scopes.has(name))).toEqual([]);
    for (const name of ['vitest', 'drizzle-kit', '@biomejs/biome', 'playwright-core'])
      expect(scopes.get(name), name).toBe('excluded');
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
