/** One page of each template, without language prefix: what the checks of every page walk through. */
export const templates = [
  '/',
  '/search',
  `/search?q=${encodeURIComponent('身代金ウイルス')}&purpose=respond`,
  `/search?q=${encodeURIComponent('存在しない語彙xyzzy')}&age=senior`,
  '/initiatives/cyder',
  '/features',
  '/features/stop-ransomware',
  '/help',
  '/help/phishing',
  '/finder',
  '/finder?who=sme&want-at-work=protect',
  '/about',
  '/accessibility',
  '/site-map',
  '/open-data',
  '/api',
  '/nowhere',
] as const;

export const languagePrefixes = { ja: '', en: '/en' } as const;

export function inLanguage(language: keyof typeof languagePrefixes, path: string): string {
  return path === '/' ? languagePrefixes[language] || '/' : languagePrefixes[language] + path;
}
