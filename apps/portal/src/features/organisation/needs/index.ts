import { handleSchedule } from '../../../platform/jobs/job-type.ts';
import { defineOrganisationFeature } from '../../../platform/organisation-feature.ts';
import { plusSecurityFeature } from '../../public/plus-security/index.ts';
import './permissions.ts';
import { releaseNeeds } from './releasing.ts';
import { needPages } from './routes.tsx';

/** What organisations' people are to learn: posted in their rooms, made public in releases of the gap map. */
export const needsFeature = defineOrganisationFeature({
  name: 'needs',
  position: 16,
  dependencies: { plusSecurity: plusSecurityFeature },
  create: (platform) => ({
    services: undefined,
    routes: {
      pages: (routes) => needPages(routes, platform),
      roomMenu: [
        { path: '/needs', label: { ja: '学びの需要', en: 'Learning needs' }, permission: 'need.view' },
      ],
      jobs: [
        // In the morning after the month's end; nothing of the month is changed by then.
        handleSchedule('needs.release', '0 5 1 * *', async () => {
          await releaseNeeds(platform, platform.now());
        }),
      ],
    },
  }),
});
