import { calculate, parseCase } from '@kakehashi/benefits';
import type { Reader } from '../../../../ui/collections/card.ts';
import { designatedKinds, designations } from '../derived-programme.ts';
import type { Programme } from '../kinds/programme-schema.ts';
import type { BenefitView } from '../views.ts';

/**
 * What each benefit pays that a programme is designated for, for who meets its conditions.
 * @param fee  yen with tax
 * @param startsOn  first day of training, by which the rule is chosen
 * @param reader  whose links lead on to how it was computed; absent: nothing is linked
 */
export function benefitViews(
  programme: Programme,
  fee: number,
  startsOn: string,
  reader?: Pick<Reader, 'href' | 'linkTargets'>,
): BenefitView[] {
  return designatedKinds(programme).flatMap((kind) => {
    const parsed = parseCase({ kind, start: startsOn, fees: [fee] });
    if (!parsed.ok) return [];
    const { total } = calculate(parsed.case);
    const path = reader?.linkTargets?.benefitCase?.(parsed.case);
    return [
      {
        kind,
        number: programme[designations[kind]] ?? '',
        paid: total > 0 ? total : null,
        startsOn,
        href: path && reader?.href(path),
      },
    ];
  });
}
