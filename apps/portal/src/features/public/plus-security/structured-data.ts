import type { CardView, TextView } from '../../../ui/collections/views.ts';
import { reachedSkills } from './derived-programme.ts';
import type { Programme } from './kinds/programme-schema.ts';
import type { Run } from './kinds/run.ts';
import { priceRange, withTax } from './price.ts';
import { endOf, startOf } from './runs/run-times.ts';

/**
 * schema.org description of a programme: a Course with its open runs as CourseInstances, as search engines ask
 * for them (name, description, provider, offers; hasCourseInstance with courseMode and courseSchedule or
 * courseWorkload).
 */
export function structuredProgramme(
  id: string,
  programme: Programme,
  { card, runs }: { card: CardView; runs: readonly Run[] },
  url: string,
): unknown {
  const { from, to } = priceRange(programme, runs);
  return {
    '@context': 'https://schema.org',
    '@type': 'Course',
    '@id': url,
    url,
    courseCode: id,
    name: card.title.text,
    description: card.summary.text,
    inLanguage: programme.language,
    provider: {
      '@type': 'Organization',
      name: card.facts.operator?.text ?? programme.provider.ja,
      sameAs: programme.url,
    },
    offers: [offer(from, to)],
    educationalLevel: programme.level,
    teaches: reachedSkills(programme).map(({ id: skill }) => skill),
    ...(programme.certificate && { educationalCredentialAwarded: programme.certificate.ja }),
    hasCourseInstance: [
      ...(programme.anyTime ? [ownPace(programme)] : []),
      ...runs.map((run) => courseInstance(run, programme, url)),
    ],
  };
}

interface DescribedRoute {
  title: TextView;
  summary: TextView;
  steps: readonly { title: TextView; skills: readonly { title: string }[] }[];
  updatedOn: string;
}

/** schema.org description of a learning route: a LearningResource whose parts are its steps, in their order. */
export function structuredRoute({ title, summary, steps, updatedOn }: DescribedRoute, url: string): unknown {
  return {
    '@context': 'https://schema.org',
    '@type': 'LearningResource',
    '@id': url,
    url,
    name: title.text,
    description: summary.text,
    inLanguage: title.language,
    dateModified: updatedOn,
    hasPart: steps.map((step, index) => ({
      '@type': 'LearningResource',
      position: index + 1,
      name: step.title.text,
      teaches: step.skills.map((skill) => skill.title),
    })),
  };
}

function offer(from: number, to: number) {
  const category = to === 0 ? 'Free' : from === 0 ? 'Partially Free' : 'Paid';
  return { '@type': 'Offer', category, priceCurrency: 'JPY', price: from };
}

/** What is taken whenever one likes, by how much work it is. */
function ownPace({ hours }: Programme) {
  return { '@type': 'CourseInstance', courseMode: 'Online', courseWorkload: duration(hours) };
}

const modes = { onsite: 'Onsite', online: 'Online', both: 'Blended' } as const;

function courseInstance(run: Run, programme: Programme, url: string) {
  const { days, place, venue, prefecture, capacity, from, to } = run;
  const price = withTax(run.price ?? programme.priceFrom, programme.tax);
  return {
    '@type': 'CourseInstance',
    '@id': `${url}#${run.id}`,
    courseMode: modes[place],
    startDate: from ? inJapan(startOf(run)) : days[0],
    endDate: to ? inJapan(endOf(run)) : days.at(-1),
    courseSchedule: {
      '@type': 'Schedule',
      duration: duration(programme.hours),
      repeatFrequency: 'Daily',
      repeatCount: days.length,
      startDate: days[0],
      endDate: days.at(-1),
      ...(from && { startTime: `${from}:00+09:00` }),
      ...(to && to !== '24:00' && { endTime: `${to}:00+09:00` }),
      scheduleTimezone: 'Asia/Tokyo',
    },
    ...(place !== 'online' && {
      location: {
        '@type': 'Place',
        ...(venue && { name: venue }),
        address: { '@type': 'PostalAddress', addressCountry: 'JP', addressRegion: `JP-${prefecture}` },
      },
    }),
    ...(capacity && { maximumAttendeeCapacity: capacity }),
    offers: {
      '@type': 'Offer',
      category: price === 0 ? 'Free' : 'Paid',
      priceCurrency: 'JPY',
      price,
      availability:
        run.state === 'few' ? 'https://schema.org/LimitedAvailability' : 'https://schema.org/InStock',
      ...(run.applyBy && { availabilityEnds: run.applyBy }),
    },
  };
}

/** ISO 8601: `PT12H30M`. */
function duration(hours: number): string {
  const minutes = Math.round((hours % 1) * 60);
  return `PT${Math.floor(hours)}H${minutes > 0 ? `${minutes}M` : ''}`;
}

/** A moment with Japan's offset. */
function inJapan(moment: Date): string {
  return `${new Date(moment.getTime() + 9 * 3_600_000).toISOString().slice(0, 19)}+09:00`;
}
