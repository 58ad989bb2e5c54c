/** What pages of other capabilities take of these; it reaches no query (`pages-fetch-nothing`). */
export { entryPaths } from '../paths.ts';
export { CallFact } from './call-fact.tsx';
export { Evidence } from './evidence.tsx';
