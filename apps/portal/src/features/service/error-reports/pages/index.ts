/** What pages of other capabilities take of these; it reaches no query (`pages-fetch-nothing`). */
export { reportText } from '../messages.ts';
