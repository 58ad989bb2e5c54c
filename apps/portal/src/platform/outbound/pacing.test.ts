import { expect, it } from 'vitest';
import { HostPacing } from './pacing.ts';

it('calls to one host are a pause apart; another host does not wait', () => {
  let now = 0;
  const pacing = new HostPacing(1_000, () => now);
  expect([pacing.take('a'), pacing.take('a'), pacing.take('a'), pacing.take('b')]).toEqual([
    0, 1_000, 2_000, 0,
  ]);
  now = 2_500;
  expect(pacing.take('a')).toBe(500);
  now = 10_000;
  expect(pacing.take('a')).toBe(0);
});

it('waiting for a turn ends when the time is up', async () => {
  const pacing = new HostPacing(60_000);
  pacing.take('a');
  await expect(pacing.turn('a', AbortSignal.timeout(1))).rejects.toThrow();
});
