import { fold } from '@kakehashi/search';

/** Data of an entry used to find similar ones. */
export interface Comparable {
  id: string;
  title: string;
  /** Addresses of its official pages. */
  addresses: readonly string[];
}

/** Why two entries look alike. */
export type Likeness = 'same-address' | 'similar-name';

/** Similarity (0 to 1) from which names count as nearly equal. */
const nearly = 0.75;
/** Shorter names, in characters, must be equal: short names share too much by chance. */
const shortest = 6;

/** Normalised data of an entry, computed once for many comparisons. */
export interface Compared {
  name: string;
  pairs: ReadonlySet<string>;
  addresses: ReadonlySet<string>;
}

export function comparedOf({ title, addresses }: Omit<Comparable, 'id'>): Compared {
  const name = fold(title).replaceAll(' ', '');
  return { name, pairs: pairsOf(name), addresses: new Set(addresses.flatMap((each) => pageOf(each) ?? [])) };
}

/** Whether two entries may be duplicates: same page, or nearly equal names. */
export function likenessOf(one: Compared, other: Compared): Likeness | undefined {
  if ([...one.addresses].some((address) => other.addresses.has(address))) return 'same-address';
  if (one.name === '' || other.name === '') return undefined;
  if (one.name === other.name) return 'similar-name';
  if (Math.min(one.name.length, other.name.length) < shortest) return undefined;
  return overlap(one.pairs, other.pairs) >= nearly ? 'similar-name' : undefined;
}

/** Normalised address of a page; undefined if it is not an address. */
function pageOf(address: string): string | undefined {
  const typed = address.normalize('NFKC').trim();
  if (!URL.canParse(typed)) return undefined;
  const { hostname, port, pathname, searchParams } = new URL(typed);
  const path = pathname.replace(/\/(index\.\w+)?$/, '');
  const asked = [...searchParams].filter(([name]) => !/^(utm_\w+|fbclid|gclid)$/.test(name)).sort();
  const query = new URLSearchParams(asked).toString();
  return `${hostname.replace(/^www\./, '')}${port && `:${port}`}${path}${query && `?${query}`}`;
}

function pairsOf(text: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < text.length; at += 1) pairs.add(text.slice(at, at + 2));
  return pairs;
}

/** Dice coefficient (1945) of two sets, 0 to 1. */
function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let both = 0;
  for (const each of one) if (other.has(each)) both += 1;
  return (2 * both) / (one.size + other.size || 1);
}
