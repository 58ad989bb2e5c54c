import type { Framework } from '@kakehashi/skills';
import { dataOf } from '../../../../platform/publishing/kind.ts';
import type { PublishedRecord } from '../../../../platform/publishing/published-record.ts';
import type { PublishedRecords } from '../../../../platform/read-model/read-model.ts';
import { programmeKind } from '../kinds/programme.ts';
import { nextClosing } from '../runs/run-times.ts';
import { type Offer, offerOf } from './offers.ts';

interface Known {
  offer: Offer;
  levels: Framework['levels'];
  /** When time alone makes it another. */
  until: Date | undefined;
}

/** The published programmes as they can be taken now; each is worked out once, until a run of it closes. */
export class Market {
  readonly #model: PublishedRecords;
  readonly #known = new WeakMap<PublishedRecord, Known>();

  constructor(model: PublishedRecords) {
    this.#model = model;
  }

  offers(framework: Framework, now: Date): Offer[] {
    return this.#model.ofKind(programmeKind.name).map((record) => this.#offer(record, framework, now));
  }

  #offer(record: PublishedRecord, framework: Framework, now: Date): Offer {
    const known = this.#known.get(record);
    const { levels } = framework;
    if (known && known.levels === levels && (!known.until || known.until > now)) return known.offer;
    const programme = dataOf(programmeKind, record);
    const offer = offerOf(record.id, programme, framework, now);
    this.#known.set(record, { offer, levels, until: nextClosing(programme.runs, now) });
    return offer;
  }
}

/** Whether nobody can apply for it now. */
export function isClosed({ anyTime, runs }: Offer): boolean {
  return !anyTime && runs.length === 0;
}
