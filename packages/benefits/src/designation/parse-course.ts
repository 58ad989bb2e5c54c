import { FieldReader } from '../input/field-reader.ts';
import { BenefitInputError } from '../input/input-error.ts';
import { courseBounds } from '../input/number-bounds.ts';
import { type Course, type Programme, programmes } from './course.ts';

export type ParsedCourse =
  | { readonly ok: true; readonly course: Course }
  | { readonly ok: false; readonly errors: readonly BenefitInputError[] };

const programmeWords: Record<string, Programme> = {};
for (const programme of Object.keys(programmes) as Programme[]) {
  programmeWords[programme] = programme;
  programmeWords[programmes[programme].ja] = programme;
}

const modes = {
  classroom: 'classroom',
  correspondence: 'correspondence',
  通学: 'classroom',
  通信: 'correspondence',
} as const;

const levels = {
  vocational: 'vocational',
  introductory: 'introductory',
  hobby: 'hobby',
  unrecognised: 'unrecognised',
} as const;

const fields = new Set([
  'programme',
  'mode',
  'months',
  'hours',
  'itssLevel',
  'shortestToQualification',
  'level',
]);

/** Reads a provider's description of a course from a form or JSON; every fault with its field. */
export function parseCourse(input: unknown): ParsedCourse {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    const text = { ja: '入力が項目の組ではありません。', en: 'The input is not a group of fields.' };
    return { ok: false, errors: [new BenefitInputError('missing', 'programme', text)] };
  }
  const reader = new FieldReader(input as Record<string, unknown>);
  reader.allowOnly(fields);
  const programme = reader.required('programme') ? reader.word('programme', programmeWords) : undefined;
  const mode = reader.required('mode') ? reader.word('mode', modes) : undefined;
  const months = reader.required('months') ? reader.number('months', courseBounds.months) : undefined;
  const rest = {
    hours: reader.number('hours', courseBounds.hours),
    itssLevel: reader.number('itssLevel', courseBounds.itssLevel),
    shortestToQualification: reader.flag('shortestToQualification'),
    level: reader.word('level', levels),
  };
  if (reader.errors.length > 0 || programme === undefined || mode === undefined || months === undefined) {
    return { ok: false, errors: reader.errors };
  }
  return { ok: true, course: { programme, mode, months, ...rest } };
}
