import type { TrainingKind } from '../case.ts';
import type { Unconfirmed } from '../parameter.ts';
import type { Text } from '../text.ts';
import type { Lack } from './conditions.ts';
import { type Course, programmes } from './course.ts';
import { type DesignationType, designationTypes } from './types.ts';

/** Result of checking a course against one type of designation. */
export interface DesignationMatch {
  readonly kind: TrainingKind;
  readonly type: number;
  readonly name: Text;
  /** false: it lacks something; null: something was not described. */
  readonly fits: boolean | null;
  readonly lacks: readonly Lack[];
  /** What the provider must show besides; null where the source names nothing. */
  readonly record: Text | null;
  readonly source: Text;
  readonly unconfirmed: readonly Unconfirmed[];
}

export interface DesignationResult {
  /** Types the course could be designated under, the most generous kind first. */
  readonly possible: readonly DesignationMatch[];
  /** Every type, with what the course lacks for it. */
  readonly types: readonly DesignationMatch[];
  /** Month of the report that the requirements are of, `YYYY-MM`: later changes are not in them. */
  readonly rulesOf: string;
}

const source: Text = {
  ja: '「普及啓発・人材育成に係る取組状況について（報告）」（2021年12月）の対象講座指定要件',
  en: 'Designation requirements in the report on awareness and human resources of December 2021',
};

/**
 * Under which kinds and types a course could be designated, and what it lacks for the others. The hours,
 * months, mode and level are judged; the provider's record (exam, pass and employment rates) is named.
 */
export function checkDesignation(course: Course): DesignationResult {
  const types = designationTypes.map((type) => match(course, type));
  if (types.some(({ kind, fits }) => kind === 'practical' && fits === true)) leaveOutSpecified(types);
  return { possible: types.filter(({ fits }) => fits === true), types, rulesOf: '2021-12' };
}

function match(course: Course, type: DesignationType): DesignationMatch {
  const lacks = type.programmes.includes(course.programme)
    ? type.conditions.map((condition) => condition(course)).filter((lack) => lack !== null)
    : [otherProgramme(course, type)];
  return {
    kind: type.kind,
    type: type.type,
    name: type.name,
    fits: fits(lacks),
    lacks,
    record: type.record,
    source,
    unconfirmed: type.unconfirmed,
  };
}

/** 特定一般 leaves out what 専門実践 covers. */
function leaveOutSpecified(types: DesignationMatch[]): void {
  types.forEach((match, index) => {
    if (match.kind !== 'specified' || match.fits === false) return;
    types[index] = { ...match, fits: false, lacks: [...match.lacks, coveredByPractical] };
  });
}

const coveredByPractical: Lack = {
  field: 'programme',
  code: 'other',
  text: {
    ja: '専門実践教育訓練の類型に該当するものは、特定一般教育訓練から除かれます。',
    en: 'What falls under a type of practical training is left out of specified training.',
  },
};

function fits(lacks: readonly Lack[]): boolean | null {
  if (lacks.length === 0) return true;
  return lacks.some(({ code }) => code !== 'missing') ? false : null;
}

function otherProgramme(course: Course, type: DesignationType): Lack {
  const asked = type.programmes.map((programme) => programmes[programme]);
  const own = programmes[course.programme];
  return {
    field: 'programme',
    code: 'other',
    text: {
      ja: `対象は${asked.map(({ ja }) => ja).join('、')}です。この講座は${own.ja}です。`,
      en: `For: ${asked.map(({ en }) => en).join('; ')}. The course is a ${own.en}.`,
    },
  };
}
