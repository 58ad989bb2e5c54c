import { expect, it } from 'vitest';
import { distinctAddress, networkOf } from './network.ts';

it.each([
  ['192.0.2.77', '192.0.2.0/24'],
  ['::ffff:192.0.2.77', '192.0.2.0/24'],
  ['2001:db8:12:34:56:78:9a:bc', '2001:db8:12::/48'],
  ['2001:db8::1', '2001:db8::/48'],
  ['fe80::1%eth0', 'fe80::/48'],
  ['::1', '::/48'],
])('%s is kept as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

it('what is no address is not kept', () => {
  expect(networkOf('unknown')).toBeNull();
});

it.each([
  ['192.0.2.77', '192.0.2.77'],
  ['::ffff:192.0.2.77', '192.0.2.77'],
  ['2001:db8:12:34:56:78:9a:bc', '2001:db8:12:34::'],
  ['2001:db8:12:34::1', '2001:db8:12:34::'],
  ['::1', '::'],
  ['unknown', 'unknown'],
])('%s is counted as %s', (address, counted) => {
  expect(distinctAddress(address)).toBe(counted);
  expect(networkOf(counted)).toBe(networkOf(address));
});
