/** Path of the security contact page, without language prefix. */
export const securityPath = '/security';
