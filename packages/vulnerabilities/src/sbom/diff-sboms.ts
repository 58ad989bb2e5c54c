import type { Component } from '../component.ts';
import { formatPurl } from '../purl/format.ts';
import { readPurl } from '../purl/parse.ts';
import { PurlError } from '../purl/purl-error.ts';
import type { Purl } from '../purl/types.ts';
import { compareVersions, UnknownEcosystemError } from '../versions/compare.ts';
import type { Sbom } from './sbom.ts';

/** In what a component differs: `hash` is other content under the same version. */
export type ComponentDifference = 'namespace' | 'version' | 'hash' | 'licence';

export interface ComponentChange {
  before: Component;
  after: Component;
  /** At least one. */
  differences: ComponentDifference[];
}

/** What changed from one bill of materials to the next; each list by package, then by version. */
export interface SbomDifference {
  added: Component[];
  removed: Component[];
  changed: ComponentChange[];
  /** How many components are in both, without a difference; what a bill lists twice counts once. */
  unchanged: number;
}

/**
 * Compares two bills by package: type, namespace and name of the package URL with Maven's classifier and type, or
 * group and name where there is none. A package in several versions counts as changed only as far as versions left
 * and versions came. A package counts as moved to another namespace where name and version, or a hash, stayed.
 */
export function diffSboms(before: Pick<Sbom, 'components'>, after: Pick<Sbom, 'components'>): SbomDifference {
  const left = new Leftover(before.components);
  const right = new Leftover(after.components);
  const changes: { item: string; change: ComponentChange }[] = [];
  let unchanged = 0;
  const settle = (old: Item, now: Item, differences: ComponentDifference[]): void => {
    left.settle(old);
    right.settle(now);
    if (differences.length === 0) unchanged++;
    else changes.push({ item: placeOf(old, now), change: changeOf(old, now, differences) });
  };

  for (const [old, now] of left.pairs(right, ({ exact }) => exact)) settle(old, now, []);
  for (const [old, now] of left.pairs(right, packageVersion)) settle(old, now, contentDifferences(old, now));
  unchanged += left.absorb(right) + right.absorb(left);
  for (const [old, now] of left.pairs(right, ({ key }) => key)) settle(old, now, ['version']);
  for (const [old, now] of left.pairs(right, ({ name }) => name, isSameElsewhere)) {
    settle(old, now, old.version === now.version ? ['namespace'] : ['namespace', 'version']);
  }
  return {
    added: right.rest.map(({ component }) => component),
    removed: left.rest.map(({ component }) => component),
    changed: changes.sort((a, b) => compareTexts(a.item, b.item)).map(({ change }) => change),
    unchanged,
  };
}

function changeOf(old: Item, now: Item, differences: ComponentDifference[]): ComponentChange {
  return { before: old.component, after: now.component, differences };
}

/** Sort key of a change, independent of which bill is the earlier one. */
function placeOf(old: Item, now: Item): string {
  return [old.name, ...[old.exact, now.exact].sort()].join('\n');
}

/** A component by what it is compared by. */
interface Item {
  component: Component;
  /** Key of a package. */
  key: string;
  /** The key without the namespace. */
  name: string;
  version: string;
  /** Key of an item among those with one package and version. */
  exact: string;
  /** Ecosystem whose order the versions go by. */
  type: string;
}

/** The components of one bill that have no counterpart yet, in order. */
class Leftover {
  readonly #all: readonly Item[];
  readonly #open: Set<Item>;

  constructor(components: readonly Component[]) {
    const distinct = new Map(components.map(itemOf).map((item) => [item.exact, item]));
    this.#all = [...distinct.values()].sort(byPackage);
    this.#open = new Set(this.#all);
  }

  get rest(): Item[] {
    return this.#all.filter((item) => this.#open.has(item));
  }

  settle(item: Item): void {
    this.#open.delete(item);
  }

  /** Pairs of items of both bills with equal text, in order. */
  pairs(
    other: Leftover,
    textOf: (item: Item) => string,
    isPair: (old: Item, now: Item) => boolean = () => true,
  ): [Item, Item][] {
    const others = Map.groupBy(other.rest, textOf);
    const pairs: [Item, Item][] = [];
    for (const [text, own] of Map.groupBy(this.rest, textOf)) {
      const theirs = new Set(others.get(text));
      for (const old of own) {
        const now = [...theirs].find((candidate) => isPair(old, candidate));
        if (now === undefined) continue;
        theirs.delete(now);
        pairs.push([old, now]);
      }
    }
    return pairs;
  }

