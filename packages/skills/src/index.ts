export type { Ability, HeldItem } from './distance/ability.ts';
export { type AllGaps, allGaps } from './distance/all-gaps.ts';
export { type Gap, gap, type MissingItem } from './distance/gap.ts';
export { type NearestOptions, type NearRole, nearest } from './distance/nearest.ts';
export {
  type Emphasis,
  type Framework,
  type Group,
  type Item,
  type ItemKind,
  type Language,
  type Level,
  type Licence,
  type Mapping,
  type Match,
  type Requirement,
  type Role,
  type RoleGrade,
  type Source,
  type Wording,
  wordingIn,
} from './framework.ts';
export { type FrameworkId, frameworkIds, loadFramework } from './frameworks/load-framework.ts';
export type { FileProblem, ProblemCode } from './importing/problems.ts';
export {
  type FrameworkFile,
  type FrameworkFileOptions,
  parseFramework,
  readFrameworkFile,
} from './importing/read-framework-file.ts';
export { withTexts } from './importing/with-texts.ts';
export { type Coverage, type CoverageOptions, coverage } from './programmes/coverage.ts';
export type { Programme, ProgrammeUse } from './programmes/programme.ts';
export { isRefusal, type Refusal, type RefusalCode } from './refusal.ts';
export type {
  Opening,
  RejectedRoute,
  RejectionCode,
  Route,
  RouteOptions,
  RouteStep,
  Routes,
} from './routes/route.ts';
export { routes } from './routes/routes.ts';
export {
  compareVersions,
  type ItemChange,
  type ItemFate,
  type RoleChange,
  type VersionComparison,
} from './versions/compare-versions.ts';
