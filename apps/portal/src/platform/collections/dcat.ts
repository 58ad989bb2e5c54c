import { type Language, languages } from '../i18n/language.ts';
import type { Label } from '../i18n/localised.ts';
import { siteUrl } from '../i18n/site-url.ts';
import { openDataWords } from './collection.ts';
import type { CollectionTable } from './collection-table.ts';
import type { Collections, OpenCollection } from './collections.ts';
import { tableMetadataPath } from './csvw.ts';
import { licence, openDataFormats, openDataPath, tableFormats } from './open-data.ts';
import { type RdfNode, type RdfValue, writeJsonLdGraph, writeTurtle } from './rdf.ts';

/** Addresses of the catalogue of data sets, without language prefix; the first answers by what is asked for. */
export const dataCatalogPaths = {
  negotiated: '/open-data/catalog',
  jsonLd: '/open-data/catalog.jsonld',
  turtle: '/open-data/catalog.ttl',
} as const;

const siteName: Label = { ja: '架け橋', en: 'Kakehashi' };

const prefixes = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/** The vocabularies that DCAT-AP asks for. */
const authority = 'http://publications.europa.eu/resource/authority';
const languageOf: Record<Language, RdfValue> = {
  ja: { iri: `${authority}/language/JPN` },
  en: { iri: `${authority}/language/ENG` },
};
const bothLanguages = languages.map((language) => languageOf[language]);
const everybody: RdfValue = { iri: `${authority}/access-right/PUBLIC` };
const japan: RdfValue = { iri: `${authority}/country/JPN` };
const themes = ['GOVE', 'TECH', 'EDUC'].map((theme) => ({ iri: `${authority}/data-theme/${theme}` }));
const continuously: RdfValue = { iri: `${authority}/frequency/CONT` };
const fileTypes = { csv: 'CSV', 'values.csv': 'CSV', json: 'JSON', jsonld: 'JSON_LD' } as const;

/** Words that data sets are found by. */
const keywords: readonly Label[] = [
  { ja: 'サイバーセキュリティ', en: 'cybersecurity' },
  { ja: '人材育成', en: 'training' },
  { ja: '相談窓口', en: 'consultation' },
];

/** The data sets of the site as a DCAT 3 catalogue in JSON-LD: one for each collection. */
export function writeDataCatalog(collections: Collections, baseUrl: string): string {
  return writeJsonLdGraph(dataCatalog(collections, baseUrl), prefixes);
}

/** The same catalogue as Turtle. */
export function writeDataCatalogTurtle(collections: Collections, baseUrl: string): string {
  return writeTurtle(dataCatalog(collections, baseUrl), prefixes);
}

/** DCAT 3, with what DCAT-AP 3 makes mandatory or recommends where the site knows it. */
function dataCatalog(collections: Collections, baseUrl: string): RdfNode {
  const all = collections.all();
  return {
    id: siteUrl(baseUrl, '/open-data'),
    type: 'dcat:Catalog',
    properties: {
      'dct:title': inBoth({ ja: '架け橋のオープンデータ', en: 'Open data of Kakehashi' }),
      'dct:description': inBoth({
        ja: '架け橋に掲載している情報のデータ目録です。',
        en: 'The data sets of what Kakehashi lists.',
      }),
      'dct:publisher': publisher(baseUrl),
      'foaf:homepage': { iri: siteUrl(baseUrl, '/open-data') },
      'dct:license': { iri: licence.url },
      'dct:language': bothLanguages,
      'dct:spatial': japan,
      'dct:modified': modified(all),
      'dcat:dataset': all.map((collection) => dataSet(collection, baseUrl)),
      'dcat:service': all.map((collection) => service(collection, baseUrl)),
    },
  };
}

function publisher(baseUrl: string): RdfNode {
  return {
    id: siteUrl(baseUrl, '/about'),
    type: 'foaf:Organization',
    properties: { 'foaf:name': inBoth(siteName), 'foaf:homepage': { iri: siteUrl(baseUrl, '/') } },
  };
}

const dataSetId = ({ declaration }: OpenCollection, baseUrl: string) =>
  siteUrl(baseUrl, `/open-data#${declaration.name}`);

