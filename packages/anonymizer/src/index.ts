export type { Candidate } from './candidates.ts';
export { type Anonymizer, createAnonymizer } from './create-anonymizer.ts';
export type { Applied, ApplyOptions, Replacement } from './decisions/apply.ts';
export type { Action, Anchor, DateStep, Decision } from './decisions/decision.ts';
export type { Entity } from './decisions/group-mentions.ts';
export type { PseudonymKey, RandomInteger } from './decisions/pseudonyms.ts';
export type { Leftover, LeftoverKind } from './leftovers/find-leftovers.ts';
export { MENTION_TYPES, type Mention, type MentionSource, type MentionType } from './mention.ts';
export { type Hierarchy, hierarchyOf } from './risk/hierarchy.ts';
export {
  type Mending,
  type Risk,
  type RiskCase,
  type RiskOptions,
  type RiskyCase,
  risk,
} from './risk/risk.ts';
