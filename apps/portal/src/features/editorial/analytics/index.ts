import type { Context } from 'hono';
import { defineFeature } from '../../../platform/feature.ts';
import { handleSchedule } from '../../../platform/jobs/job-type.ts';
import { clientAddress } from '../../../platform/web/client-address.ts';
import type { PortalEnvironment } from '../../../platform/web/request-variables.ts';
import type { Opinion } from './counting/counter.ts';
import { Counting } from './counting/counting.ts';
import { keepLess } from './counting/keeping.ts';
import { figurePaths } from './paths.ts';
import { figurePages } from './routes.tsx';
import './permissions.ts';

export { redirectUses, viewsOf } from './figures.ts';
export { figureCount } from './schema.ts';

/** Takes in whether pages were useful. */
export interface Opinions {
  /** Counts an opinion of a page, once for a visitor and day. */
  count(c: Context<PortalEnvironment>, opinion: Pick<Opinion, 'page' | 'isUseful' | 'reason'>): void;
}

/** Analytics without cookies or personal data: page views, searches and editorial work. */
export const analyticsFeature = defineFeature({
  name: 'analytics',
  position: 80,
  create(platform) {
    const { config, connection, log, now } = platform;
    const counting = new Counting({ db: connection.db, log, baseUrl: config.baseUrl, now });
    return {
      services: {
        count(c, opinion) {
          // Signed-in users work on the site; their opinion of it is known otherwise.
          if (c.get('user')) return;
          counting.countOpinion({
            ...opinion,
            header: (name) => c.req.header(name),
            address: () => clientAddress(c, config.trustProxy),
          });
        },
      } satisfies Opinions as Opinions,
      routes: {
        pages: (routes) => figurePages(routes, platform),
        menu: [
          {
            path: figurePaths.dashboard,
            label: { ja: '利用状況', en: 'Figures' },
            permission: 'figures.view',
          },
        ],
        jobs: [handleSchedule('figures.keep-less', '40 3 * * *', () => keepLess(connection.db, now()))],
        onShown({ c, ctx, route }) {
          // Signed-in users work on the site and are not counted as its audience.
          if (ctx.user) return;
          counting.count({
            // A path may hold a secret such as a link's token; a route id does not.
            page: /:(?!id$)/.test(route) ? route : ctx.path,
            header: (name) => c.req.header(name),
            address: () => clientAddress(c, config.trustProxy),
            searched: c.get('searched'),
          });
        },
        onRedirected(c, from) {
          if (!c.get('user')) counting.countRedirect(from, (name) => c.req.header(name));
        },
        start: () => counting.start(),
        stop: () => counting.stop(),
      },
    };
  },
});
