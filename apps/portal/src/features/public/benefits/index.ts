import { defineFeature } from '../../../platform/feature.ts';
import { calculatorPath } from './calculator-path.ts';
import { findableBenefits } from './findable.ts';
import { benefitNavigation, benefitSiteMap } from './navigation.ts';
import { benefitPages } from './routes.tsx';

/** 教育訓練給付: what it pays, when and by which article, and what a course could be designated as. */
export const benefitsFeature = defineFeature({
  name: 'benefits',
  position: 20,
  findable: findableBenefits,
  create: () => ({
    services: undefined,
    routes: {
      pages: benefitPages,
      navigation: benefitNavigation,
      linkTargets: { benefitCase: calculatorPath },
      siteMap: () => benefitSiteMap,
    },
  }),
});
