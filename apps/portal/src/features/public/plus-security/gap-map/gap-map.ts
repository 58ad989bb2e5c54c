import type { Platform } from '../../../../platform/platform.ts';
import { dataOf } from '../../../../platform/publishing/kind.ts';
import type { PublishedRecord } from '../../../../platform/publishing/published-record.ts';
import { programmeKind } from '../kinds/programme.ts';
import { domains } from './demand/dimensions.ts';
import { countedAt, monthsBefore, monthsCounted, type Release } from './demand/releases.ts';
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
  demand: Demand;
  offers: readonly Offer[];
  supply: Supply;
}

interface Demand {
  /** The records that it was read from. */
  records: readonly PublishedRecord[];
  /** Oldest first. */
  releases: readonly Release[];
  /** Months with a release, oldest first. */
  months: readonly string[];
  /** The numbers at the end of the months asked for. */
  published: Map<string, PublishedDemand>;
}

/** What demand over time is asked of. */
export interface DemandPlace {
  readonly role?: string | undefined;
  readonly prefecture?: string | undefined;
  /** Demand for any of these; absent: for all skills, by their total. */
  readonly skills?: ReadonlySet<string> | undefined;
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
  months(): readonly string[] {
    return this.#current().demand.months;
  }

  /**
   * What is shown of a place at the end of each month; null where nothing is. It passes over all numbers once: the
   * numbers of a whole month, made for each month in turn, would hold up the whole site once there are years of them.
   */
  demandByMonth({ role, prefecture, skills }: DemandPlace): { month: string; demand: number | null }[] {
    const { releases, months } = this.#current().demand;
    const released = new Map<string, number>();
    for (const release of releases) {
      if (role !== undefined && release.role !== role) continue;
      for (const { skill, prefecture: at, industry, size, people } of release.cells) {
        if (at !== prefecture || industry !== undefined || size !== undefined) continue;
        const isAsked = skills === undefined ? skill === undefined : skill !== undefined && skills.has(skill);
        if (isAsked) released.set(release.month, (released.get(release.month) ?? 0) + people);
      }
    }
    return months.map((month) => {
      const after = monthsBefore(month, monthsCounted);
      const shown = [...released].filter(([each]) => each > after && each <= month);
      const demand = shown.length > 0 ? shown.reduce((sum, [, people]) => sum + people, 0) : null;
      return { month, demand };
    });
  }

  /** @param until  a month; later releases do not count */
  answer(query: GapQuery, until?: string): GapAnswer {
    const counted = this.#current();
    const { demand } = counted;
    const month = demand.months.findLast((each) => until === undefined || each <= until);
    const releases = month === undefined ? [] : countedAt(month, demand.releases);
    return {
      cells: gapCells(query, this.#publishedAt(demand, month, releases), counted.supply, domains),
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
    const offers = model
      .ofKind(programmeKind.name)
      .flatMap((record) => offerOf(record.id, dataOf(programmeKind, record), now) ?? []);
    this.#counted = {
      sequence: model.sequence,
      hour: thisHour,
      at: now,
      demand: demandOf(model.ofKind(demandReleaseKind.name), this.#counted?.demand),
      offers,
      supply: new Supply(offers),
    };
    return this.#counted;
  }

  #publishedAt(
    { published }: Demand,
    month: string | undefined,
    releases: readonly Release[],
  ): PublishedDemand {
    const key = month ?? '';
    const known = published.get(key) ?? new PublishedDemand(releases, domains);
    published.set(key, known);
    return known;
  }
}

/** Releases never change, so that most publications leave what was read of them as it is. */
function demandOf(records: readonly PublishedRecord[], known: Demand | undefined): Demand {
  const isSame =
    known?.records.length === records.length && records.every((record, at) => known.records[at] === record);
  if (known && isSame) return known;
  const releases = records
    .map((record): Release => {
      const { month, role, cells, sample = false } = dataOf(demandReleaseKind, record);
      return { month, role, cells, sample };
    })
    .sort((one, other) => (one.month < other.month ? -1 : one.month > other.month ? 1 : 0));
  const months = [...new Set(releases.map(({ month }) => month))];
  return { records, releases, months, published: new Map() };
}

/** How the numbers come about, in one sentence for programs. */
export const method = `demand: people wanted over the releases of the last ${monthsCounted} months; supply: places of coming runs open for application, online ones in every prefecture; gap: demand - supply; demand of fewer than 5 respondents is suppressed, and what would give it away`;
