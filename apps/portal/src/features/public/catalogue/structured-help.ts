import type { OpeningSpan } from '../../../platform/contact/contact.ts';
import { type StructuredData, structuredPage } from './structured-data.ts';
import type { HelperView, SituationView } from './views.ts';

interface HelpAddress {
  url: string;
  baseUrl: string;
}

/** schema.org description of a help page: what to do first as a HowTo, and who helps. */
export function structuredSituation(view: SituationView, { url, baseUrl }: HelpAddress): StructuredData {
  const { title, lead, first, helpers, updatedOn } = view;
  return {
    ...structuredPage({ url, name: title.text, language: title.language, updated: updatedOn, baseUrl }),
    mainEntity: {
      '@type': 'HowTo',
      name: title.text,
      ...(lead && { description: lead.text }),
      inLanguage: title.language,
      isAccessibleForFree: true,
      step: first.map(({ text }, index) => ({ '@type': 'HowToStep', position: index + 1, text })),
    },
    mentions: helpers.map(organisation),
  };
}

function organisation({ label, when, contact }: HelperView): StructuredData {
  const { telephone, mail, form, hours } = contact;
  return {
    '@type': 'Organization',
    name: label.text,
    ...((telephone || mail || form) && {
      contactPoint: {
        '@type': 'ContactPoint',
        contactType: when.text,
        ...(telephone && { telephone: telephone.number }),
        ...(mail && { email: mail }),
        ...(form && { url: form }),
        ...(hours && { hoursAvailable: hours.map(openingHours) }),
      },
    }),
  };
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
const everyDay = [...weekdays, 'Saturday', 'Sunday'];
const daysOfWeek: Record<OpeningSpan['days'], readonly string[]> = {
  'every-day': [...everyDay, 'PublicHolidays'],
  'every-day-but-new-year': [...everyDay, 'PublicHolidays'],
  weekdays,
  saturday: ['Saturday'],
  'sunday-and-holidays': ['Sunday', 'PublicHolidays'],
};

function openingHours({ days, from, to }: OpeningSpan): StructuredData {
  return {
    '@type': 'OpeningHoursSpecification',
    dayOfWeek: daysOfWeek[days].map((day) => `https://schema.org/${day}`),
    opens: from,
    // The end of the day has no time of its own there.
    closes: to === '24:00' ? '23:59' : to,
  };
}
