import { networkOf } from '../../../platform/audit/network.ts';
import { dayInTokyo } from '../../../platform/i18n/dates.ts';
import type { Platform } from '../../../platform/platform.ts';
import { clientAddress } from '../../../platform/web/client-address.ts';
import type { PageRoutes } from '../../../platform/web/page-routes.ts';
import { RenewalPage } from './pages/renewal.tsx';
import { entryPaths } from './paths.ts';
import type { Renewal } from './renewal.ts';

/** Confirmation by a reminder's link. Opening it changes nothing, because mail clients open links. */
export function renewalPages(
  routes: PageRoutes,
  renewal: Renewal,
  { config, kinds, model, now }: Platform,
): void {
  routes.get(entryPaths.renew(':token'), async (c, ctx) => {
    const opened = await renewal.open(c.req.param('token') ?? '', now());
    if (!opened.ok) return { page: <RenewalPage ctx={ctx} view={{ stage: 'over' }} />, status: 410 };
    const { title, entry } = opened.value;
    const until = dayInTokyo(entry.sent?.publication.expiresAt ?? now());
    const page = model.get(entry.id) && kinds.get(entry.kind).pagePath?.(entry.id);
    return <RenewalPage ctx={ctx} view={{ stage: 'asked', title, until, page }} />;
  });
  routes.post(entryPaths.renew(':token'), async (c, ctx) => {
    const network = networkOf(clientAddress(c, config.trustProxy));
    const confirmed = await renewal.confirm(c.req.param('token') ?? '', network, now());
    if (!confirmed.ok) return { page: <RenewalPage ctx={ctx} view={{ stage: 'over' }} />, status: 410 };
    return <RenewalPage ctx={ctx} view={{ stage: 'done', until: confirmed.value }} />;
  });
}
