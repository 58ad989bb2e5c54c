import ipaddr from 'ipaddr.js';
import { describe, expect, it } from 'vitest';
import { isPublicAddress } from './public-address.ts';
import { embeddingRanges, globalUnicast, type SpecialRange, specialRanges } from './special-addresses.ts';

type Family = 'ipv4' | 'ipv6';

/** First and last address of a range, as numbers. */
function bounds({ cidr }: SpecialRange): { family: Family; first: bigint; last: bigint } {
  const [address, prefix] = ipaddr.parseCIDR(cidr);
  const bytes = address.toByteArray();
  const first = bytes.reduce((number, byte) => number * 256n + BigInt(byte), 0n);
  const size = 1n << BigInt(bytes.length * 8 - prefix);
  return { family: bytes.length === 4 ? 'ipv4' : 'ipv6', first, last: first + size - 1n };
}

function written(family: Family, number: bigint): string {
  const length = family === 'ipv4' ? 4 : 16;
  const hex = number.toString(16).padStart(length * 2, '0');
  return ipaddr.fromByteArray([...Buffer.from(hex, 'hex')]).toString();
}

const every = [...specialRanges, ...embeddingRanges].map((range) => ({ ...bounds(range), range }));
const unicast = bounds(globalUnicast);
const inRange = (family: Family, number: bigint) =>
  every.some((each) => each.family === family && each.first <= number && number <= each.last);
const exists = (family: Family, number: bigint) =>
  number >= 0n && number < 1n << (family === 'ipv4' ? 32n : 128n);

describe.each(specialRanges)('$cidr, $name', (range) => {
  const { family, first, last } = bounds(range);

  it('is refused from its first address to its last', () => {
    for (const number of [first, (first + last) / 2n, last])
      expect([written(family, number), isPublicAddress(written(family, number))]).toEqual([
        written(family, number),
        false,
      ]);
  });

  it('refuses no neighbour that is in no range of its own', () => {
    for (const number of [first - 1n, last + 1n].filter((each) => exists(family, each))) {
      const ordinary = family === 'ipv4' || (unicast.first <= number && number <= unicast.last);
      if (inRange(family, number)) continue;
      expect([written(family, number), isPublicAddress(written(family, number))]).toEqual([
        written(family, number),
        ordinary,
      ]);
    }
  });
});

describe.each(embeddingRanges)('$cidr, $name', (range) => {
  const { first } = bounds(range);
  const standingFor = (ipv4: string) => {
    const number = ipaddr.IPv4.parse(ipv4)
      .toByteArray()
      .reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
    return written('ipv6', first + (number << BigInt((12 - range.offset) * 8)));
  };

  it('is judged by the IPv4 address it stands for, in every range', () => {
    const wrong: string[] = [];
    for (const each of every.filter(({ family }) => family === 'ipv4')) {
      for (const number of [each.first, each.last]) {
        const address = standingFor(written('ipv4', number));
        if (isPublicAddress(address)) wrong.push(address);
      }
    }
    expect(wrong).toEqual([]);
    expect(isPublicAddress(standingFor('8.8.8.8'))).toBe(true);
  });

  it('ends where it ends', () => {
    const { last } = bounds(range);
    for (const number of [first - 1n, last + 1n]) {
      const ordinary = unicast.first <= number && number <= unicast.last && !inRange('ipv6', number);
      expect(isPublicAddress(written('ipv6', number))).toBe(ordinary);
    }
  });
});

it.each([
  '93.184.216.34',
  '8.8.8.8',
  '2606:4700:4700::1111',
  '2001:200:dff:fff1::1',
  '2a00:1450:4001::1',
  '64:ff9b::8.8.8.8',
  '2002:808:808::1',
  '::ffff:8.8.8.8',
])('%s is of the public Internet', (address) => expect(isPublicAddress(address)).toBe(true));

it.each([
  ['::127.0.0.1', 'IPv4 in the IPv6 of old'],
  ['::7f00:1', 'IPv4 in the IPv6 of old'],
  ['::ffff:127.0.0.1', 'IPv4 in IPv6'],
  ['::ffff:0:127.0.0.1', 'IPv4 translated, of RFC 2765'],
  ['64:ff9b::169.254.169.254', 'a cloud’s metadata by NAT64'],
  ['64:ff9b:1:a9fe:a9:fe00::', 'a cloud’s metadata by a local NAT64'],
  ['2002:a9fe:a9fe::1', 'a cloud’s metadata by 6to4'],
  ['2001:0:4136:e378:8000:63bf:3fff:fdd2', 'Teredo'],
  ['169.254.169.254', 'a cloud’s metadata'],
  ['100.100.100.200', 'a cloud’s metadata'],
  ['192.0.0.192', 'a cloud’s metadata'],
  ['fd00:ec2::254', 'a cloud’s metadata'],
  ['fe80::1%eth0', 'the link'],
  ['2606:4700:4700::1111%eth0', 'the link, by its zone'],
  ['4000::1', 'given out to nobody'],
  ['example.org', 'no address'],
  ['0177.0.0.1', 'no address as a resolver writes it'],
  ['', 'no address'],
])('%s is not: %s', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});
