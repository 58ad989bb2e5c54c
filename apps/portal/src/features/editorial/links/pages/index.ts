/** What pages of other capabilities take of these; it reaches no query (`pages-fetch-nothing`). */
export { DespiteField } from './despite-field.tsx';
export { LinkPanel } from './link-panel.tsx';
