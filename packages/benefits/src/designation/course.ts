/** What a course is, in the terms of the designation rules. */
export const programmes = {
  'training-facility': {
    ja: '業務独占・名称独占資格の養成施設の課程',
    en: 'training-facility course for a licensed or titled profession',
  },
  'vocational-practice': {
    ja: '職業実践専門課程（専門学校）',
    en: 'vocational practice course of a professional college',
  },
  'career-promotion': { ja: 'キャリア形成促進プログラム', en: 'career formation promotion programme' },
  'professional-graduate': { ja: '専門職大学院', en: 'professional graduate school' },
  'brush-up-regular': {
    ja: '職業実践力育成プログラム（正規課程）',
    en: 'brush-up programme for professionals, degree course',
  },
  'brush-up-special': {
    ja: '職業実践力育成プログラム（特別の課程）',
    en: 'brush-up programme for professionals, special course',
  },
  'ict-qualification': {
    ja: '情報通信技術の資格を目標とする課程',
    en: 'course towards an ICT qualification',
  },
  'fourth-industrial': {
    ja: '第四次産業革命スキル習得講座（経済産業大臣認定）',
    en: 'course for skills of the fourth industrial revolution, accredited by METI',
  },
  'professional-university': {
    ja: '専門職大学・大学の専門職学科',
    en: 'professional and vocational university',
  },
  'professional-junior-college': {
    ja: '専門職短期大学・短期大学の専門職学科',
    en: 'professional and vocational junior college',
  },
  'regulated-qualification': {
    ja: '業務独占・名称独占・必置資格の取得を目標とする課程',
    en: 'course towards a regulated qualification',
  },
  'public-qualification': {
    ja: '公的職業資格の取得を目標とする課程',
    en: 'course towards a public occupational qualification',
  },
  'graduate-degree': {
    ja: '修士・博士の学位を目標とする課程',
    en: "course towards a master's or doctoral degree",
  },
  'private-qualification': {
    ja: '民間資格などを目標とし、効果を客観的に測れる課程',
    en: 'course towards a private qualification or the like, its effect measurable',
  },
} as const;

export type Programme = keyof typeof programmes;

export interface Course {
  readonly programme: Programme;
  readonly mode: 'classroom' | 'correspondence';
  readonly months: number;
  /** Hours of teaching. */
  readonly hours?: number | undefined;
  /** Level of the qualification in the IT Skill Standards (ITSS). */
  readonly itssLevel?: number | undefined;
  /** Whether the course leads to a qualification in the shortest time it can be had. */
  readonly shortestToQualification?: boolean | undefined;
  /** Courses for pleasure, for beginners or towards unrecognised certificates are left out. */
  readonly level?: 'vocational' | 'introductory' | 'hobby' | 'unrecognised' | undefined;
}
