import { expect, it } from 'vitest';
import { isPublicAddress } from './public-address.ts';

it.each(['93.184.216.34', '8.8.8.8', '2606:4700:4700::1111', '2001:200:dff:fff1::1'])(
  '%s is of the public Internet',
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

it.each([
  ['127.0.0.1', 'this machine'],
  ['127.9.9.9', 'this machine'],
  ['0.0.0.0', 'any address of this machine'],
  ['10.1.2.3', 'a private network'],
  ['172.16.0.1', 'a private network'],
  ['172.31.255.255', 'a private network'],
  ['192.168.1.1', 'a private network'],
  ['100.64.0.1', 'a carrier’s network'],
  ['100.100.100.200', 'a cloud’s metadata'],
  ['169.254.169.254', 'a cloud’s metadata'],
  ['168.63.129.16', 'a cloud’s host services'],
  ['192.0.2.1', 'documentation'],
  ['198.18.0.1', 'benchmarks'],
  ['224.0.0.1', 'a group'],
  ['240.0.0.1', 'reserved'],
  ['255.255.255.255', 'everybody on the link'],
  ['::', 'any address of this machine'],
  ['::1', 'this machine'],
  ['fe80::1', 'the link'],
  ['fe80::1%eth0', 'the link'],
  ['fc00::1', 'a private network'],
  ['fd00:ec2::254', 'a cloud’s metadata'],
  ['ff02::1', 'a group'],
  ['::ffff:127.0.0.1', 'IPv4 in IPv6'],
  ['::ffff:7f00:1', 'IPv4 in IPv6'],
  ['::ffff:8.8.8.8', 'IPv4 in IPv6'],
  ['64:ff9b::a00:1', 'NAT64'],
  ['2002:7f00:1::', '6to4'],
  ['2001:0:4136:e378:8000:63bf:3fff:fdd2', 'Teredo'],
  ['2001:db8::1', 'documentation'],
  ['example.org', 'no address'],
  ['', 'no address'],
])('%s is not: %s', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});
