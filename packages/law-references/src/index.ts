export { findReferences } from './references/find-references.ts';
export type { Provision, ProvisionPart, Reference, TextPlace } from './references/reference.ts';
export { type Statute, statuteById, statuteByName } from './statutes/statutes.ts';
export { LawRevisions } from './texts/law-revisions.ts';
export type { LawAppendix, LawArticle, LawElement, LawText } from './texts/law-text.ts';
export { LawTextError } from './texts/law-text-error.ts';
export { isDeleted, type PlaceInLaw, provisionAt } from './texts/provisions.ts';
export { type LawOrigin, readLaw, readLawStream } from './texts/read-law.ts';
export { type Resolution, resolve } from './texts/resolve.ts';
