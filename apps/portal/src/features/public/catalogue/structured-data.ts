import { licence } from '../../../platform/collections/open-data.ts';
import type { Language } from '../../../platform/i18n/language.ts';
import { siteUrl } from '../../../platform/i18n/site-url.ts';
import type { PublishedRecord } from '../../../platform/publishing/published-record.ts';
import type { CardView, TermView } from '../../../ui/collections/views.ts';
import type { Initiative } from './kinds/initiative.ts';
import type { PictureView, SpecialFeatureView } from './views.ts';

/** A description in the vocabulary of schema.org. */
export type StructuredData = Readonly<Record<string, unknown>>;

const siteNames: Record<Language, string> = { ja: '架け橋', en: 'Kakehashi' };

interface DescribedPage {
  /** Whole address. */
  url: string;
  name: string;
  language: Language;
  /** `YYYY-MM-DD` or with a time. */
  updated: string;
  baseUrl: string;
}

/** A page of this site: its words are the site's own and under its licence, which what they are about need not be. */
export function structuredPage({ url, name, language, updated, baseUrl }: DescribedPage): StructuredData {
  const site = { name: siteNames[language], url: siteUrl(baseUrl, '/', language) };
  return {
    '@context': 'https://schema.org',
    '@type': 'WebPage',
    '@id': url,
    url,
    name,
    inLanguage: language,
    dateModified: updated,
    isAccessibleForFree: true,
    license: licence.url,
    isPartOf: { '@type': 'WebSite', ...site },
    publisher: { '@type': 'Organization', ...site },
  };
}

/** schema.org description of a special feature: an article of the site's own. */
export function structuredFeature(
  { title, lead, updatedOn }: SpecialFeatureView,
  { url, baseUrl }: Pick<DescribedPage, 'url' | 'baseUrl'>,
): StructuredData {
  const { '@context': context, ...page } = structuredPage({
    url,
    name: title.text,
    language: title.language,
    updated: updatedOn,
    baseUrl,
  });
  return { '@context': context, ...page, '@type': 'Article', headline: title.text, description: lead.text };
}

/** schema.org description of the site, with its search. */
export function structuredSite(language: Language, description: string, baseUrl: string): StructuredData {
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: siteNames[language],
    url: siteUrl(baseUrl, '/', language),
    description,
    inLanguage: language,
    license: licence.url,
    isAccessibleForFree: true,
    potentialAction: {
      '@type': 'SearchAction',
      target: {
        '@type': 'EntryPoint',
        urlTemplate: siteUrl(baseUrl, '/search?q={search_term_string}', language),
      },
      'query-input': 'required name=search_term_string',
    },
  };
}

interface InitiativeParts {
  card: CardView;
  affiliations: readonly TermView[];
  /** With its whole address. */
  picture?: PictureView;
}

/** schema.org description of an initiative's page. */
export function structuredInitiative(
  record: PublishedRecord,
  data: Initiative,
  { card, affiliations, picture }: InitiativeParts,
  { url, baseUrl }: Pick<DescribedPage, 'url' | 'baseUrl'>,
): StructuredData {
  const { language } = card.title;
  const words = {
    name: card.title.text,
    description: card.summary.text,
    operator: card.facts.operator?.text ?? data.operator.ja,
    language,
    audiences: affiliations.map(({ label }) => label.text),
  };
  return {
    ...structuredPage({
      url,
      name: words.name,
      language,
      updated: record.updatedAt.toISOString(),
      baseUrl,
    }),
    mainEntity: { ...describeInitiative(data, words), ...(picture && { image: structuredPicture(picture) }) },
  };
}

function structuredPicture({ src, width, height, alt, credit }: PictureView): StructuredData {
  return {
    '@type': 'ImageObject',
    contentUrl: src,
    width: `${width} px`,
    height: `${height} px`,
    caption: alt.text,
    ...(credit && { creditText: credit }),
  };
}

interface InitiativeWords {
  name: string;
  description: string;
  operator: string;
  language: Language;
  /** For whom it is. */
  audiences: readonly string[];
}

type Type =
  | 'Service'
  | 'GovernmentService'
  | 'LearningResource'
  | 'Course'
  | 'Event'
  | 'EducationalOccupationalCredential'
  | 'Organization'
  | 'CreativeWork';

/** Categories that schema.org knows by a type of its own, with those that were merged into others. */
const types: Readonly<Record<string, Type>> = {
  'consultation-desk': 'Service',
  reporting: 'Service',
  tool: 'Service',
  service: 'Service',
  scheme: 'Service',
  subsidy: 'Service',
  material: 'LearningResource',
  guide: 'LearningResource',
  class: 'Course',
  'visiting-lecture': 'Course',
  'vocational-training': 'Course',
  exercise: 'Course',
  development: 'Course',
  competition: 'Event',
  qualification: 'EducationalOccupationalCredential',
  association: 'Organization',
};

