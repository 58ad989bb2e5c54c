import { checkDesignation, type DesignationMatch, type Language, parseCourse } from '@kakehashi/benefits';

/** Questions about a course, by URL parameter. */
const courseParameters = {
  programme: 'programme',
  mode: 'mode',
  months: 'months',
  hours: 'hours',
  'itss-level': 'itssLevel',
  'shortest-to-qualification': 'shortestToQualification',
  level: 'level',
} as const;

export type CourseParameter = keyof typeof courseParameters;

export interface DesignationView {
  formValues: ReadonlyMap<string, readonly string[]>;
  errors: { field: string; message: string }[];
  result: DesignationOutcome | undefined;
}

export interface DesignationOutcome {
  possible: number;
  /** Types for this programme: those it fits first, then those that are open, then those it lacks something for. */
  near: MatchView[];
  /** Types that ask for another programme. */
  others: MatchView[];
  source: string;
}

export interface MatchView {
  kind: DesignationMatch['kind'];
  type: number;
  name: string;
  state: 'fits' | 'open' | 'lacks';
  lacks: string[];
  record: string | null;
  unconfirmed: string[];
}

/** Checks the course described by a URL; without parameters shows the empty form. */
export function designationView(params: URLSearchParams, language: Language): DesignationView {
  const formValues = new Map<string, readonly string[]>();
  const described: Record<string, string> = {};
  for (const [name, field] of Object.entries(courseParameters)) {
    const value = params.get(name)?.trim() ?? '';
    if (value === '') continue;
    formValues.set(name, [value]);
    described[field] = value;
  }
  if (formValues.size === 0) return { formValues, errors: [], result: undefined };
  const parsed = parseCourse(described);
  if (!parsed.ok) {
    const errors = parsed.errors.map(({ field, text }) => ({
      field: parameterFor(field),
      message: text[language],
    }));
    return { formValues, errors, result: undefined };
  }
  const { types, possible } = checkDesignation(parsed.course);
  const near = types.filter((match) => !forAnotherProgramme(match));
  return {
    formValues,
    errors: [],
    result: {
      possible: possible.length,
      near: near
        .map((match) => matchView(match, language))
        .sort((one, other) => order.indexOf(one.state) - order.indexOf(other.state)),
      others: types.filter(forAnotherProgramme).map((match) => matchView(match, language)),
      source: types[0]?.source[language] ?? '',
    },
  };
}

const order: readonly MatchView['state'][] = ['fits', 'open', 'lacks'];

function parameterFor(field: string): string {
  return Object.entries(courseParameters).find(([, asked]) => asked === field)?.[0] ?? field;
}

function forAnotherProgramme({ lacks }: DesignationMatch): boolean {
  return lacks.length === 1 && lacks[0]?.field === 'programme' && lacks[0].code === 'other';
}

function matchView(match: DesignationMatch, language: Language): MatchView {
  const { kind, type, name, fits, lacks, record, unconfirmed } = match;
  return {
    kind,
    type,
    name: name[language],
    state: fits === null ? 'open' : fits ? 'fits' : 'lacks',
    lacks: lacks.map(({ text }) => text[language]),
    record: record?.[language] ?? null,
    unconfirmed: unconfirmed.map(({ text }) => text[language]),
  };
}
