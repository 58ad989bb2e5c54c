import { isIPv4, isIPv6 } from 'node:net';

/**
 * Network of an address: /24 for IPv4, /48 for IPv6. Precise enough to locate an act, too coarse to identify
 * a household. Null if the text is not an address.
 */
export function networkOf(address: string): string | null {
  const plain = plainAddress(address);
  if (isIPv4(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0/24`;
  if (!isIPv6(plain)) return null;
  return `${beginningOf(plain, 3)}/48`;
}

/**
 * The part of an address that distinguishes clients: IPv6 is cut to its /64, since a client can use any
 * address within it. A text that is not an address is returned unchanged.
 */
export function distinctAddress(address: string): string {
  const plain = plainAddress(address);
  return isIPv6(plain) ? beginningOf(plain, 4) : plain;
}

/** Removes an IPv4-mapped IPv6 prefix and a zone. */
function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
}

/** An IPv6 address with only its first groups. */
function beginningOf(address: string, groups: number): string {
  const beginning = expandedGroups(address).slice(0, groups).join(':');
  return new URL(`http://[${beginning}::]`).hostname.slice(1, -1);
}

function expandedGroups(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  if (tail === undefined) return before;
  const after = tail === '' ? [] : tail.split(':');
  const missing = 8 - before.length - after.length;
  return [...before, ...Array<string>(missing).fill('0'), ...after];
}
