import { expect, it } from 'vitest';
import { openTestPortal } from '../../../../test/test-portal.ts';

it('pages that are worked out from their address are given so many times a minute to a client', async () => {
  const portal = await openTestPortal({ content: false, env: { KAKEHASHI_RATE_LIMIT: '3' } });
  for (const path of ['/search', '/kept', '/programmes/compare', '/gap-map']) {
    const statuses: number[] = [];
    for (let count = 0; count < 4; count++) statuses.push((await portal.get(`${path}?q=${count}`)).status);
    expect([path, ...statuses]).toEqual([path, 200, 200, 200, 429]);
  }
  for (const path of ['/calendar', '/compare']) expect((await portal.get(path)).status).toBe(429);
  await portal.stop();
});
