import { defineFeature } from '../../../platform/feature.ts';
import { handleSchedule } from '../../../platform/jobs/job-type.ts';
import { reportPaths } from './paths.ts';
import { reportPages } from './routes.tsx';
import { forgetAddresses } from './service.ts';

export { reportsOn } from './service.ts';

/** Visitors report errors in records. */
export const errorReportsFeature = defineFeature({
  name: 'error-reports',
  position: 100,
  create(platform) {
    return {
      services: undefined,
      routes: {
        pages: (routes) => reportPages(routes, platform),
        menu: [
          { path: reportPaths.list, label: { ja: '誤りの知らせ', en: 'Reports' }, permission: 'review.view' },
        ],
        jobs: [
          handleSchedule('reports.forget-addresses', '50 4 * * *', () =>
            forgetAddresses(platform, platform.now()),
          ),
        ],
      },
    };
  },
});