  /** Settles what the other bill has too under its package and version, listed fewer times. */
  absorb(other: Leftover): number {
    const known = Map.groupBy(other.#all, packageVersion);
    const same = this.rest.filter((item) =>
      known.get(packageVersion(item))?.some((candidate) => contentDifferences(item, candidate).length === 0),
    );
    for (const item of same) this.settle(item);
    return same.length;
  }
}

function packageVersion({ key, version }: Item): string {
  return `${key}\n${version}`;
}

function itemOf(component: Component): Item {
  const purl = purlOf(component);
  const { type, namespace, name, version } = purl
    ? {
        type: purl.type,
        namespace: purl.namespace ?? '',
        name: purl.name + artifactOf(purl),
        version: purl.version ?? component.version ?? '',
      }
    : {
        type: component.purl === undefined ? '' : 'malformed',
        namespace: component.group ?? '',
        name: component.purl ?? component.name,
        version: component.version ?? '',
      };
  const key = `${type}\n${name}\n${namespace}`;
  const hashes = component.hashes.map(({ algorithm, value }) => `${algorithm}:${value.toLowerCase()}`);
  const exact = JSON.stringify([key, version, hashes.sort(), [...component.licences].sort()]);
  return { component, key, name: `${type}\n${name}`, version, exact, type };
}

function purlOf({ purl }: Component): Purl | undefined {
  if (purl === undefined) return undefined;
  try {
    const parsed = readPurl(purl);
    // Spelled as its type prescribes, so that two spellings of one package are one.
    return readPurl(formatPurl({ ...parsed, subpath: null }));
  } catch (error) {
    if (error instanceof PurlError) return undefined;
    throw error;
  }
}

/** What else of a Maven package URL tells artifacts of one module apart; `jar` is what is meant where none is given. */
function artifactOf({ qualifiers }: Purl): string {
  const { classifier = '', type = 'jar' } = qualifiers ?? {};
  return classifier === '' && type === 'jar' ? '' : `?${classifier}&${type}`;
}

/** Differences under one package and version; what only one side states is none. */
function contentDifferences({ component: old }: Item, { component: now }: Item): ComponentDifference[] {
  const differences: ComponentDifference[] = [];
  const known = valuesByAlgorithm(old);
  const isOther = [...valuesByAlgorithm(now)].some(([algorithm, values]) => {
    const others = known.get(algorithm);
    return others !== undefined && !values.some((value) => others.includes(value));
  });
  if (isOther) differences.push('hash');
  const isStated = old.licences.length > 0 && now.licences.length > 0;
  const hasOther =
    old.licences.some((each) => !now.licences.includes(each)) ||
    now.licences.some((each) => !old.licences.includes(each));
  if (isStated && hasOther) differences.push('licence');
  return differences;
}

function valuesByAlgorithm({ hashes }: Component): Map<string, string[]> {
  const groups = Map.groupBy(hashes, ({ algorithm }) => algorithm.toUpperCase());
  return new Map(
    [...groups].map(([algorithm, list]) => [algorithm, list.map(({ value }) => value.toLowerCase())]),
  );
}

function isSameElsewhere(old: Item, now: Item): boolean {
  if (old.version !== '' && old.version === now.version) return true;
  const values = new Set(old.component.hashes.map(({ value }) => value.toLowerCase()));
  return now.component.hashes.some(({ value }) => values.has(value.toLowerCase()));
}

function byPackage(a: Item, b: Item): number {
  return compareTexts(a.key, b.key) || inOrder(a, b) || compareTexts(a.exact, b.exact);
}

function inOrder(a: Item, b: Item): number {
  if (a.version === b.version || a.type !== b.type || a.type === '')
    return compareTexts(a.version, b.version);
  try {
    return compareVersions(a.type, a.version, b.version) || compareTexts(a.version, b.version);
  } catch (error) {
    if (error instanceof UnknownEcosystemError) return compareTexts(a.version, b.version);
    throw error;
  }
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
