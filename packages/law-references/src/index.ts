export { findReferences } from './references/find-references.ts';
export type { Provision, ProvisionPart, Reference, TextPlace } from './references/reference.ts';
export { type Statute, statuteById, statuteByName } from './statutes/statutes.ts';
