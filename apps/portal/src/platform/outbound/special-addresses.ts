/** An address range that outbound calls never use. */
export interface SpecialRange {
  cidr: string;
  /** Name in the registry. */
  name: string;
  /** Defining document. */
  source: string;
}

/**
 * Every range that is not ordinary public address space: the rows of IANA's special-purpose registries (read
 * in November 2026, omitting rows within another where both are refused), multicast, and withdrawn forms that
 * hosts still support.
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry
 * @see https://www.iana.org/assignments/iana-ipv6-special-registry
 */
export const specialRanges: readonly SpecialRange[] = [
  { cidr: '0.0.0.0/8', name: 'This network', source: 'RFC 791' },
  { cidr: '10.0.0.0/8', name: 'Private-Use', source: 'RFC 1918' },
  { cidr: '100.64.0.0/10', name: 'Shared Address Space', source: 'RFC 6598' },
  { cidr: '127.0.0.0/8', name: 'Loopback', source: 'RFC 1122' },
  { cidr: '168.63.129.16/32', name: 'Host services of one cloud', source: 'Azure, not in a registry' },
  { cidr: '169.254.0.0/16', name: 'Link Local', source: 'RFC 3927' },
  { cidr: '172.16.0.0/12', name: 'Private-Use', source: 'RFC 1918' },
  { cidr: '192.0.0.0/24', name: 'IETF Protocol Assignments', source: 'RFC 6890' },
  { cidr: '192.0.2.0/24', name: 'Documentation (TEST-NET-1)', source: 'RFC 5737' },
  { cidr: '192.31.196.0/24', name: 'AS112-v4', source: 'RFC 7535' },
  { cidr: '192.52.193.0/24', name: 'AMT', source: 'RFC 7450' },
  { cidr: '192.88.99.0/24', name: 'Deprecated (6to4 Relay Anycast)', source: 'RFC 7526' },
  { cidr: '192.168.0.0/16', name: 'Private-Use', source: 'RFC 1918' },
  { cidr: '192.175.48.0/24', name: 'Direct Delegation AS112 Service', source: 'RFC 7534' },
  { cidr: '198.18.0.0/15', name: 'Benchmarking', source: 'RFC 2544' },
  { cidr: '198.51.100.0/24', name: 'Documentation (TEST-NET-2)', source: 'RFC 5737' },
  { cidr: '203.0.113.0/24', name: 'Documentation (TEST-NET-3)', source: 'RFC 5737' },
  { cidr: '224.0.0.0/4', name: 'Multicast', source: 'RFC 5771' },
  { cidr: '240.0.0.0/4', name: 'Reserved, with Limited Broadcast', source: 'RFC 1112, RFC 8190' },
  { cidr: '::/96', name: 'Unspecified, Loopback, IPv4-compatible', source: 'RFC 4291' },
  { cidr: '64:ff9b:1::/48', name: 'IPv4-IPv6 Translation, local use', source: 'RFC 8215' },
  { cidr: '100::/64', name: 'Discard-Only Address Block', source: 'RFC 6666' },
  { cidr: '100:0:0:1::/64', name: 'Dummy IPv6 Prefix', source: 'RFC 9780' },
  { cidr: '2001::/23', name: 'IETF Protocol Assignments, with Teredo', source: 'RFC 2928, RFC 4380' },
  { cidr: '2001:db8::/32', name: 'Documentation', source: 'RFC 3849' },
  { cidr: '2620:4f:8000::/48', name: 'Direct Delegation AS112 Service', source: 'RFC 7534' },
  { cidr: '3fff::/20', name: 'Documentation', source: 'RFC 9637' },
  { cidr: '5f00::/16', name: 'Segment Routing (SRv6) SIDs', source: 'RFC 9602' },
  { cidr: 'fc00::/7', name: 'Unique-Local', source: 'RFC 4193' },
  { cidr: 'fe80::/10', name: 'Link-Local Unicast', source: 'RFC 4291' },
  { cidr: 'fec0::/10', name: 'Deprecated (Site-Local)', source: 'RFC 3879' },
  { cidr: 'ff00::/8', name: 'Multicast', source: 'RFC 4291' },
];

/** IPv6 ranges that embed an IPv4 address, by which they are judged. */
export const embeddingRanges: readonly (SpecialRange & {
  /** Bytes before the IPv4 address. */
  offset: number;
})[] = [
  { cidr: '::ffff:0:0/96', name: 'IPv4-mapped Address', source: 'RFC 4291', offset: 12 },
  { cidr: '64:ff9b::/96', name: 'IPv4-IPv6 Translation', source: 'RFC 6052', offset: 12 },
  { cidr: '2002::/16', name: '6to4', source: 'RFC 3056', offset: 2 },
];

/** The only allocated global unicast range of IPv6. */
export const globalUnicast: SpecialRange = {
  cidr: '2000::/3',
  name: 'Global Unicast',
  source: 'RFC 4291',
};
