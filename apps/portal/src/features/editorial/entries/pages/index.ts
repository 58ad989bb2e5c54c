/** What pages of other capabilities take of these; it reaches no query (`pages-fetch-nothing`). */
export { deskPaths } from '../paths.ts';
export { CallFact } from './call-fact.tsx';
export { Evidence } from './evidence.tsx';
