import type { Language } from './language.ts';

/**
 * Path of a page in a language, without origin: English pages stand under `/en`.
 * @param path  without language prefix, with its query string where it has one
 */
export function localPath(path: string, language: Language): string {
  return language === 'ja' ? path : `/${language}${path.replace(/^\/(?=$|[?#])/, '')}`;
}

/**
 * Absolute URL of a page or file of this site.
 * @param baseUrl   origin of the site, without a trailing slash
 * @param path      without language prefix
 * @param language  absent for addresses without a language
 */
export function siteUrl(baseUrl: string, path: string, language: Language = 'ja'): string {
  return baseUrl + localPath(path, language);
}
