import { defineFeature } from '../../../platform/feature.ts';
import { handleSchedule } from '../../../platform/jobs/job-type.ts';
import { linkGuard } from './gate.ts';
import { linkPages, linkPaths } from './routes.tsx';
import { checkPublished, checkWaiting } from './service.ts';

export {
  blockingLinks,
  type CallDependencies,
  callBeforeApproval,
  callBeforePublishing,
  overrideLinks,
} from './gate.ts';
export { holdBack } from './holding.ts';
export type { CheckedLink } from './model.ts';
export { checkedLinks } from './service.ts';

/** Time limit in seconds of a run over all published links; requests to one host are spaced by a pause. */
const timeLimitSeconds = 3 * 60 * 60;

/** Checks links of published records and of entries awaiting review. */
export const linksFeature = defineFeature({
  name: 'links',
  position: 90,
  create(platform) {
    const { config, now, publishing } = platform;
    publishing.guard(linkGuard(platform));
    return {
      services: undefined,
      routes: {
        pages: (routes) => linkPages(routes, platform),
        menu: [
          {
            path: linkPaths.dead,
            label: { ja: '開けないリンク', en: 'Dead links' },
            permission: 'review.view',
          },
        ],
        jobs: config.linkChecks
          ? [
              handleSchedule(
                'links.published',
                '10 2 * * *',
                (run) => checkPublished(platform, now, run.signal),
                {
                  timeLimit: timeLimitSeconds,
                  retries: 0,
                },
              ),
              handleSchedule('links.waiting', '* * * * *', (run) => checkWaiting(platform, now, run.signal), {
                retries: 0,
              }),
            ]
          : [],
      },
    };
  },
});
