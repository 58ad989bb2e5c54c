import { defineFeature } from '../../../platform/feature.ts';
import { handleJob } from '../../../platform/jobs/job-type.ts';
import { pictureLimits } from '../../../platform/pictures/limits.ts';
import { catalogueFeature } from '../../public/catalogue/index.ts';
import { editorPages } from './editor-routes.tsx';
import { createEditing } from './found-document.ts';
import { historyPages } from './history-routes.tsx';
import { overviewPages } from './overview-routes.tsx';
import { editingPaths } from './paths.ts';
import { publicationPages } from './publication-routes.tsx';
import { readingsPages } from './readings/routes.tsx';
import { typesetAnew, typesetAnewAfter, typesetAnewJob } from './readings/typeset-anew.ts';
import { largestList, redirectListPages } from './redirect-list/routes.tsx';
import { rehearsalPages } from './rehearsal-routes.tsx';
import { searchCheckPages } from './search-check-routes.tsx';
import './permissions.ts';

/** Site editor for the body's content: special features, notices, pages, vocabulary, synonyms, redirects. */
export const siteEditorFeature = defineFeature({
  name: 'site-editor',
  position: 50,
  dependencies: { catalogue: catalogueFeature },
  create(platform, { catalogue }) {
    platform.publishing.observe(typesetAnewAfter(platform));
    return {
      services: undefined,
      routes: {
        pages(routes) {
          const editing = createEditing(platform, routes, catalogue);
          overviewPages(routes, editing);
          editorPages(routes, editing);
          publicationPages(routes, editing);
          historyPages(routes, editing);
          rehearsalPages(routes, editing);
          searchCheckPages(routes, editing);
          redirectListPages(routes, editing);
          readingsPages(routes, editing);
        },
        jobs: [
          handleJob(typesetAnewJob, async (_, run) => {
            const count = await typesetAnew(platform, run);
            platform.log.info({ count }, 'typeset anew after a change of readings');
          }),
        ],
        largeForms: [
          { path: editingPaths.redirectList(':id'), largest: largestList },
          {
            path: editingPaths.edit(':id'),
            largest: 1024 * 1024,
            largestWithFile: pictureLimits.bytes + 1024 * 1024,
          },
        ],
        menu: [
          {
            path: editingPaths.overview,
            label: { ja: '編集', en: 'Editing' },
            permission: 'editing.view',
          },
        ],
      },
    };
  },
});
