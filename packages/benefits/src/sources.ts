import type { CivilDate } from './civil-date.ts';
import type { Text } from './text.ts';

/** Where a value was read, and when. */
export interface Source {
  readonly name: Text;
  /** Whether it is an official text, or another's account of one. */
  readonly kind: 'official' | 'secondary';
  readonly readOn: CivilDate;
}

/** The texts that the tables were read from. */
export const sources = {
  // Compared with the pages of the Ministry of Health, Labour and Welfare on 2026-07-17.
  comparedData: {
    name: {
      ja: '厚労省のページと照合された公開データ',
      en: 'public data compared with the ministry’s pages',
    },
    kind: 'secondary',
    readOn: '2026-11-23',
  },
  guides: {
    name: { ja: '民間の解説などの二次資料', en: 'guides and other secondary sources' },
    kind: 'secondary',
    readOn: '2026-11-30',
  },
  ordinance57: {
    name: {
      ja: '令和6年厚生労働省令第57号（2024年3月27日）、二次資料で確認',
      en: 'Ordinance 57 of the Ministry of Health, Labour and Welfare, 2024-03-27, read in a secondary source',
    },
    kind: 'secondary',
    readOn: '2026-11-30',
  },
} satisfies Record<string, Source>;
