import { writeDay, writeDays } from '../../../../platform/i18n/dates.ts';
import { dataOf } from '../../../../platform/publishing/kind.ts';
import { cardOf, type Reader } from '../../../../ui/collections/card.ts';
import { termWording } from '../../../../ui/collections/term-wording.ts';
import type { TextView } from '../../../../ui/collections/views.ts';
import type { Place } from '../advice/answers.ts';
import { type Cost, costOf } from '../advice/cost.ts';
import { bookingOf, type Offer, type OfferedRun } from '../advice/offers.ts';
import type { InsuredAnswer, SkillAt } from '../advice/questions.ts';
import type { DesignatedKind } from '../derived-programme.ts';
import { programmeKind } from '../kinds/programme.ts';
import type { AdviceSources } from './sources.ts';

/** A skill with the level that is reached or asked. */
export interface SkillView {
  id: string;
  title: string;
  level: string;
  href: string;
}

interface BenefitOfView {
  kind: DesignatedKind;
  paid: number;
  eligible: boolean | null;
  /** Where it is worked out, with the articles of law; undefined: the site has no such page. */
  href: string | undefined;
  /** Day on which the rules were checked. */
  checkedOn: string;
}

/** A programme within a plan. */
export interface PlannedView {
  id: string;
  title: TextView;
  href: string;
  provider: TextView | undefined;
  sample: boolean;
  /** The days of the run; undefined: at any time. */
  when: string | undefined;
  applyBy: string | undefined;
  /** The prefecture of the run; undefined where there is none. */
  prefecture: string | undefined;
  online: boolean;
  hours: number;
  before: number;
  after: number;
  benefit: BenefitOfView | undefined;
  adds: SkillView[];
}

/** How skills are named on a page. */
export type SkillNames = (skill: SkillAt) => SkillView;

interface Circumstances {
  place: Place;
  insured: InsuredAnswer;
  today: string;
  /** The run that is meant; absent: the next one from the place. */
  run?: OfferedRun | undefined;
}

export function plannedView(
  offer: Offer,
  adds: readonly SkillAt[],
  sources: AdviceSources,
  reader: Reader,
  name: SkillNames,
  { place, insured, today, run: given }: Circumstances,
): PlannedView | undefined {
  const record = sources.model.get(offer.id);
  if (!record) return undefined;
  const programme = dataOf(programmeKind, record);
  const card = cardOf(record, sources.programmes, reader);
  const booking = given ? { run: given, price: given.price } : bookingOf(offer, place);
  const run = booking?.run;
  const full = programme.runs?.find(({ id }) => id === run?.id);
  const cost = costOf(offer.benefits, booking?.price ?? offer.price, run?.starts ?? today, insured);
  const terms = termWording(sources.programmes.vocabulary(), reader);
  return {
    id: offer.id,
    title: card.title,
    href: card.href,
    provider: card.facts.operator,
    sample: programme.sample ?? false,
    when: full && writeDays(full.days, reader.language),
    applyBy: full?.applyBy && writeDay(full.applyBy, reader.language),
    prefecture: run?.prefecture && terms.term('region', run.prefecture).label.text,
    online: run?.online ?? false,
    hours: offer.hours,
    before: cost.before,
    after: cost.after,
    benefit: benefitOf(cost, reader),
    adds: adds.map(name),
  };
}

function benefitOf({ benefit, before }: Cost, reader: Reader): BenefitOfView | undefined {
  if (!benefit) return undefined;
  const { kind, paid, eligible, result } = benefit;
  const path = reader.linkTargets?.benefitCase?.({ kind, start: result.start, fees: [before] });
  return {
    kind,
    paid,
    eligible,
    href: path && reader.href(path),
    checkedOn: writeDay(result.rulesCheckedOn, reader.language),
  };
}