function dataSet(collection: OpenCollection, baseUrl: string): RdfNode {
  const { declaration } = collection;
  const { title, description } = openDataWords(declaration);
  return {
    id: dataSetId(collection, baseUrl),
    type: 'dcat:Dataset',
    properties: {
      'dct:identifier': { text: declaration.name },
      'dct:title': inBoth(title),
      'dct:description': inBoth(description),
      'dct:publisher': publisher(baseUrl),
      'dcat:contactPoint': {
        id: siteUrl(baseUrl, '/about#contact'),
        type: 'vcard:Organization',
        properties: { 'vcard:fn': inBoth(siteName), 'vcard:hasURL': { iri: siteUrl(baseUrl, '/about') } },
      },
      'dct:license': { iri: licence.url },
      'dct:accessRights': everybody,
      'dct:language': bothLanguages,
      'dct:spatial': japan,
      'dcat:theme': themes,
      'dcat:keyword': keywords.flatMap(inBoth),
      'dct:accrualPeriodicity': continuously,
      'dct:issued': issued(collection),
      'dct:modified': modified([collection]),
      'dcat:landingPage': { iri: siteUrl(baseUrl, declaration.path) },
      'dcat:distribution': languages.flatMap((language) => [
        ...openDataFormats.map((format) => distribution(collection, format, language, baseUrl)),
        ...(declaration.tables ?? []).flatMap((table) =>
          tableFormats.map((format) => distribution(collection, format, language, baseUrl, table)),
        ),
      ]),
    },
  };
}

function distribution(
  collection: OpenCollection,
  { ending, label, mediaType }: (typeof openDataFormats)[number],
  language: Language,
  baseUrl: string,
  table?: CollectionTable,
): RdfNode {
  const file = table ? `${table.name}.${ending}` : ending;
  const address = siteUrl(baseUrl, openDataPath(collection.declaration, file), language);
  const [media = ''] = mediaType.split(';');
  return {
    id: address,
    type: 'dcat:Distribution',
    properties: {
      'dct:title': inBoth(
        table ? { ja: `${table.label.ja}（${label.ja}）`, en: `${table.label.en} (${label.en})` } : label,
      ),
      'dct:language': languageOf[language],
      'dct:license': { iri: licence.url },
      'dct:modified': modified([collection]),
      'dct:format': { iri: `${authority}/file-type/${fileTypes[ending]}` },
      'dcat:mediaType': { iri: `https://www.iana.org/assignments/media-types/${media}` },
      'dcat:accessURL': { iri: siteUrl(baseUrl, '/open-data') },
      'dcat:downloadURL': { iri: address },
      // The columns, one by one.
      'foaf:page': media === 'text/csv' ? { iri: siteUrl(baseUrl, tableMetadataPath, language) } : undefined,
    },
  };
}

function service(collection: OpenCollection, baseUrl: string): RdfNode {
  const { name, label } = collection.declaration;
  const address = siteUrl(baseUrl, `/api/v1/${name}`);
  return {
    id: address,
    type: 'dcat:DataService',
    properties: {
      'dct:title': inBoth({ ja: `${label.ja}のAPI`, en: `API of ${label.en}` }),
      'dct:license': { iri: licence.url },
      'dct:accessRights': everybody,
      'dcat:endpointURL': { iri: address },
      'dcat:endpointDescription': { iri: siteUrl(baseUrl, '/api/v1/openapi.json') },
      'dcat:servesDataset': { iri: dataSetId(collection, baseUrl) },
    },
  };
}

function issued(collection: OpenCollection): RdfValue | undefined {
  const [first] = collection
    .listed()
    .map(({ enteredOn }) => enteredOn)
    .sort();
  return first === undefined ? undefined : { value: first, datatype: 'xsd:date' };
}

function modified(collections: readonly OpenCollection[]): RdfValue | undefined {
  const newest = newestChange(collections);
  return newest && { value: newest.toISOString(), datatype: 'xsd:dateTime' };
}

/** @returns undefined where nothing is published */
function newestChange(collections: readonly OpenCollection[]): Date | undefined {
  const moments = collections.flatMap((collection) =>
    collection.listed().map(({ updatedAt }) => updatedAt.getTime()),
  );
  return moments.length > 0 ? new Date(moments.reduce((last, moment) => Math.max(last, moment))) : undefined;
}

function inBoth(label: Label): RdfValue[] {
  return languages.map((language) => ({ text: label[language], language }));
}
