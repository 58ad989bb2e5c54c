import type { CommandIo } from '../../../../platform/command-line/command.ts';

/** Something to collect: where it is, and the name it is kept under in the advisories folder. */
export interface Source {
  /** Display name: `Go`, `KEV`, `EPSS`. */
  name: string;
  url: string;
  file: string;
  kind: 'osv' | 'kev' | 'epss';
}

/** Where the sources are, unless told otherwise. */
export const publicAddresses = {
  osv: 'https://osv-vulnerabilities.storage.googleapis.com',
  kev: 'https://www.cisa.gov/sites/default/files/feeds/known_exploited_vulnerabilities.json',
  epss: 'https://epss.empiricalsecurity.com/epss_scores-current.csv.gz',
} as const;

/** Ecosystems collected by default. */
export const usualEcosystems = ['npm', 'PyPI', 'Maven', 'Go', 'crates.io', 'NuGet', 'RubyGems', 'Packagist'];

export interface Addresses {
  /** Folder that holds `<ecosystem>/all.zip`. */
  osv: string;
  kev: string;
  epss: string;
}

/** Addresses from the options, else from `KAKEHASHI_OSV_URL`, `KAKEHASHI_KEV_URL`, `KAKEHASHI_EPSS_URL`, else public. */
export function addressesOf(options: Partial<Addresses>, env: CommandIo['env']): Addresses {
  return {
    osv: options.osv ?? (env.KAKEHASHI_OSV_URL || publicAddresses.osv),
    kev: options.kev ?? (env.KAKEHASHI_KEV_URL || publicAddresses.kev),
    epss: options.epss ?? (env.KAKEHASHI_EPSS_URL || publicAddresses.epss),
  };
}

/** Everything to collect for these ecosystems. */
export function sourcesOf(ecosystems: readonly string[], { osv, kev, epss }: Addresses): Source[] {
  const folder = osv.replace(/\/+$/, '');
  return [
    ...ecosystems.map(
      (name): Source => ({
        name,
        url: `${folder}/${encodeURIComponent(name)}/all.zip`,
        file: `osv/${name.replaceAll(/[^A-Za-z0-9._-]+/g, '_')}.zip`,
        kind: 'osv',
      }),
    ),
    { name: 'KEV', url: kev, file: 'kev.json', kind: 'kev' },
    { name: 'EPSS', url: epss, file: epss.endsWith('.gz') ? 'epss.csv.gz' : 'epss.csv', kind: 'epss' },
  ];
}
