import type { Platform } from '../../../../platform/platform.ts';
import { dataOf } from '../../../../platform/publishing/kind.ts';
import { programmeKind } from '../kinds/programme.ts';
import { domains } from './demand/dimensions.ts';
import { countedAt, monthsCounted, type Release } from './demand/releases.ts';
import { type GapCell, type GapQuery, gapCells, PublishedDemand } from './gap.ts';
import { demandReleaseKind } from './kinds/demand-release.ts';
import { type Offer, offerOf, type SeatPlace, Supply, seatsOf, serves } from './supply/seats.ts';

export interface GapAnswer {
  cells: GapCell[];
  /** Month up to whose end answers are counted; undefined: nothing was released yet. */
  month: string | undefined;
  /** Moment of the supply. */
  countedAt: Date;
  /** Whether some of the demand is a sample. */
  sample: boolean;
}

/** A programme that seats were counted from. */
export interface CountedProgramme {
  id: string;
  /** Seats of its runs that are counted. */
  seats: number;
  /** Its runs that are counted. */
  runs: number;
  /** Runs of which the provider names no number of places: they are counted as none. */
  withoutSeats: number;
  anyTime: boolean;
}

interface Counted {
  sequence: number;
  hour: number;
  at: Date;
  releases: readonly Release[];
  offers: readonly Offer[];
  supply: Supply;
  demand: Map<string, PublishedDemand>;
}

const hour = 3_600_000;

/** Demand against supply, from the published releases and programmes in this node's memory. */
export class GapMap {
  readonly #platform: Pick<Platform, 'model' | 'now'>;
  #counted: Counted | undefined;

  constructor(platform: Pick<Platform, 'model' | 'now'>) {
    this.#platform = platform;
  }

  /** Months with a release, oldest first. */
  months(): string[] {
    return [...new Set(this.#current().releases.map(({ month }) => month))];
  }

  /** @param until  a month; later releases do not count */
  answer(query: GapQuery, until?: string): GapAnswer {
    const counted = this.#current();
    const month = this.months().findLast((each) => until === undefined || each <= until);
    const releases = month === undefined ? [] : countedAt(month, counted.releases);
    return {
      cells: gapCells(query, this.#demandAt(counted, month, releases), counted.supply, domains),
      month,
      countedAt: counted.at,
      sample: releases.some(({ sample }) => sample),
    };
  }

  /** Coming seats that somebody of a role, in a prefecture, can take to learn a skill or one of an area. */
  seats(place: SeatPlace): number {
    return this.#current().supply.seats(place);
  }

  /** The programmes whose coming seats are counted for a place, most seats first. */
  programmes(place: SeatPlace): CountedProgramme[] {
    return this.#current()
      .offers.filter((offer) => serves(offer, place))
      .map((offer) => {
        const { prefecture } = place;
        const runs = offer.runs.filter(
          (run) => prefecture === undefined || run.online || run.prefecture === prefecture,
        );
        return {
          id: offer.id,
          seats: seatsOf({ runs }, undefined),
          runs: runs.length,
          withoutSeats: runs.filter(({ seats }) => seats === undefined).length,
          anyTime: offer.anyTime,
        };
      })
      .sort((one, other) => other.seats - one.seats || (one.id < other.id ? -1 : 1));
  }

  #current(): Counted {
    const { model } = this.#platform;
    const now = this.#platform.now();
    const thisHour = Math.floor(now.getTime() / hour);
    if (this.#counted?.sequence === model.sequence && this.#counted.hour === thisHour) return this.#counted;
    const releases = model
      .ofKind(demandReleaseKind.name)
      .map((record): Release => {
        const { month, role, cells, sample = false } = dataOf(demandReleaseKind, record);
        return { month, role, cells, sample };
      })
      .sort((one, other) => (one.month < other.month ? -1 : one.month > other.month ? 1 : 0));
    const offers = model
      .ofKind(programmeKind.name)
      .flatMap((record) => offerOf(record.id, dataOf(programmeKind, record), now) ?? []);
    this.#counted = {
      sequence: model.sequence,
      hour: thisHour,
      at: now,
      releases,
      offers,
      supply: new Supply(offers),
      demand: new Map(),
    };
    return this.#counted;
  }

  #demandAt({ demand }: Counted, month: string | undefined, releases: readonly Release[]): PublishedDemand {
    const key = month ?? '';
    const known = demand.get(key) ?? new PublishedDemand(releases, domains);
    demand.set(key, known);
    return known;
  }
}

/** How the numbers come about, in one sentence for programs. */
export const method = `demand: people wanted over the releases of the last ${monthsCounted} months; supply: places of coming runs open for application, online ones in every prefecture; gap: demand - supply; demand of fewer than 5 respondents is suppressed, and what would give it away`;
