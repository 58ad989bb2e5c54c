/**
 * The advisory index: loading the public advisories, and matching components against them multiplied to half
 * a million ranges. The peer goes through all ranges for each component and compares versions as texts with
 * the `semver` library, as scanners that keep no index do.
 */
import { existsSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import semver from 'semver';
import { documentsOf } from '../packages/vulnerabilities/src/advisories/advisory-source.ts';
import { AdvisoryIndex, type AdvisorySource, type Component } from '../packages/vulnerabilities/src/index.ts';

const ARCHIVES = ['osv-Go.zip', 'osv-PyPI.zip', 'osv-crates.io.zip'];
const FOLDER = new URL('../../shared/data/advisories/', import.meta.url);
const RANGES = 500_000;
const COMPONENTS = 200_000;
const PURL_TYPES: Record<string, string> = { Go: 'golang', PyPI: 'pypi', 'crates.io': 'cargo' };

interface Range {
  ecosystem: string;
  name: string;
  introduced: string;
  fixed: string | null;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const random = seeded(20261123);
const isPublic = existsSync(FOLDER);
const sources: AdvisorySource[] = isPublic
  ? ARCHIVES.map((name) => new URL(name, FOLDER).pathname)
  : [madeRecords().map((record) => JSON.stringify(record))];
if (!isPublic) {
  console.log(
    'advisories: the public ones (../shared/data/advisories) are not at hand; these are made ones of the same shape',
  );
}

await measureLoading();
await measureMatching();

async function measureLoading(): Promise<void> {
  const walls: number[] = [];
  const processors: number[] = [];
  for (let round = 0; round < 5; round++) {
    const wall = performance.now();
    const processor = process.cpuUsage();
    const index = await AdvisoryIndex.load(...sources);
    walls.push(performance.now() - wall);
    processors.push(processorMilliseconds(processor));
    if (round === 0) {
      const { advisories, packages, intervals } = index.size;
      console.log(
        `\nloading ${advisories} advisories, ${packages} packages, ${intervals} ranges from ${isPublic ? 'three zips' : 'texts'}`,
      );
      console.log(
        `  first time           ${milliseconds(walls[0])} (processor ${milliseconds(processors[0])})`,
      );
    } else if (round === 4) {
      const bytes = index.snapshot();
      const start = performance.now();
      AdvisoryIndex.restore(bytes);
      console.log(
        `  median of five       ${milliseconds(median(walls))} (processor ${milliseconds(median(processors))})`,
      );
      console.log(
        `  from a snapshot      ${milliseconds(performance.now() - start)} (${megabytes(bytes.length)})`,
      );
    }
  }
}

async function measureMatching(): Promise<void> {
  const records = await readRecords();
  collectGarbage();
  const before = process.memoryUsage();
  const copies = Math.ceil(RANGES / (await AdvisoryIndex.load(records)).size.intervals);
  const index = new AdvisoryIndex();
  for (let copy = 0; copy < copies; copy++) for (const record of records) index.add(copyOf(record, copy));
  const { advisories, packages, intervals } = index.size;
  collectGarbage();
  const after = process.memoryUsage();
  const held = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
  console.log(`\nmatching against ${intervals} ranges of ${packages} packages (${advisories} advisories)`);
  console.log(`  memory of the index  ${megabytes(held)}`);

  const ranges = rangesOf(records, copies);
  const packagesOfRanges = [...Map.groupBy(ranges, ({ ecosystem, name }) => `${ecosystem} ${name}`).values()];
  for (const share of [0.05, 1]) {
    const components = componentsOf(packagesOfRanges, share);
    const rates: number[] = [];
    const processorRates: number[] = [];
    let counts = { hits: 0, findings: 0 };
    for (let round = 0; round < 7; round++) {
      const processor = process.cpuUsage();
      const start = performance.now();
      counts = matchAll(index, components);
      rates.push(components.length / ((performance.now() - start) / 1000));
      processorRates.push(components.length / (processorMilliseconds(processor) / 1000));
    }
    const bare = bareRate(ranges, components);
    const { hits, findings } = counts;
    const slow = peerRate(ranges, components.slice(0, 60));
    console.log(
      `  ${((hits / components.length) * 100).toFixed(0)} % hits, ${(findings / components.length).toFixed(2)} findings a component`,
    );
    console.log(
      `    components a second               ${count(median(rates))} (a processor second: ${count(median(processorRates))})`,
    );
    console.log(
      `    first pass, code still cold       ${count(rates[0] ?? 0)} (${count(processorRates[0] ?? 0)})`,
    );
    console.log(
      `    names looked up in a Map, no more ${count(bare)} a processor second: the limit of this machine just now`,
    );
    console.log(
      `    scan of all ranges with semver    ${count(slow)}; the index is ${count(median(rates) / slow)} times as fast`,
    );
  }
}

/** What no index can go below: cutting the name out of each package URL and finding it in a Map. */
function bareRate(ranges: readonly Range[], components: readonly Component[]): number {
  const names = new Map(ranges.map(({ name }, number) => [name, number]));
  const rates = Array.from({ length: 5 }, () => {
    const processor = process.cpuUsage();
    let found = 0;
    for (const { purl = '' } of components) {
      if (names.has(purl.slice(purl.indexOf('/') + 1, purl.lastIndexOf('@')))) found++;
    }
    return found === 0 ? 0 : components.length / (processorMilliseconds(processor) / 1000);
  });
  return median(rates);
}

/** A thousand components at a time, about one product each. */
function matchAll(
  index: AdvisoryIndex,
  components: readonly Component[],
): { hits: number; findings: number } {
  let hits = 0;
  let findings = 0;
  for (let at = 0; at < components.length; at += 1000) {
    const found = index.match(components.slice(at, at + 1000));
    findings += found.length;
    found.forEach(({ component }, number) => {
      if (component !== found[number - 1]?.component) hits++;
    });
  }
  return { hits, findings };
}

function processorMilliseconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

interface OsvLike {
  id: string;
  aliases?: string[];
  affected: {
    package: { ecosystem: string; name: string };
    ranges?: { type: string; events: Record<string, string>[] }[];
  }[];
}

async function readRecords(): Promise<OsvLike[]> {
  const records: OsvLike[] = [];
  for (const source of sources) {
    for await (const { document } of documentsOf(source, () => {})) {
      const text =
        typeof document === 'string' ? document : Buffer.from(document as Uint8Array).toString('utf8');
      records.push(JSON.parse(text));
    }
  }
  return records;
}

/** As many advisories, packages and ranges as the public ones have, with names of the same length. */
function madeRecords(): OsvLike[] {
  const number = (max: number) => Math.floor(random() * max);
  const version = (major: number) => `${major}.${number(20)}.${number(20)}`;
  return Array.from({ length: 8158 }, (_, at) => {
    const ecosystem = ['Go', 'PyPI', 'crates.io'][number(3)] ?? 'Go';
    const which = number(2600);
    const name = ecosystem === 'Go' ? `github.com/example-${which}/module-${which}` : `package-${which}`;
    const events = Array.from({ length: 1 + number(2) }, (__, part) => [
      { introduced: part === 0 ? '0' : `${part * 2}.0.0` },
      ...(random() < 0.9 || part === 0 ? [{ fixed: version(part * 2 + 1) }] : []),
    ]).flat();
    return {
      id: `MADE-${at}`,
      aliases: [`CVE-2026-${at}`],
      affected: [
        {
          package: { ecosystem, name },
          ranges: [{ type: ecosystem === 'PyPI' ? 'ECOSYSTEM' : 'SEMVER', events }],
        },
      ],
    };
  });
}

function copyOf(record: OsvLike, copy: number): unknown {
  const rename = (name: string): string => `${name}-${copy}`;
  return {
    ...record,
    id: rename(record.id),
    aliases: record.aliases?.map(rename) ?? [],
    affected: record.affected.map((affected) => ({
      ...affected,
      package: { ...affected.package, name: rename(affected.package.name) },
    })),
  };
}

function rangesOf(records: readonly OsvLike[], copies: number): Range[] {
  const once = records.flatMap(({ affected }) =>
    affected.flatMap(({ package: { ecosystem, name }, ranges = [] }) =>
      ranges.filter(({ type }) => type !== 'GIT').flatMap(({ events }) => pairs(events, ecosystem, name)),
    ),
  );
  return Array.from({ length: copies }, (_, copy) =>
    once.map((range) => ({ ...range, name: `${range.name}-${copy}` })),
  ).flat();
}

function pairs(events: readonly Record<string, string>[], ecosystem: string, name: string): Range[] {
  return events.flatMap(({ introduced }, at) => {
    if (introduced === undefined) return [];
    return [{ ecosystem, name, introduced, fixed: events[at + 1]?.fixed ?? null }];
  });
}

/**
 * Packages are drawn evenly, as a product names each of its parts once. A hit has the first affected version
 * of one of its package's ranges; a miss is a package nobody wrote of, or a version after every fix.
 */
function componentsOf(packages: readonly (readonly Range[])[], share: number): Component[] {
  const withFix = packages.filter((ranges) => ranges.every(({ fixed }) => fixed !== null));
  const draw = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  return Array.from({ length: COMPONENTS }, (_, number) => {
    const isHit = random() < share;
    const isUnknown = !isHit && random() < 0.5;
    const { ecosystem, name, introduced } = draw(draw(isHit || isUnknown ? packages : withFix));
    const version = isHit ? (introduced === '0' ? '0.0.1' : introduced) : `99999.${number % 100}.0`;
    const spelled = isUnknown ? `${name}-unknown-${number}` : name;
    const purl = `pkg:${PURL_TYPES[ecosystem]}/${spelled}@${version}`;
    return { name: spelled, version, purl, licences: [], hashes: [] };
  });
}

function peerRate(ranges: readonly Range[], components: readonly Component[]): number {
  const start = performance.now();
  for (const { purl = '', version = '' } of components) {
    const type = purl.slice(4, purl.indexOf('/'));
    const name = purl.slice(purl.indexOf('/') + 1, purl.lastIndexOf('@'));
    const own = semver.coerce(version, { includePrerelease: true }) ?? '0.0.0';
    ranges.filter(
      (range) =>
        PURL_TYPES[range.ecosystem] === type &&
        range.name === name &&
        semver.gte(own, semver.coerce(range.introduced) ?? '0.0.0') &&
        (range.fixed === null || semver.lt(own, semver.coerce(range.fixed) ?? '0.0.0')),
    );
  }
  return components.length / ((performance.now() - start) / 1000);
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

function milliseconds(value = 0): string {
  return `${value.toFixed(0)} ms`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}

function count(value: number): string {
  return Math.round(value).toLocaleString('en');
}
