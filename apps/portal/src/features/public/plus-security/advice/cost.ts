import { type BenefitResult, calculate, parseCase } from '@kakehashi/benefits';
import type { DesignatedKind } from '../derived-programme.ts';
import type { InsuredAnswer } from './questions.ts';

/** What a training benefit pays of a fee. */
export interface Cost {
  /** Yen with tax. */
  readonly before: number;
  /** What is left to the person who pays the fee and meets the conditions. */
  readonly after: number;
  /** The benefit that pays most; undefined where the programme is not designated, or nothing is paid. */
  readonly benefit?: {
    readonly kind: DesignatedKind;
    readonly paid: number;
    /** Whether the conditions that were told are met; null where some were not told. */
    readonly eligible: boolean | null;
    readonly result: BenefitResult;
  };
}

const insuredYears: Readonly<Record<InsuredAnswer, number | undefined>> = {
  unknown: undefined,
  two: 2,
  one: 1,
  none: 0,
};

/**
 * The cost before and after the training benefit, by the rules of the day on which training begins.
 * @param fee  yen with tax
 * @param startsOn  `yyyy-mm-dd`
 */
export function costOf(
  kinds: readonly DesignatedKind[],
  fee: number,
  startsOn: string,
  insured: InsuredAnswer,
): Cost {
  const years = insuredYears[insured];
  const results = kinds.flatMap((kind) => {
    const parsed = parseCase({
      kind,
      start: startsOn,
      fees: [fee],
      ...(years !== undefined && { insuredYears: years, firstTime: true }),
    });
    return parsed.ok ? [{ kind, result: calculate(parsed.case) }] : [];
  });
  const [best] = results.toSorted((one, other) => other.result.total - one.result.total);
  if (!best || best.result.total === 0) return { before: fee, after: fee };
  const { kind, result } = best;
  return {
    before: fee,
    after: fee - result.total,
    benefit: { kind, paid: result.total, eligible: result.eligible, result },
  };
}
