import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions } from '../versions/compare.ts';
import { isVersion } from '../versions/is-version.ts';
import { AdvisoryIndex } from './advisory-index.ts';
import { documentsOf } from './advisory-source.ts';
import type { Finding } from './finding.ts';

import { component } from './testing/osv-records.ts';

/** The evaluation the OSV schema describes, word by word: no index, no sort keys, each version compared anew. */
function isAffected(affected: OsvAffectedDocument, version: string): boolean {
  const { ecosystem } = affected.package;
  if (affected.versions?.some((listed) => compareVersions(ecosystem, listed, version) === 0)) return true;
  return (affected.ranges ?? []).some((range) => {
    if (range.type === 'GIT') return false;
    const order = (a: string, b: string) =>
      compareVersions(range.type === 'SEMVER' ? 'SemVer' : ecosystem, a, b);
    const limits = range.events.flatMap(({ limit }) => (limit === undefined ? [] : [limit]));
    const isBelowLimit =
      limits.length === 0 || limits.some((limit) => limit === '*' || order(version, limit) < 0);
    const at = (event: Record<string, string>) => Object.values(event)[0] ?? '';
    const sorted = range.events
      .filter(({ limit }) => limit === undefined)
      .sort((a, b) => (a.introduced === '0' ? -1 : b.introduced === '0' ? 1 : order(at(a), at(b))));
    let vulnerable = false;
    for (const { introduced, fixed, last_affected } of sorted) {
      if (introduced !== undefined && (introduced === '0' || order(version, introduced) >= 0))
        vulnerable = true;
      if (fixed !== undefined && order(version, fixed) >= 0) vulnerable = false;
      if (last_affected !== undefined && order(version, last_affected) > 0) vulnerable = false;
    }
    return vulnerable && isBelowLimit;
  });
}

interface OsvAffectedDocument {
  package: { ecosystem: string; name: string };
  versions?: string[];
  ranges?: { type: string; events: Record<string, string>[] }[];
}

interface OsvDocument {
  id: string;
  aliases?: string[];
  withdrawn?: string;
  affected: OsvAffectedDocument[];
}

describe('brute force', () => {
  it('agrees on random ranges', () => {
    const version = fc.constantFrom('0.1.0', '1.0.0-rc.1', '1.0.0', '1.1.0', '2.0.0', '2.0.0-a', '10.0.0');
    const event = fc.oneof(
      version.map((introduced) => ({ introduced })),
      version.map((fixed) => ({ fixed })),
      version.map((last_affected) => ({ last_affected })),
      fc.constant({ introduced: '0' }),
    );
    const limit = fc.oneof(
      fc.constant([]),
      fc.constant([]),
      version.map((text) => [{ limit: text }]),
    );
    const ranges = fc.array(
      fc.tuple(fc.constantFrom('SEMVER', 'ECOSYSTEM'), fc.array(event, { maxLength: 5 }), limit),
      { maxLength: 2 },
    );
    const ecosystems = { npm: 'npm', PyPI: 'pypi', Packagist: 'composer/x' };
    const ecosystem = fc.constantFrom(...(['npm', 'PyPI', 'Packagist'] as const));
    fc.assert(
      fc.property(
        ecosystem,
        ranges,
        fc.array(version, { maxLength: 2 }),
        version,
        (name, given, versions, own) => {
          const affected = {
            package: { ecosystem: name, name: name === 'Packagist' ? 'x/a' : 'a' },
            versions,
            ranges: given.map(([type, events, limits]) => ({ type, events: [...events, ...limits] })),
          };
          const index = new AdvisoryIndex();
          index.add({ id: 'X-1', affected: [affected] });
          const found = index.match([component(`pkg:${ecosystems[name]}/a@${own}`)]);
          expect(found.length > 0).toBe(isAffected(affected, own));
        },
      ),
      { numRuns: 3000 },
    );
  });

  const FOLDER = new URL('../../../../../shared/data/advisories/', import.meta.url);
  it.skipIf(!existsSync(FOLDER)).each([
    ['osv-Go.zip', 'golang', 'Go'],
    ['osv-PyPI.zip', 'pypi', 'PyPI'],
    ['osv-crates.io.zip', 'cargo', 'crates.io'],
  ])(
    'agrees on components drawn from %s (skipped without ../shared/data)',
    async (archive, type, ecosystem) => {
      const path = new URL(archive, FOLDER).pathname;
      const documents: OsvDocument[] = [];
      for await (const { document } of documentsOf(path, () => {})) {
        documents.push(JSON.parse(Buffer.from(document as Uint8Array).toString('utf8')));
      }
      const index = await AdvisoryIndex.load(path);
      const current = documents.filter(({ withdrawn }) => withdrawn === undefined);
      const byPackage = Map.groupBy(
        current.flatMap((document) => document.affected.map((affected) => ({ document, affected }))),
        ({ affected }) =>
          affected.package.name.toLowerCase().replace(type === 'pypi' ? /[-_.]+/g : /$^/, '-'),
      );
      const names = [...byPackage.keys()];
      const random = fc.sample(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { numRuns: 200, seed: 7 });
      let hits = 0;
      for (const [pick, which, above] of random) {
        const name = names[pick % names.length] as string;
        const entries = byPackage.get(name) ?? [];
        const version = versionNear(
          entries.map(({ affected }) => affected),
          which,
          above,
        );
        if (!isVersion(ecosystem, version)) continue;
        const findings = index.match([component(`pkg:${type}/${name}@${version}`)]);
        const expected = entries.filter(({ affected }) => isAffected(affected, version));
        const named = findings.flatMap(namesOf);
        for (const { document } of expected) expect(named).toContain(document.id);
        const allowed = expected.map(({ document }) => document.id);
        for (const { advisory } of findings) expect(allowed).toContain(advisory.id);
        if (expected.length > 0) hits++;
      }
      expect(hits).toBeGreaterThan(20);
    },
    60_000,
  );
});

function namesOf({ advisory, aliases }: Finding): string[] {
  return [advisory.id, ...aliases];
}

/** A version at, or just after, one that the ranges mention. */
function versionNear(affected: readonly OsvAffectedDocument[], which: number, above: boolean): string {
  const mentioned = affected
    .flatMap(({ ranges = [], versions = [] }) => [
      ...ranges.filter(({ type }) => type !== 'GIT').flatMap(({ events }) => events.flatMap(Object.values)),
      ...versions.slice(0, 3),
    ])
    .filter((version) => version !== '0' && /^[\w.+-]+$/.test(version));
  const version = mentioned[which % Math.max(mentioned.length, 1)] ?? '1.0.0';
  return above ? `${version.replace(/[-+].*$/, '')}.1` : version;
}
