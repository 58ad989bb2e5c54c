export { type AnswerJson, answerJson } from './answer-json.ts';
export type { Article } from './articles.ts';
export { calculate } from './calculate.ts';
export type { BenefitCase, BenefitKind, LeaveCase, SupportCase, TrainingCase, TrainingKind } from './case.ts';
export type { CivilDate, Period } from './civil-date.ts';
export {
  checkDesignation,
  type DesignationMatch,
  type DesignationResult,
} from './designation/check-designation.ts';
export type { Lack } from './designation/conditions.ts';
export { type Course, type Programme, programmes } from './designation/course.ts';
export { type ParsedCourse, parseCourse } from './designation/parse-course.ts';
export { type FieldName, fieldNames } from './input/fields.ts';
export { BenefitInputError, type InputErrorCode } from './input/input-error.ts';
export { courseBounds, type NumberBounds, numberBounds } from './input/number-bounds.ts';
export { type ParsedCase, parseCase } from './input/parse-case.ts';
export type { Parameter, Unconfirmed } from './parameter.ts';
export { type Explanation, explainTrace, renderTrace } from './render-trace.ts';
export type { BenefitResult, Note, Payment, Requirement, Step } from './result.ts';
export { changesOfLaw, rulesInForce } from './rules-in-force.ts';
export { type Language, type Text, yen } from './text.ts';
export type { TraceNode } from './trace.ts';
