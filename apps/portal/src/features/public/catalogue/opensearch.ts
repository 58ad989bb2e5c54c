import { escapeXml } from '../../../platform/collections/feed.ts';
import type { Language } from '../../../platform/i18n/language.ts';
import { siteUrl } from '../../../platform/i18n/site-url.ts';
import { sitePaths } from '../../../ui/shell/site-paths.ts';

const words: Record<Language, { name: string; description: string }> = {
  ja: { name: '架け橋', description: 'サイバーセキュリティの取組をさがす' },
  en: { name: 'Kakehashi', description: 'Search cybersecurity initiatives in Japan' },
};

/**
 * Description of the site's search for browsers (OpenSearch 1.1): with it somebody searches from the address bar,
 * with suggestions.
 */
export function writeOpenSearch(language: Language, baseUrl: string): string {
  const { name, description } = words[language];
  const address = (path: string, spoken: Language = 'ja') => escapeXml(siteUrl(baseUrl, path, spoken));
  const suggestions = '/api/v1/suggest?format=opensearch&q={searchTerms}';
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${name}</ShortName>
  <Description>${description}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <OutputEncoding>UTF-8</OutputEncoding>
  <Language>${language}</Language>
  <Image width="32" height="32" type="image/x-icon">${address('/favicon.ico')}</Image>
  <Url type="text/html" method="get" template="${address(`${sitePaths.search}?q={searchTerms}`, language)}"/>
  <Url type="application/atom+xml" template="${address(`${sitePaths.feed}?q={searchTerms}`, language)}"/>
  <Url type="application/x-suggestions+json" rel="suggestions" template="${address(suggestions)}"/>
  <Url type="application/opensearchdescription+xml" rel="self" template="${address(sitePaths.openSearch, language)}"/>
</OpenSearchDescription>
`;
}
