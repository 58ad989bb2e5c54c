import { defineFeature } from '../../../platform/feature.ts';
import { programmes } from './collection.ts';
import { programmeKind } from './kinds/programme.ts';
import { plusSecurityNavigation } from './navigation.ts';
import { programmePages, registerPreview } from './routes.tsx';

export { programmes } from './collection.ts';
export { type DesignatedKind, designatedKinds, reachedSkills } from './derived-programme.ts';
export { programmeKind } from './kinds/programme.ts';
export type { Programme } from './kinds/programme-schema.ts';
export type { Run } from './kinds/run.ts';
export { plusSecurityPaths } from './paths.ts';
export { bookableRuns, closingOf, currentRuns, endOf, startOf } from './runs/run-times.ts';
export { kakehashi, type ReachedSkill } from './skills.ts';

/** Plus-Security: programmes for people who are no security specialists, with their runs. */
export const plusSecurityFeature = defineFeature({
  name: 'plus-security',
  position: 15,
  kinds: [programmeKind],
  collections: [programmes],
  create(platform) {
    registerPreview(platform);
    return {
      services: undefined,
      routes: {
        navigation: plusSecurityNavigation,
        pages: (routes) => programmePages(routes, platform),
      },
    };
  },
});
