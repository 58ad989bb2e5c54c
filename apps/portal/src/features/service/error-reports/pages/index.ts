/** Exports for pages of other capabilities; imports no queries (rule `pages-fetch-nothing`). */
export { reportText } from '../messages.ts';