function typeOf({ category, url, heldOn }: Initiative): Type {
  const type = types[category] ?? 'CreativeWork';
  // An event has a day; a contest of which none is known yet is told of as a work.
  if (type === 'Event' && !heldOn) return 'CreativeWork';
  return type === 'Service' && isOfGovernment(url) ? 'GovernmentService' : type;
}

/** Names under .go.jp and .lg.jp are given to national and local government only. */
function isOfGovernment(url: string): boolean {
  return /\.(go|lg)\.jp$/.test(URL.parse(url)?.hostname ?? '');
}

/** What an initiative is, by properties that schema.org gives things of its type. */
export function describeInitiative(data: Initiative, words: InitiativeWords): StructuredData {
  const type = typeOf(data);
  const { name, description, operator, audiences } = words;
  const thing = { '@type': type, name, description, url: data.url };
  const contact = contactPoint(data, words);
  const organisation = { '@type': 'Organization', name: operator, ...contact };
  const audience =
    audiences.length > 0
      ? { audience: audiences.map((audienceType) => ({ '@type': 'Audience', audienceType })) }
      : {};
  const offers = offered(data);
  const days = eventsAbout(data, words);
  switch (type) {
    case 'Organization':
      return { ...thing, ...contact, ...days };
    case 'Service':
    case 'GovernmentService':
      return { ...thing, provider: organisation, ...audience, ...offers, ...days };
    case 'Event': {
      const heldOn = data.heldOn ?? [];
      return {
        ...thing,
        organizer: organisation,
        startDate: heldOn[0],
        endDate: heldOn.at(-1),
        ...attendance(data),
        ...audience,
        ...free(data),
        ...offers,
      };
    }
    case 'Course':
      return {
        ...thing,
        provider: organisation,
        ...work(data),
        ...audience,
        ...offers,
        hasCourseInstance: courseInstances(data, words),
      };
    case 'LearningResource':
      return { ...thing, publisher: organisation, ...work(data), ...audience, ...offers, ...days };
    default:
      return {
        ...thing,
        publisher: organisation,
        ...audience,
        ...free(data),
        ...language(data),
        ...offers,
        ...days,
      };
  }
}

/** What is known of something that is learnt from. */
function work(data: Initiative): StructuredData {
  const { minutes, grades, subjects } = data;
  return {
    ...free(data),
    ...language(data),
    ...(minutes && { timeRequired: `PT${minutes}M` }),
    ...(grades && { educationalLevel: grades }),
    ...(subjects && { about: subjects.map((subject) => ({ '@type': 'Thing', name: subject })) }),
  };
}

const free = ({ cost }: Initiative): StructuredData =>
  cost === 'free' || cost === 'paid' ? { isAccessibleForFree: cost === 'free' } : {};

const language = ({ pageLanguages }: Initiative): StructuredData =>
  pageLanguages ? { inLanguage: pageLanguages } : {};

/** Days on which something is held that schema.org gives no days of its own: events about it. */
function eventsAbout(data: Initiative, { name }: InitiativeWords): StructuredData {
  if (!data.heldOn) return {};
  const events = data.heldOn.map((day) => ({
    '@type': 'Event',
    name,
    startDate: day,
    endDate: day,
    ...attendance(data),
  }));
  return { subjectOf: events };
}

/** Each day on which a course is held; without days, how it is held. */
function courseInstances(data: Initiative, { name }: InitiativeWords): StructuredData[] {
  const mode = { '@type': 'CourseInstance', name, ...courseMode(data) };
  const { heldOn = [] } = data;
  return heldOn.length > 0 ? heldOn.map((day) => ({ ...mode, startDate: day, endDate: day })) : [mode];
}

function courseMode({ format }: Initiative): StructuredData {
  const modes = format.filter((value) => value === 'online' || value === 'onsite');
  return modes.length > 0 ? { courseMode: modes } : {};
}

function attendance({ format }: Initiative): StructuredData {
  const online = format.includes('online');
  const onsite = format.includes('onsite');
  if (!online && !onsite) return {};
  const mode = online && onsite ? 'Mixed' : online ? 'Online' : 'Offline';
  return { eventAttendanceMode: `https://schema.org/${mode}EventAttendanceMode` };
}

/** What it costs where that is known, and until when one may apply. */
function offered({ cost, applyBy, url }: Initiative): StructuredData {
  if (cost !== 'free' && !applyBy) return {};
  return {
    offers: {
      '@type': 'Offer',
      url,
      ...(cost === 'free' && { price: 0, priceCurrency: 'JPY' }),
      ...(applyBy && { availabilityEnds: applyBy }),
    },
  };
}

/** How its operator is reached. */
function contactPoint(
  { telephone, mail, form, hoursNote }: Initiative,
  { language: spoken }: InitiativeWords,
): StructuredData {
  if (!telephone && !mail && !form) return {};
  const hours = hoursNote && ((spoken === 'en' && hoursNote.en) || hoursNote.ja);
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
