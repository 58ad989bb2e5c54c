import { calculate, parseCase } from '@kakehashi/benefits';
import { calculatorPath } from '../../benefits/index.ts';
import { designatedKinds, designations } from '../derived-programme.ts';
import type { Programme } from '../kinds/programme-schema.ts';
import type { BenefitView } from '../views.ts';

/**
 * What each benefit pays that a programme is designated for, for who meets its conditions.
 * @param fee  yen with tax
 * @param startsOn  first day of training, by which the rule is chosen
 */
export function benefitViews(
  programme: Programme,
  fee: number,
  startsOn: string,
  href: (path: string) => string,
): BenefitView[] {
  return designatedKinds(programme).flatMap((kind) => {
    const parsed = parseCase({ kind, start: startsOn, fees: [fee] });
    if (!parsed.ok) return [];
    const { total } = calculate(parsed.case);
    return [
      {
        kind,
        number: programme[designations[kind]] ?? '',
        paid: total > 0 ? total : null,
        startsOn,
        href: href(calculatorPath(parsed.case)),
      },
    ];
  });
}
