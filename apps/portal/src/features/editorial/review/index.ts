import { entryForms } from '../../../platform/editing/form/entry-form.ts';
import { type CreatedFeature, defineFeature } from '../../../platform/feature.ts';
import { handleJob, handleSchedule } from '../../../platform/jobs/job-type.ts';
import { entriesFeature } from '../entries/index.ts';
import { holdBack } from '../links/index.ts';
import { batchDigestJob, notifyOfBatch } from './batch-digest.ts';
import { reviewMenu } from './navigation.ts';
import { reviewPaths } from './paths.ts';
import './permissions.ts';
import { queuePages } from './queue-routes.tsx';
import { reviewPages } from './review-routes.tsx';
import { notifyReturned } from './reviewer-mails.ts';
import { reviewerOf } from './reviewers.ts';

/** Review: independent staff read and decide on sent entries. */
export const reviewFeature = defineFeature({
  name: 'review',
  position: 35,
  dependencies: { entries: entriesFeature },
  create(platform, { entries }): CreatedFeature<undefined> {
    const forms = entryForms(platform.kinds);
    entries.onReturned(async (tx, returned, now) => {
      const reviewer = await reviewerOf(tx, returned.id);
      if (reviewer) await notifyReturned(tx, platform, returned, reviewer.id, now);
    });
    const pathOf = (kind: string, id: string) =>
      forms.has(kind) ? reviewPaths.entry(id) : reviewPaths.editing;
    return {
      services: undefined,
      routes: {
        pages(routes) {
          queuePages(routes, platform, forms);
          reviewPages(routes, platform, forms);
        },
        menu: reviewMenu,
        // Room for the ids of a full batch.
        largeForms: [reviewPaths.batch, reviewPaths.decideBatch].map((path) => ({
          path,
          largest: 512 * 1024,
        })),
        jobs: [
          handleJob(batchDigestJob, (batch) => notifyOfBatch(platform, forms, batch)),
          handleSchedule('desk.hold', '* * * * *', async () => {
            const count = await holdBack(platform, pathOf, platform.now());
            if (count > 0) platform.log.info({ count }, 'due, but links do not open');
          }),
        ],
      },
    };
  },
});
