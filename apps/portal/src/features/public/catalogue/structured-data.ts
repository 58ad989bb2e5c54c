import type { PublishedRecord } from '../../../platform/publishing/published-record.ts';
import type { CardView, TermView } from '../../../ui/collections/views.ts';
import type { Initiative } from './kinds/initiative.ts';
import type { PictureView } from './views.ts';

/** Categories that schema.org knows by a type of its own. */
const types: Readonly<Record<string, string>> = {
  material: 'LearningResource',
  guide: 'LearningResource',
  'consultation-desk': 'GovernmentService',
  reporting: 'GovernmentService',
  service: 'Service',
  tool: 'WebApplication',
};

interface StructuredParts {
  card: CardView;
  affiliations: readonly TermView[];
  /** With its whole address. */
  picture?: PictureView;
}

/** schema.org description of an initiative's page. */
export function structuredInitiative(
  record: PublishedRecord,
  data: Initiative,
  { card, affiliations, picture }: StructuredParts,
  url: string,
): unknown {
  const type = types[data.category] ?? 'CreativeWork';
  const operator = {
    '@type': 'Organization',
    name: card.facts.operator?.text ?? data.operator.ja,
    ...contactPoint(data, card),
  };
  return {
    '@context': 'https://schema.org',
    '@type': 'WebPage',
    url,
    name: card.title.text,
    inLanguage: card.title.language,
    dateModified: record.updatedAt.toISOString(),
    mainEntity: {
      '@type': type,
      name: card.title.text,
      description: card.summary.text,
      url: data.url,
      ...(picture && {
        image: {
          '@type': 'ImageObject',
          contentUrl: picture.src,
          width: picture.width,
          height: picture.height,
          caption: picture.alt.text,
          ...(picture.credit && { creditText: picture.credit }),
        },
      }),
      [type.endsWith('Service') ? 'provider' : 'publisher']: operator,
      ...(data.cost === 'free' && { isAccessibleForFree: true }),
      ...dated(data, card),
      audience: affiliations.map(({ label }) => ({
        '@type': 'Audience',
        audienceType: label.text,
      })),
    },
  };
}

/** How its operator is reached. */
function contactPoint({ telephone, mail, form, hoursNote }: Initiative, { title }: CardView) {
  if (!telephone && !mail && !form) return {};
  const hours = hoursNote && ((title.language === 'en' && hoursNote.en) || hoursNote.ja);
  return {
    contactPoint: {
      '@type': 'ContactPoint',
      ...(telephone && { telephone }),
      ...(mail && { email: mail }),
      ...(form && { url: form }),
      ...(hours && { description: hours }),
    },
  };
}

/** The days on which it is held, each as an event, and until when one may apply. */
function dated({ heldOn = [], applyBy, url }: Initiative, { title }: CardView) {
  return {
    ...(heldOn.length > 0 && {
      subjectOf: heldOn.map((day) => ({
        '@type': 'Event',
        name: title.text,
        startDate: day,
        endDate: day,
        url,
      })),
    }),
    ...(applyBy && { offers: { '@type': 'Offer', availabilityEnds: applyBy, url } }),
  };
}
