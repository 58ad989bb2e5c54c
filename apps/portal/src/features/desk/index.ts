import type { Feature } from '../../platform/feature.ts';
import { handleSchedule } from '../../platform/jobs/job-type.ts';
import { auditPages } from './audit-routes.tsx';
import { entryPages } from './entry-routes.tsx';
import { historyPages } from './history-routes.tsx';
import { deskMenu } from './menu.ts';
import { entryForms } from './presenting.ts';
import { Renewal } from './renewal.ts';
import { renewalPages } from './renewal-routes.tsx';
import { reviewPages } from './review-routes.tsx';

/** The publishing desk: providers enter, reviewers approve, owners renew; everything is kept. */
export const deskFeature: Feature = {
  name: 'desk',
  register(platform) {
    const forms = entryForms(platform.kinds);
    const renewal = new Renewal(platform, forms);
    return {
      pages(routes) {
        entryPages(routes, platform, forms);
        historyPages(routes, platform, forms);
        reviewPages(routes, platform, forms);
        renewalPages(routes, renewal, platform);
        auditPages(routes, platform);
      },
      menu: deskMenu,
      jobs: [
        handleSchedule('desk.remind', '0 8 * * *', async () => {
          const count = await renewal.remind(platform.now());
          platform.log.info({ count }, 'entries near their date');
        }),
      ],
    };
  },
};
