import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { CardView } from '../../../ui/collections/views.ts';
import { type Programme, programmeSchema } from './kinds/programme-schema.ts';
import type { Run } from './kinds/run.ts';
import { structuredProgramme } from './structured-data.ts';

const programme: Programme = programmeSchema.parse({
  title: { ja: '講座' },
  summary: { ja: '一文。' },
  provider: { ja: '学園' },
  description: { ja: '内容。' },
  outcomes: { ja: 'できる。' },
  url: 'https://school.example/course',
  hours: 12.5,
  priceFrom: 30_000,
  tax: 'excluded',
  people: ['managers'],
  level: 'basic',
  delivery: ['onsite'],
  language: ['ja'],
  skillsHelped: ['risk-assessment'],
});
const card = { title: { text: '講座' }, summary: { text: '一文。' }, facts: {} } as CardView;
const url = 'https://kakehashi.example/programmes/course';
const run = (given: Partial<Run>): Run => ({
  id: 'r1',
  days: ['2027-01-15', '2027-01-22'],
  place: 'onsite',
  prefecture: '13',
  state: 'open',
  ...given,
});

/** What Google's documentation of course info asks for (developers.google.com/search/docs, read 2026-11). */
const offer = z.looseObject({
  '@type': z.literal('Offer'),
  category: z.enum(['Free', 'Partially Free', 'Subscription', 'Paid']),
  priceCurrency: z.string().length(3),
  price: z.number(),
});
const instance = z
  .looseObject({
    '@type': z.literal('CourseInstance'),
    courseMode: z.enum(['Onsite', 'Online', 'Blended']),
    courseWorkload: z
      .string()
      .regex(/^PT\d+H(\d+M)?$/)
      .optional(),
    courseSchedule: z
      .looseObject({
        '@type': z.literal('Schedule'),
        repeatCount: z.int().min(1),
        repeatFrequency: z.enum(['Daily', 'Weekly', 'Monthly', 'Yearly']),
        startDate: z.iso.date(),
        endDate: z.iso.date(),
        duration: z.string().regex(/^PT\d+H(\d+M)?$/),
      })
      .optional(),
  })
  .refine(({ courseWorkload, courseSchedule }) => courseWorkload || courseSchedule);
const course = z.looseObject({
  '@context': z.literal('https://schema.org'),
  '@type': z.literal('Course'),
  name: z.string().min(1),
  description: z.string().min(1).max(500),
  provider: z.looseObject({ '@type': z.literal('Organization'), name: z.string(), sameAs: z.url() }),
  offers: z.array(offer).min(1),
  hasCourseInstance: z.array(instance).min(1),
});

describe('the description of a programme for search engines', () => {
  it('is a Course whose runs are CourseInstances, as they ask for them', () => {
    const given = structuredProgramme(
      'course',
      programme,
      { card, runs: [run({ from: '09:30', to: '17:00' })] },
      url,
    );
    const { hasCourseInstance, offers } = course.parse(given);
    expect(offers[0]).toMatchObject({ price: 33_000, priceCurrency: 'JPY', category: 'Paid' });
    expect(hasCourseInstance[0]).toMatchObject({
      courseMode: 'Onsite',
      startDate: '2027-01-15T09:30:00+09:00',
      endDate: '2027-01-22T17:00:00+09:00',
      courseSchedule: {
        repeatCount: 2,
        startDate: '2027-01-15',
        endDate: '2027-01-22',
        duration: 'PT12H30M',
      },
      location: { address: { addressRegion: 'JP-13' } },
      offers: { price: 33_000, availability: 'https://schema.org/InStock' },
    });
  });

  it('tells by its workload what is taken at any time', () => {
    const given = structuredProgramme('course', { ...programme, anyTime: true }, { card, runs: [] }, url);
    expect(course.parse(given).hasCourseInstance).toEqual([
      { '@type': 'CourseInstance', courseMode: 'Online', courseWorkload: 'PT12H30M' },
    ]);
  });

  it('tells a run that is free, online and nearly full', () => {
    const free = run({ place: 'online', prefecture: undefined, price: 0, state: 'few' });
    const { hasCourseInstance } = course.parse(
      structuredProgramme('course', programme, { card, runs: [free] }, url),
    );
    expect(hasCourseInstance[0]).toMatchObject({
      courseMode: 'Online',
      startDate: '2027-01-15',
      offers: { category: 'Free', availability: 'https://schema.org/LimitedAvailability' },
    });
    expect(hasCourseInstance[0]).not.toHaveProperty('location');
  });
});
