import { fold } from '@kakehashi/search';

/** What is known of an entry when it is compared with others. */
export interface Comparable {
  id: string;
  title: string;
  /** Addresses of its official pages. */
  addresses: readonly string[];
}

/** Why two entries look alike. */
export type Likeness = 'same-address' | 'similar-name';

/** From which likeness on two names are told to be nearly the same, of 1. */
const nearly = 0.75;
/** Characters below which names are alike only where they are the same: short ones share too much by chance. */
const shortest = 6;

/** Of an entry, what is compared: folded once, since it is compared with many. */
export interface Compared {
  name: string;
  pairs: ReadonlySet<string>;
  addresses: ReadonlySet<string>;
}

export function comparedOf({ title, addresses }: Omit<Comparable, 'id'>): Compared {
  const name = fold(title).replaceAll(' ', '');
  return { name, pairs: pairsOf(name), addresses: new Set(addresses.flatMap((each) => pageOf(each) ?? [])) };
}

/** Whether two entries may be the same thing: they lead to one page, or their names are nearly the same. */
export function likenessOf(one: Compared, other: Compared): Likeness | undefined {
  if ([...one.addresses].some((address) => other.addresses.has(address))) return 'same-address';
  if (one.name === '' || other.name === '') return undefined;
  if (one.name === other.name) return 'similar-name';
  if (Math.min(one.name.length, other.name.length) < shortest) return undefined;
  return overlap(one.pairs, other.pairs) >= nearly ? 'similar-name' : undefined;
}

/** A page whatever way its address is written; undefined for what is no address. */
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

/** How much of two sets is in both, from 0 to 1 (Dice 1945). */
function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let both = 0;
  for (const each of one) if (other.has(each)) both += 1;
  return (2 * both) / (one.size + other.size || 1);
}
