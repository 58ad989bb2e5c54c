import { licence } from '../../../platform/collections/open-data.ts';
import type { Language } from '../../../platform/i18n/language.ts';
import { siteUrl } from '../../../platform/i18n/site-url.ts';
import type { StructuredData } from './structured-data.ts';
import type { OpenDataView } from './views.ts';

/** The open data as a schema.org DataCatalog, which is where search engines for data sets find it. */
export function structuredDataCatalog(
  { files, updatedOn }: OpenDataView,
  { name, description }: { name: string; description: string },
  { language, baseUrl }: { language: Language; baseUrl: string },
): StructuredData {
  const url = siteUrl(baseUrl, '/open-data', language);
  const publisher = { '@type': 'Organization', name: 'Kakehashi / 架け橋', url: siteUrl(baseUrl, '/about') };
  const shared = {
    license: licence.url,
    inLanguage: language,
    isAccessibleForFree: true,
    dateModified: updatedOn,
  };
  return {
    '@context': 'https://schema.org',
    '@type': 'DataCatalog',
    '@id': url,
    url,
    name,
    description,
    publisher,
    ...shared,
    dataset: files.map((file) => ({
      '@type': 'Dataset',
      '@id': `${url}#${file.name}`,
      name: file.title,
      description: file.description,
      url,
      creator: publisher,
      ...shared,
      variableMeasured: file.columns.map((column) => column.name),
      distribution: file.downloads.map(({ href, mediaType }) => ({
        '@type': 'DataDownload',
        contentUrl: siteUrl(baseUrl, href),
        encodingFormat: mediaType,
      })),
    })),
  };
}
