import type { TrainingKind } from '../case.ts';
import type { Unconfirmed } from '../parameter.ts';
import type { Text } from '../text.ts';
import { unconfirmed } from '../unconfirmed.ts';
import {
  atLeast,
  atMost,
  byMode,
  type Condition,
  hoursByLevel,
  longerForQualification,
  shorterThan,
  vocationalLevel,
} from './conditions.ts';
import type { Programme } from './course.ts';

/** One type (類型) under which courses are designated. */
export interface DesignationType {
  readonly kind: TrainingKind;
  readonly type: number;
  readonly name: Text;
  readonly programmes: readonly Programme[];
  readonly conditions: readonly Condition[];
  /** What the provider must show by its record; not judged here. */
  readonly record: Text | null;
  readonly unconfirmed: readonly Unconfirmed[];
}

const examAndEmployment: Text = {
  ja: '受験率、合格率、就職・在職率の実績が一定以上であること',
  en: 'Exam, pass and employment rates at or above a set level',
};
const employment: Text = {
  ja: '就職・在職率の実績が一定以上であること',
  en: 'Employment rate at or above a set level',
};
const employmentAndAccreditation: Text = {
  ja: '就職・在職率、認証評価結果、定員充足率等の実績が一定以上であること',
  en: 'Employment rate, accreditation results and enrolment at or above a set level',
};

/** 特定一般 and, in principle, 一般: by mode. */
const usualLengths = byMode({
  classroom: [atLeast('months', 1), atMost('months', 12), atLeast('hours', 50)],
  correspondence: [atLeast('months', 3), atMost('months', 12)],
});

/** The types of the report of December 2021, in its order. */
export const designationTypes: readonly DesignationType[] = [
  {
    kind: 'practical',
    type: 1,
    name: {
      ja: '業務独占資格・名称独占資格の養成施設の課程',
      en: 'Training facilities for licensed and titled professions',
    },
    programmes: ['training-facility'],
    conditions: [atLeast('months', 12), longerForQualification(atMost('months', 36), atMost('months', 48))],
    record: examAndEmployment,
    unconfirmed: [],
  },
  {
    kind: 'practical',
    type: 2,
    name: { ja: '職業実践専門課程', en: 'Vocational practice courses' },
    programmes: ['vocational-practice'],
    conditions: [atLeast('months', 24), atMost('months', 24)],
    record: employment,
    unconfirmed: [],
  },
  {
    kind: 'practical',
    type: 2,
    name: { ja: 'キャリア形成促進プログラム', en: 'Career formation promotion programmes' },
    programmes: ['career-promotion'],
    conditions: [atLeast('hours', 120), shorterThan('months', 24)],
    record: employment,
    unconfirmed: [],
  },
  {
    kind: 'practical',
    type: 3,
    name: { ja: '専門職大学院', en: 'Professional graduate schools' },
    programmes: ['professional-graduate'],
    conditions: [longerForQualification(atMost('months', 24), atMost('months', 36))],
    record: employmentAndAccreditation,
    unconfirmed: [],
  },
  {
    kind: 'practical',
    type: 4,
    name: { ja: '職業実践力育成プログラム（正規課程）', en: 'Brush-up programmes, degree courses' },
    programmes: ['brush-up-regular'],
    conditions: [atLeast('months', 12), atMost('months', 24)],
    record: employment,
    unconfirmed: [],
  },
  {
    kind: 'practical',
    type: 4,
    name: { ja: '職業実践力育成プログラム（特別の課程）', en: 'Brush-up programmes, special courses' },
    programmes: ['brush-up-special'],
    conditions: [atLeast('hours', 120), atMost('months', 24)],
    record: employment,
    unconfirmed: [],
  },
  {
    kind: 'practical',
    type: 5,
    name: {
      ja: '一定レベル以上の情報通信技術の資格を目標とする課程',
      en: 'Courses towards ICT qualifications of a set level',
    },
    programmes: ['ict-qualification'],
    conditions: [atLeast('itssLevel', 3), hoursByLevel(120, 4, 30), atMost('months', 24)],
    record: examAndEmployment,
    unconfirmed: [unconfirmed.ictHoursAtLevel4, unconfirmed.ictLevelOfPractical],
  },
  {
    kind: 'practical',
    type: 6,
    name: { ja: '第四次産業革命スキル習得講座', en: 'Skills of the fourth industrial revolution' },
    programmes: ['fourth-industrial'],
    conditions: [atLeast('hours', 30), atMost('months', 24)],
    record: employment,
    unconfirmed: [],
  },
  {
    kind: 'practical',
    type: 7,
    name: { ja: '専門職大学・大学の専門職学科', en: 'Professional and vocational universities' },
    programmes: ['professional-university'],
    conditions: [atLeast('months', 48), atMost('months', 48)],
    record: employmentAndAccreditation,
    unconfirmed: [],
  },
  {
    kind: 'practical',
    type: 7,
    name: { ja: '専門職短期大学・短期大学の専門職学科', en: 'Professional and vocational junior colleges' },
    programmes: ['professional-junior-college'],
    conditions: [atLeast('months', 24), atMost('months', 36)],
    record: employmentAndAccreditation,
    unconfirmed: [],
  },
  {
    kind: 'specified',
    type: 1,
    name: {
      ja: '業務独占・名称独占・必置資格の養成施設の課程、または取得を目標とする課程',
      en: 'Training facilities for, or courses towards, regulated qualifications',
    },
    programmes: ['training-facility', 'regulated-qualification'],
    conditions: [...usualLengths, vocationalLevel],
    record: examAndEmployment,
    unconfirmed: [],
  },
  {
    kind: 'specified',
    type: 2,
    name: {
      ja: 'ITSSレベル2以上の情報通信技術の資格を目標とする課程',
      en: 'Courses towards ICT qualifications of ITSS level 2 or above',
    },
    programmes: ['ict-qualification'],
    conditions: [atLeast('itssLevel', 2), ...usualLengths, vocationalLevel],
    record: examAndEmployment,
    unconfirmed: [],
  },
  {
    kind: 'specified',
    type: 3,
    name: {
      ja: '短時間のキャリア形成促進プログラム・職業実践力育成プログラム',
      en: 'Short career formation promotion and brush-up programmes',
    },
    programmes: ['career-promotion', 'brush-up-regular', 'brush-up-special'],
    conditions: [...usualLengths, vocationalLevel],
    record: employment,
    unconfirmed: [],
  },
  {
    kind: 'general',
    type: 1,
    name: {
      ja: '公的職業資格、または修士・博士の学位などの取得を目標とするもの',
      en: "Towards public occupational qualifications or master's and doctoral degrees",
    },
    programmes: [
      'public-qualification',
      'regulated-qualification',
      'training-facility',
      'ict-qualification',
      'graduate-degree',
      'professional-graduate',
    ],
    conditions: [...usualLengths, vocationalLevel],
    record: null,
    unconfirmed: [unconfirmed.generalTypes],
  },
  {
    kind: 'general',
    type: 2,
    name: {
      ja: '1に準じ、目標が明確で、効果を客観的に測れるもの（民間資格など）',
      en: 'Alike in clear aims and measurable effect (private qualifications and the like)',
    },
    programmes: [
      'private-qualification',
      'ict-qualification',
      'career-promotion',
      'brush-up-special',
      'fourth-industrial',
    ],
    conditions: [...usualLengths, vocationalLevel],
    record: null,
    unconfirmed: [unconfirmed.generalTypes],
  },
];
