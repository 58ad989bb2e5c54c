import { createSavedSearches } from '../../../platform/collections/saved-search.ts';
import { defineFeature } from '../../../platform/feature.ts';
import { handleJob, handleSchedule } from '../../../platform/jobs/job-type.ts';
import { alertPaths } from './paths.ts';
import { alertPages } from './routes.tsx';
import { Alerts, sendNews } from './service.ts';

/** Mail alerts: new results of a saved search, by double opt-in. */
export const alertsFeature = defineFeature({
  name: 'alerts',
  position: 110,
  create(platform) {
    const { connection, mail, jobs, identity, config, now } = platform;
    const saved = createSavedSearches(platform.collections, config.baseUrl);
    const alerts = new Alerts({
      db: connection.db,
      mail,
      jobs,
      saved,
      secret: identity.secret,
      baseUrl: config.baseUrl,
    });
    return {
      services: undefined,
      routes: {
        pages: (routes) => alertPages(routes, alerts, saved, platform),
        // The link's token authenticates the request; mail clients post to it on behalf of users (RFC 8058).
        crossSitePosts: [alertPaths.leave, `/en${alertPaths.leave}`],
        jobs: [
          handleJob(sendNews, ({ id, day }) => alerts.sendNews(id, day, now())),
          handleSchedule('alerts.daily', '0 7 * * *', () => alerts.sendDue(now())),
          handleSchedule('alerts.forget-unconfirmed', '30 4 * * *', () => alerts.forgetUnconfirmed(now())),
        ],
      },
    };
  },
});
