import { describe, expect, it } from 'vitest';
import { type Course, checkDesignation, parseCourse } from '../index.ts';

const sixtyHours: Course = {
  programme: 'ict-qualification',
  mode: 'classroom',
  months: 3,
  hours: 60,
  itssLevel: 3,
  level: 'vocational',
};

const possible = (course: Course) =>
  checkDesignation(course).possible.map(({ kind, type }) => `${kind} ${type}`);
const lacks = (course: Course, kind: string, type: number) =>
  checkDesignation(course)
    .types.filter((match) => match.kind === kind && match.type === type)
    .map(({ lacks }) => lacks.map(({ field, code }) => `${field} ${code}`));

describe('a course of 60 hours towards an ICT qualification of ITSS level 3', () => {
  it('could be designated as specified or general training', () => {
    expect(possible(sixtyHours)).toEqual(['specified 2', 'general 1', 'general 2']);
  });

  it('lacks 60 hours for practical training', () => {
    const practical = checkDesignation(sixtyHours).types.find(
      ({ kind, type }) => kind === 'practical' && type === 5,
    );
    expect(practical).toMatchObject({
      fits: false,
      record: { ja: '受験率、合格率、就職・在職率の実績が一定以上であること' },
    });
    expect(practical?.lacks[0]?.text.en).toBe(
      'Teaching: 120 hours or more needed. The course has 60 hours: 60 short.',
    );
  });

  it('could be practical at level 4, where 30 hours suffice, which is to be confirmed', () => {
    const level4 = { ...sixtyHours, itssLevel: 4 };
    expect(possible(level4)).toEqual(['practical 5', 'general 1', 'general 2']);
    expect(checkDesignation(level4).possible[0]?.unconfirmed.map(({ code }) => code)).toContain(
      'ict-hours-at-level-4',
    );
    expect(lacks(level4, 'specified', 2)).toEqual([['programme other']]);
  });
});

describe('the types of practical training', () => {
  it.each<[string, Partial<Course>, number, string[]]>([
    ['a facility of one year', { programme: 'training-facility', months: 12 }, 1, []],
    ['a facility of 11 months', { programme: 'training-facility', months: 11 }, 1, ['months too-low']],
    [
      'a facility of four years, the shortest there is',
      { programme: 'training-facility', months: 48, shortestToQualification: true },
      1,
      [],
    ],
    [
      'a facility of four years',
      { programme: 'training-facility', months: 48, shortestToQualification: false },
      1,
      ['months too-high'],
    ],
    [
      'a facility of four years of which no more is said',
      { programme: 'training-facility', months: 48 },
      1,
      ['shortestToQualification missing'],
    ],
    ['a business school of two years', { programme: 'professional-graduate', months: 24 }, 3, []],
    [
      'a law school of three years',
      { programme: 'professional-graduate', months: 36, shortestToQualification: true },
      3,
      [],
    ],
    [
      'a graduate school of four years',
      { programme: 'professional-graduate', months: 48, shortestToQualification: true },
      3,
      ['months too-high'],
    ],
    [
      'an ICT course at level 2',
      { programme: 'ict-qualification', hours: 120, itssLevel: 2 },
      5,
      ['itssLevel too-low'],
    ],
    ['an accredited course of 30 hours', { programme: 'fourth-industrial', hours: 30 }, 6, []],
    ['an accredited course of 29 hours', { programme: 'fourth-industrial', hours: 29 }, 6, ['hours too-low']],
    ['an accredited course of unknown hours', { programme: 'fourth-industrial' }, 6, ['hours missing']],
  ])('judge %s', (_, course, type, expected) => {
    const { programme = 'fourth-industrial' } = course;
    const match = checkDesignation({
      mode: 'classroom',
      months: 6,
      level: 'vocational',
      ...course,
      programme,
    }).types.find((candidate) => candidate.kind === 'practical' && candidate.type === type);
    expect(match?.lacks.map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
    expect(match?.fits).toBe(
      expected.length === 0 ? true : expected.some((lack) => lack.endsWith('missing')) ? null : false,
    );
  });

  it.each<[string, Partial<Course>, string]>([
    [
      'a vocational practice course of two years',
      { programme: 'vocational-practice', months: 24 },
      'practical 2',
    ],
    [
      'a career promotion programme of 120 hours',
      { programme: 'career-promotion', months: 12, hours: 120 },
      'practical 2',
    ],
    ['a brush-up degree course', { programme: 'brush-up-regular', months: 12 }, 'practical 4'],
    ['a brush-up special course', { programme: 'brush-up-special', months: 6, hours: 120 }, 'practical 4'],
    ['a professional university', { programme: 'professional-university', months: 48 }, 'practical 7'],
    [
      'a professional junior college',
      { programme: 'professional-junior-college', months: 36 },
      'practical 7',
    ],
  ])('take in %s', (_, course, type) => {
    const { programme = 'fourth-industrial', months = 6 } = course;
    expect(possible({ mode: 'classroom', level: 'vocational', ...course, programme, months })[0]).toBe(type);
  });
});

describe('specified and general training', () => {
  it('take short programmes and correspondence courses by months alone', () => {
    const short: Course = {
      programme: 'brush-up-special',
      mode: 'correspondence',
      months: 3,
      hours: 60,
      level: 'vocational',
    };
    expect(possible(short)).toEqual(['specified 3', 'general 2']);
    expect(lacks({ ...short, months: 2 }, 'specified', 3)).toEqual([['months too-low']]);
  });

  it('leave out courses for pleasure', () => {
    expect(possible({ ...sixtyHours, level: 'hobby' })).toEqual([]);
    expect(lacks({ ...sixtyHours, level: 'hobby' }, 'general', 2)).toEqual([['level other']]);
  });

  it('stay open where the level was not described', () => {
    const { types } = checkDesignation({ ...sixtyHours, level: undefined });
    expect(types.find(({ kind, type }) => kind === 'specified' && type === 2)).toMatchObject({
      fits: null,
      lacks: [{ field: 'level', code: 'missing' }],
    });
  });
});

describe('a provider’s description', () => {
  it('is read from a form', () => {
    expect(
      parseCourse({ programme: 'ict-qualification', mode: '通学', months: '3', hours: '60', itssLevel: '3' }),
    ).toMatchObject({
      ok: true,
      course: { mode: 'classroom', months: 3, hours: 60, itssLevel: 3 },
    });
  });

  it('is refused with every fault', () => {
    const parsed = parseCourse({ programme: 'bootcamp', hours: 'many', hour: 3 });
    expect(parsed.ok ? [] : parsed.errors.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'hour unknown-field',
      'programme unknown-value',
      'mode missing',
      'months missing',
      'hours not-a-number',
    ]);
    expect(parseCourse(null).ok).toBe(false);
  });
});
