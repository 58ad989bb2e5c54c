/** Where the benefit pages are, without language prefix. */
export const benefitPaths = {
  landing: '/benefits',
  calculator: '/benefits/calculator',
  designation: '/benefits/designation',
} as const;
