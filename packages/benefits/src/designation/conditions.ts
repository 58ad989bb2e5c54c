import type { Text } from '../text.ts';
import type { Course } from './course.ts';

type CourseField =
  | 'programme'
  | 'mode'
  | 'months'
  | 'hours'
  | 'itssLevel'
  | 'level'
  | 'shortestToQualification';

/** What a course lacks for one type, or what was not said of it. */
export interface Lack {
  readonly field: CourseField;
  /** `missing`: not described; `too-low`, `too-high`: outside the limit; `other`: of another nature. */
  readonly code: 'missing' | 'too-low' | 'too-high' | 'other';
  readonly text: Text;
}

/** One condition of a type: null where the course fulfils it. */
export type Condition = (course: Course) => Lack | null;

const names: Record<'months' | 'hours' | 'itssLevel', { name: Text; unit: Text }> = {
  months: { name: { ja: '期間', en: 'Length' }, unit: { ja: 'か月', en: ' months' } },
  hours: { name: { ja: '時間', en: 'Teaching' }, unit: { ja: '時間', en: ' hours' } },
  itssLevel: { name: { ja: 'ITSSレベル', en: 'ITSS level' }, unit: { ja: '', en: '' } },
};

export function atLeast(field: 'months' | 'hours' | 'itssLevel', least: number): Condition {
  const { name, unit } = names[field];
  return (course) => {
    const value = course[field];
    if (value !== undefined && value >= least) return null;
    const needed = {
      ja: `${name.ja}は${least}${unit.ja}以上必要です。`,
      en: `${name.en}: ${least}${unit.en} or more needed.`,
    };
    if (value === undefined) return notDescribed(field, needed);
    return {
      field,
      code: 'too-low',
      text: {
        ja: `${needed.ja}この講座は${value}${unit.ja}で、${least - value}${unit.ja}足りません。`,
        en: `${needed.en} The course has ${value}${unit.en}: ${least - value} short.`,
      },
    };
  };
}

export function atMost(field: 'months' | 'hours', max: number): Condition {
  const { name, unit } = names[field];
  return (course) => {
    const value = course[field];
    if (value !== undefined && value <= max) return null;
    const needed = {
      ja: `${name.ja}は${max}${unit.ja}以内です。`,
      en: `${name.en}: at most ${max}${unit.en}.`,
    };
    if (value === undefined) return notDescribed(field, needed);
    return {
      field,
      code: 'too-high',
      text: {
        ja: `${needed.ja}この講座は${value}${unit.ja}です。`,
        en: `${needed.en} The course has ${value}${unit.en}.`,
      },
    };
  };
}

export function shorterThan(field: 'months', limit: number): Condition {
  return (course) => {
    if (course[field] < limit) return null;
    return {
      field,
      code: 'too-high',
      text: {
        ja: `期間は${limit}か月未満です。この講座は${course[field]}か月です。`,
        en: `Length: under ${limit} months. The course has ${course[field]}.`,
      },
    };
  };
}

/** Classroom and correspondence courses have limits of their own. */
export function byMode(limits: Record<Course['mode'], readonly Condition[]>): readonly Condition[] {
  const max = Math.max(limits.classroom.length, limits.correspondence.length);
  return Array.from({ length: max }, (_, index) => (course: Course) => {
    const condition = limits[course.mode][index];
    return condition === undefined ? null : condition(course);
  });
}

/** A longer limit for courses that lead to a qualification in the shortest time it can be had. */
export function longerForQualification(usual: Condition, longer: Condition): Condition {
  return (course) => {
    if (usual(course) === null) return null;
    if (course.shortestToQualification === true) return longer(course);
    if (course.shortestToQualification === false || longer(course) !== null) return usual(course);
    return notDescribed('shortestToQualification', {
      ja: 'この期間は、資格の取得に必要な最短期間である場合に限られます。',
      en: 'This length is allowed only as the shortest time in which the qualification can be had.',
    });
  };
}

/** Hours by the level of the qualification: fewer are needed at the higher levels. */
export function hoursByLevel(usual: number, fromLevel: number, fewer: number): Condition {
  return (course) => atLeast('hours', (course.itssLevel ?? 0) >= fromLevel ? fewer : usual)(course);
}

export const vocationalLevel: Condition = ({ level }) => {
  if (level === 'vocational') return null;
  const needed = {
    ja: '趣味的・教養的、入門的・基礎的な講座や、広く認知されていない資格の講座は対象外です。',
    en: 'Courses for pleasure, for beginners or towards certificates not widely recognised are left out.',
  };
  return level === undefined
    ? notDescribed('level', needed)
    : { field: 'level', code: 'other', text: needed };
};

function notDescribed(field: CourseField, needed: Text): Lack {
  return {
    field,
    code: 'missing',
    text: { ja: `${needed.ja}入力がありません。`, en: `${needed.en} Not described.` },
  };
}
