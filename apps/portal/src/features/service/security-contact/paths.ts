/** Where weaknesses are reported, without language prefix. */
export const securityPath = '/security';
