import { type Article, type Parameter, rulesInForce, type TrainingKind } from '@kakehashi/benefits';

export interface LandingView {
  /** The start date the table is for. */
  day: string;
  kinds: KindRow[];
  articles: Article[];
  rulesCheckedOn: string;
}

export interface KindRow {
  kind: TrainingKind;
  rate: Parameter;
  /** A year, for practical training. */
  ceiling: Parameter;
  more: Tier | undefined;
  wage: (Tier & { rise: Parameter }) | undefined;
  firstYears: Parameter;
  laterYears: Parameter;
}

interface Tier {
  rate: Parameter;
  ceiling: Parameter;
}

const trainingKinds: readonly TrainingKind[] = ['general', 'specified', 'practical'];

/** The three kinds beside each other, as the law has them for courses that start on this day. */
export function landingView(day: string): LandingView {
  const kinds = trainingKinds.map((kind) => kindRow(kind, day));
  const values = kinds.flatMap(({ rate, ceiling, firstYears }) => [rate, ceiling, firstYears]);
  return {
    day,
    kinds,
    articles: [...new Set(values.flatMap(({ articles }) => articles))],
    rulesCheckedOn: values.map(({ checkedOn }) => checkedOn).sort()[0] ?? day,
  };
}

function kindRow(kind: TrainingKind, day: string): KindRow {
  const rules = rulesInForce(kind, day);
  const rule = (name: string) => rules.get(`${kind}.${name}`);
  const needed = (name: string): Parameter => {
    const value = rule(name);
    if (value === undefined) throw new RangeError(`${kind} training has no ${name} on ${day}`);
    return value;
  };
  const ceilingName = kind === 'practical' ? 'YearCeiling' : 'Ceiling';
  const tier = (name: string): Tier | undefined => {
    const [rate, ceiling] = [rule(`${name}Rate`), rule(name + ceilingName)];
    return rate && ceiling && { rate, ceiling };
  };
  const wage = tier('wage');
  const rise = rule('wageRise');
  return {
    kind,
    rate: needed('rate'),
    ceiling: needed(kind === 'practical' ? 'yearCeiling' : 'ceiling'),
    more: tier('employed'),
    wage: wage && rise && { ...wage, rise },
    firstYears: needed('firstYears'),
    laterYears: needed('laterYears'),
  };
}
