import type { Feature } from '../../platform/feature.ts';
import { entryPages } from './entry-routes.tsx';
import { deskMenu } from './menu.ts';
import { entryForms } from './presenting.ts';
import { reviewPages } from './review-routes.tsx';

/** The publishing desk: providers enter, reviewers approve, owners renew; everything is kept. */
export const deskFeature: Feature = {
  name: 'desk',
  register(platform) {
    const forms = entryForms(platform.kinds);
    return {
      pages(routes) {
        entryPages(routes, platform, forms);
        reviewPages(routes, platform, forms);
      },
      menu: deskMenu,
    };
  },
};
