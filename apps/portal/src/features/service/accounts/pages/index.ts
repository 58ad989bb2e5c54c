/** What pages of other capabilities take of these; it reaches no query (`pages-fetch-nothing`). */
export { accountPaths } from '../account-paths.ts';
