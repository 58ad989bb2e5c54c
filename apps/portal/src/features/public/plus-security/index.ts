import { sheetLimits } from '@kakehashi/spreadsheets';
import { defineFeature } from '../../../platform/feature.ts';
import { aboveList, advicePages, adviceSources, registerRoutePreview } from './advice-routes.tsx';
import { adviceSiteMap } from './advice-site-map.ts';
import { programmes } from './collection.ts';
import { demonstrationNotice, giveSampleProgrammes } from './demonstration.ts';
import { deskPages } from './desk-routes.tsx';
import { programmeFiles } from './files.ts';
import { findableAdvice } from './findable.ts';
import { findableGapMap } from './gap-map/findable.ts';
import { GapMap } from './gap-map/gap-map.ts';
import { demandReleaseKind } from './gap-map/kinds/demand-release.ts';
import { gapMapOpenApi } from './gap-map/open-api.ts';
import { gapMapApi, gapMapFiles, gapMapPages } from './gap-map/routes.tsx';
import { roleRequirementsKind, skillWordingKind } from './kinds/framework-edits.ts';
import { learningRouteKind } from './kinds/learning-route.ts';
import { programmeKind } from './kinds/programme.ts';
import { plusSecurityNavigation, plusSecuritySiteMap } from './navigation.ts';
import { plusSecurityPaths } from './paths.ts';
import { programmePages, registerPreview } from './routes.tsx';

export type { DemandAnswer } from './gap-map/demand/answer.ts';
export { domains as demandDomains } from './gap-map/demand/dimensions.ts';
export { monthsBefore, releasesBefore } from './gap-map/demand/releases.ts';
export { demandReleaseKind } from './gap-map/kinds/demand-release.ts';

/** Plus-Security: programmes for people who are no security specialists, with their runs. */
export const plusSecurityFeature = defineFeature({
  name: 'plus-security',
  position: 45,
  kinds: [programmeKind, learningRouteKind, skillWordingKind, roleRequirementsKind, demandReleaseKind],
  collections: [programmes],
  demonstration: { notice: demonstrationNotice, prepare: giveSampleProgrammes },
  findable: [...findableAdvice, ...findableGapMap],
  create(platform) {
    registerPreview(platform);
    const gapMap = new GapMap(platform);
    const advice = adviceSources(platform);
    registerRoutePreview(platform, advice);
    return {
      services: undefined,
      routes: {
        navigation: plusSecurityNavigation,
        linkTargets: { designatedProgrammes: plusSecurityPaths.designated },
        siteMap: () => [...plusSecuritySiteMap, ...adviceSiteMap],
        files(routes) {
          programmeFiles(routes, platform);
          gapMapFiles(routes, platform, gapMap);
        },
        api: (routes) => gapMapApi(routes, gapMap),
        openApi: gapMapOpenApi,
        aboveResults: { [programmes.name]: (query, ctx) => aboveList(query, ctx, advice) },
        pages(routes) {
          programmePages(routes, platform);
          deskPages(routes, platform);
          advicePages(routes, advice, platform);
          gapMapPages(routes, platform, gapMap);
        },
        largeForms: [{ path: plusSecurityPaths.deskFile, largest: sheetLimits.fileBytes + 64 * 1024 }],
        menu: [
          {
            path: plusSecurityPaths.desk,
            label: { ja: '講座の日程', en: 'Runs of programmes' },
            permission: 'entry.amend',
          },
        ],
      },
    };
  },
});
