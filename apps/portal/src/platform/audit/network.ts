import { isIPv4, isIPv6 } from 'node:net';

/**
 * The network that an address belongs to: /24 of IPv4, /48 of IPv6. Enough to see where an act came from, too little
 * to name a household. Null for what is no address.
 */
export function networkOf(address: string): string | null {
  const plain = plainAddress(address);
  if (isIPv4(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0/24`;
  if (!isIPv6(plain)) return null;
  return `${beginningOf(plain, 3)}/48`;
}

/**
 * An address as far as it tells clients apart: of IPv6 its /64, within which whoever has one takes any address they
 * like. What is no address stays as it is.
 */
export function distinctAddress(address: string): string {
  const plain = plainAddress(address);
  return isIPv6(plain) ? beginningOf(plain, 4) : plain;
}

/** Without the IPv6 form of an IPv4 address, and without a zone. */
function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
}

/** An IPv6 address of which only the first groups are left. */
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
