import type { Feature } from '../../platform/feature.ts';
import { SiteSearch } from '../../platform/search/site-search.ts';
import { sendProblem } from '../../platform/web/problem-json.ts';
import { rateLimit } from '../../platform/web/rate-limit.ts';
import { catalogueApi } from './api.ts';
import { createCatalogue } from './catalogue.ts';
import { catalogueFiles } from './files.ts';
import { deskKind } from './kinds/desk.ts';
import { finderKind } from './kinds/finder.ts';
import { initiativeKind } from './kinds/initiative.ts';
import { noticeKind } from './kinds/notice.ts';
import { sitePageKind } from './kinds/site-page.ts';
import { specialFeatureKind } from './kinds/special-feature.ts';
import { facetNames } from './query.ts';
import { cataloguePages } from './routes.tsx';

export { outcomePages } from './outcome-pages.tsx';

/** The catalogue: initiatives, three-axis search, special features, consultation desks. */
export const catalogueFeature: Feature = {
  name: 'catalogue',
  kinds: [initiativeKind, specialFeatureKind, noticeKind, deskKind, finderKind, sitePageKind],
  register(platform) {
    const { config, kinds, metrics, model } = platform;
    const search = new SiteSearch(kinds, facetNames);
    model.observe(search);
    const catalogue = createCatalogue(model, search, platform.vocabulary, kinds);
    return {
      pages: (routes) => cataloguePages(routes, catalogue, platform),
      api(routes) {
        const limit = { perMinute: config.rateLimit, trustProxy: config.trustProxy, metrics };
        routes.use(rateLimit(limit, (c) => sendProblem(c, 429, [tooManyCalls])));
        catalogueApi(routes, catalogue, platform);
      },
      files: (routes) => catalogueFiles(routes, catalogue, platform),
    };
  },
};

const tooManyCalls = {
  code: 'too-many-calls',
  message: {
    ja: '呼び出しが多すぎます。Retry-After の秒数だけ待ってください。',
    en: 'Too many calls; wait for the seconds given in Retry-After.',
  },
};
