import { type Language, languages } from '../i18n/language.ts';
import type { Label } from '../i18n/localised.ts';
import { siteUrl } from '../i18n/site-url.ts';
import type { Collections, OpenCollection } from './collections.ts';
import { licence, openDataFormats, openDataPath } from './open-data.ts';

/** Address of the catalogue of data sets, without language prefix. */
export const dataCatalogPath = '/open-data/catalog.jsonld';

const siteName: Label = { ja: '架け橋', en: 'Kakehashi' };

/** The data sets of the site as a DCAT 3 catalogue in JSON-LD: one for each collection. */
export function writeDataCatalog(collections: Collections, baseUrl: string): string {
  return JSON.stringify({
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': siteUrl(baseUrl, '/open-data'),
    '@type': 'dcat:Catalog',
    'dct:title': inBoth({ ja: '架け橋のオープンデータ', en: 'Open data of Kakehashi' }),
    'dct:description': inBoth({
      ja: '架け橋に掲載している情報のデータ目録です。',
      en: 'The data sets of what Kakehashi lists.',
    }),
    'dct:publisher': {
      '@id': siteUrl(baseUrl, '/about'),
      '@type': 'foaf:Agent',
      'foaf:name': inBoth(siteName),
      'foaf:homepage': { '@id': siteUrl(baseUrl, '/') },
    },
    'dct:license': { '@id': licence.url },
    'dct:language': languages,
    'dcat:dataset': collections.all().map((collection) => dataSet(collection, baseUrl)),
    'dcat:service': collections.all().map((collection) => service(collection, baseUrl)),
  });
}

const dataSetId = ({ declaration }: OpenCollection, baseUrl: string) =>
  siteUrl(baseUrl, `/open-data#${declaration.name}`);

function dataSet(collection: OpenCollection, baseUrl: string) {
  const { declaration } = collection;
  const { words, label } = declaration;
  const newest = collection.listed().reduce((last, { updatedAt }) => Math.max(last, updatedAt.getTime()), 0);
  return {
    '@id': dataSetId(collection, baseUrl),
    '@type': 'dcat:Dataset',
    'dct:identifier': declaration.name,
    'dct:title': inBoth(label),
    'dct:description': inBoth({ ja: words.ja.description, en: words.en.description }),
    'dct:license': { '@id': licence.url },
    'dct:language': languages,
    ...(newest > 0 && {
      'dct:modified': { '@type': 'xsd:dateTime', '@value': new Date(newest).toISOString() },
    }),
    'dcat:landingPage': { '@id': siteUrl(baseUrl, declaration.path) },
    'dcat:distribution': languages.flatMap((language) =>
      openDataFormats.map((format) => distribution(collection, format, language, baseUrl)),
    ),
  };
}

function distribution(
  { declaration }: OpenCollection,
  { ending, label, mediaType }: (typeof openDataFormats)[number],
  language: Language,
  baseUrl: string,
) {
  const address = siteUrl(baseUrl, openDataPath(declaration, ending), language);
  const [media = ''] = mediaType.split(';');
  return {
    '@id': address,
    '@type': 'dcat:Distribution',
    'dct:title': inBoth({ ja: label, en: label }),
    'dct:language': language,
    'dct:license': { '@id': licence.url },
    'dcat:accessURL': { '@id': siteUrl(baseUrl, '/open-data') },
    'dcat:downloadURL': { '@id': address },
    'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${media}` },
  };
}

function service(collection: OpenCollection, baseUrl: string) {
  const { name, label } = collection.declaration;
  return {
    '@id': siteUrl(baseUrl, `/api/v1/${name}`),
    '@type': 'dcat:DataService',
    'dct:title': inBoth({ ja: `${label.ja}のAPI`, en: `API of ${label.en}` }),
    'dcat:endpointURL': { '@id': siteUrl(baseUrl, `/api/v1/${name}`) },
    'dcat:endpointDescription': { '@id': siteUrl(baseUrl, '/api/v1/openapi.json') },
    'dcat:servesDataset': { '@id': dataSetId(collection, baseUrl) },
  };
}

function inBoth(label: Label) {
  return languages.map((language) => ({ '@language': language, '@value': label[language] }));
}
