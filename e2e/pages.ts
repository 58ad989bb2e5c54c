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
  '/benefits',
  '/benefits/calculator',
  '/benefits/calculator?kind=practical&step=course',
  '/benefits/calculator?kind=practical&months=x&step=fees',
  '/benefits/calculator?kind=practical&start=2024-10-01&months=36&step=fees&fees=each',
  '/benefits/calculator?kind=practical&start=2024-10-01&fee=1&first-time=no&work=left&step=person',
  '/benefits/calculator?kind=practical&start=2024-10-01&fee=1&step=outcome',
  '/benefits/calculator?kind=practical&start=2024-10-01&fee=600000&fee=400000&compare=2024-09-30',
  '/benefits/calculator?kind=general&start=2024-10-01&fee=300000&insured-years=0',
  '/benefits/calculator?kind=general&start=2024-10-01&fee=x&step=change',
  '/benefits/calculator?kind=support&start=2025-04-01&basic-allowance=5000&certified-days=30',
  '/benefits/designation',
  '/benefits/designation?programme=ict-qualification&mode=classroom&months=3&hours=60&itss-level=2',
  '/calls',
  '/reports/cyder',
  '/account-requests',
  '/about',
  '/accessibility',
  '/security',
  '/site-map',
  '/open-data',
  '/api',
  '/nowhere',
] as const;

export const languagePrefixes = { ja: '', en: '/en' } as const;

export function inLanguage(language: keyof typeof languagePrefixes, path: string): string {
  return path === '/' ? languagePrefixes[language] || '/' : languagePrefixes[language] + path;
}
