import { fold } from '@kakehashi/search';
import type { Problem } from '../../../platform/outcome/outcome.ts';
import type { RedirectsData } from '../../../platform/redirects/redirects-kind.ts';
import type { SynonymsData } from '../../../platform/search/synonyms-kind.ts';

/** Findings in a document beyond its schema. */
export interface Findings {
  /** Problems that prevent sending. */
  problems: readonly Problem[];
  /** Warnings; the document can be sent nevertheless. */
  warnings: readonly Problem[];
}

export const nothingFound: Findings = { problems: [], warnings: [] };

/** Warns of words in several groups: each finds the words of all its groups. */
export function synonymFindings({ groups }: SynonymsData): Findings {
  const homes = new Map<string, { word: string; groups: number[] }>();
  for (const [index, { words }] of groups.entries())
    for (const word of words) {
      const home = homes.get(fold(word)) ?? { word, groups: [] };
      home.groups.push(index + 1);
      homes.set(fold(word), home);
    }
  const warnings = [...homes.values()]
    .filter((home) => home.groups.length > 1)
    .map(({ word, groups: numbers }): Problem => {
      const [ja, en] = [numbers.join('、'), numbers.join(', ')];
      return {
        code: 'word-in-groups',
        message: {
          ja: `「${word}」は ${ja} 番目の組に入っています。どの組の言葉も見つかるようになります。`,
          en: `“${word}” stands in groups ${en}: whoever looks for it finds the words of all of them.`,
        },
      };
    });
  return { problems: [], warnings };
}

/** @param isPage  whether a path is a page of this site now */
export function redirectFindings({ rules }: RedirectsData, isPage: (path: string) => boolean): Findings {
  const problems = rules.flatMap(({ from }, index): Problem[] =>
    isPage(from)
      ? [
          {
            code: 'hides-page',
            field: `rules.${index}.from`,
            message: {
              ja: `${from} には、いまページがあります。転送すると見られなくなるため、登録できません。`,
              en: `There is a page at ${from}; a redirect would hide it.`,
            },
          },
        ]
      : [],
  );
  const warnings = rules.flatMap(({ to, external, from }): Problem[] =>
    to && !external && !isPage(to.replace(/[?#].*$/, '').replace(/^\/en(?=\/|$)/, '') || '/')
      ? [
          {
            code: 'leads-nowhere',
            message: {
              ja: `${from} の移った先 ${to} に、ページがありません。`,
              en: `${from} leads to ${to}, where there is no page.`,
            },
          },
        ]
      : [],
  );
  return { problems, warnings };
}
