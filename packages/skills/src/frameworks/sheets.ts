import type { Framework } from '../framework.ts';

/** What a framework says of itself, apart from its groups, items and roles. */
export type FrameworkSheet = Omit<Framework, 'groups' | 'items' | 'roles' | 'mappings'>;

/** The published frameworks whose structure is in this package, with the terms under which it may be. */
export const sheets = {
  nice: {
    id: 'nice',
    version: '2.1.0',
    title: {
      ja: 'NICEフレームワーク（米国のサイバーセキュリティ人材の枠組み）',
      en: 'NICE Workforce Framework for Cybersecurity',
    },
    languages: ['en'],
    source: {
      publisher: 'National Institute of Standards and Technology (NIST)',
      title: 'NICE Framework Components 2.1.0',
      url: 'https://www.nist.gov/nice/framework',
      published: '2025-12-11',
    },
    licence: {
      name: 'Public domain in the United States (17 U.S.C. § 105)',
      notice: 'Source: NIST, NICE Framework Components. A work of the United States Government.',
    },
    levels: [],
  },
  dcwf: {
    id: 'dcwf',
    version: '5.1',
    title: {
      ja: 'DCWF（米国防総省のサイバー人材の枠組み）',
      en: 'DoD Cyber Workforce Framework',
    },
    languages: ['en'],
    source: {
      publisher: 'United States Department of Defense, Chief Information Officer',
      title: 'DCWF Work Role Tool 5.1',
      url: 'https://dodcio.defense.gov/Cyber-Workforce/DCWF/',
      published: '2025-07-25',
    },
    licence: {
      name: 'Public domain in the United States (17 U.S.C. § 105)',
      notice:
        'Source: DoD CIO, DoD Cyber Workforce Framework. A work of the United States Government. The roles whose content the source withholds are left out.',
    },
    levels: [],
  },
  gddat: {
    id: 'gddat',
    version: '2026-03-23',
    title: {
      ja: '英国政府のデジタル・データ専門職の能力の枠組み',
      en: 'UK Government Digital and Data Profession Capability Framework',
    },
    languages: ['en'],
    source: {
      publisher: 'Government Digital Service (GDS)',
      title: 'Government Digital and Data Profession Capability Framework, export of 2026-03-23',
      url: 'https://ddat-capability-framework.service.gov.uk/',
      published: '2026-03-23',
    },
    licence: {
      name: 'Open Government Licence v3.0',
      url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
      notice: 'Contains public sector information licensed under the Open Government Licence v3.0.',
    },
    levels: [
      { id: 'Awareness', title: { ja: '知っている', en: 'Awareness' } },
      { id: 'Working', title: { ja: '助けを得てできる', en: 'Working' } },
      { id: 'Practitioner', title: { ja: '一人でできる', en: 'Practitioner' } },
      { id: 'Expert', title: { ja: '組織を導ける', en: 'Expert' } },
    ],
  },
  ecsf: {
    id: 'ecsf',
    version: '1.0',
    title: {
      ja: 'ECSF（欧州のサイバーセキュリティ技能の枠組み）',
      en: 'European Cybersecurity Skills Framework',
    },
    languages: ['en'],
    source: {
      publisher: 'European Union Agency for Cybersecurity (ENISA)',
      title: 'European Cybersecurity Skills Framework: role profiles',
      url: 'https://www.enisa.europa.eu/topics/skills-and-competences/skills-development/european-cybersecurity-skills-framework-ecsf',
      published: '2022-09-19',
    },
    licence: {
      name: 'ENISA: reproduction is authorised provided the source is acknowledged',
      notice:
        '© European Union Agency for Cybersecurity (ENISA). Reproduction is authorised provided the source is acknowledged.',
    },
    levels: [],
  },
} as const satisfies Record<string, FrameworkSheet>;

export type PublishedFrameworkId = keyof typeof sheets;
