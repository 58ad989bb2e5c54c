import type { Language } from '../../../../../platform/i18n/language.ts';
import { dataOf } from '../../../../../platform/publishing/kind.ts';
import type { PublishedRecords } from '../../../../../platform/read-model/read-model.ts';
import type { Vocabulary } from '../../../../../platform/vocabulary/vocabulary.ts';
import { programmeKind } from '../../kinds/programme.ts';
import { plusSecurityPaths } from '../../paths.ts';
import { skillWords } from '../../skills.ts';
import { areas, domains, roleWords } from '../demand/dimensions.ts';
import type { CountedProgramme, GapMap } from '../gap-map.ts';

export interface CountedView {
  /** What it was counted for, in words; empty: everything. */
  place: string;
  seats: number;
  programmes: (CountedProgramme & { title: string; href: string })[];
}

/** Undefined where the address names a role, skill, area or prefecture that there is none of. */
export function countedView(
  gapMap: GapMap,
  params: URLSearchParams,
  language: Language,
  { model, vocabulary }: { model: PublishedRecords; vocabulary: Vocabulary },
): CountedView | undefined {
  const known = {
    role: domains.role,
    skill: domains.skill,
    area: areas.map(({ id }) => id),
    prefecture: domains.prefecture,
  } as const;
  const place: Partial<Record<keyof typeof known, string>> = {};
  for (const name of Object.keys(known) as (keyof typeof known)[]) {
    const value = params.get(name);
    if (!value) continue;
    if (!known[name].includes(value)) return undefined;
    place[name] = value;
  }
  const { role = '', skill = '', area = '', prefecture } = place;
  const words = [
    roleWords[role]?.[language],
    skillWords[skill]?.[language],
    areas.find(({ id }) => id === area)?.label[language],
    prefecture && vocabulary.label('region', prefecture)[language],
  ].filter(Boolean);
  return {
    place: words.join(' × '),
    seats: gapMap.seats(place),
    programmes: gapMap.programmes(place).flatMap((programme) => {
      const record = model.get(programme.id);
      if (!record) return [];
      const { title } = dataOf(programmeKind, record);
      return {
        ...programme,
        title: title[language] ?? title.ja,
        href: plusSecurityPaths.programme(programme.id),
      };
    }),
  };
}
