import { reachedSkills } from '../../derived-programme.ts';
import type { Programme } from '../../kinds/programme-schema.ts';
import { bookableRuns } from '../../runs/run-times.ts';
import { kakehashi } from '../../skills.ts';
import { areas, domains } from '../demand/dimensions.ts';

/** A programme with what it offers from now on. */
export interface Offer {
  /** Record id of the programme. */
  readonly id: string;
  /** Whom it is meant for and what it teaches, by the `kakehashi` framework. */
  readonly roles: readonly string[];
  readonly skills: readonly string[];
  /** Areas of these skills. */
  readonly areas: readonly string[];
  /** Coming runs that one can apply for. `seats`: places in all; undefined where the provider names none. */
  readonly runs: readonly {
    readonly prefecture: string | undefined;
    readonly online: boolean;
    readonly seats: number | undefined;
  }[];
  /** It can be begun at any time by any number of people. */
  readonly anyTime: boolean;
}

/** For which people of a programme (its facet `people`) each group of roles is. */
const peopleOfGroup: Readonly<Record<string, readonly string[]>> = {
  management: ['executives', 'managers'],
  practitioners: ['practitioners'],
  engineers: ['engineers', 'it-staff'],
  specialists: ['it-staff', 'engineers'],
};
/** Where a role is narrower than its group. */
const peopleOfRole: Readonly<Record<string, readonly string[]>> = {
  executive: ['executives'],
  'dx-manager': ['managers'],
  'section-chief': ['managers'],
};

const roles = kakehashi.roles.map(({ id, group, requires }) => ({
  id,
  people: new Set(['everybody', ...(peopleOfRole[id] ?? peopleOfGroup[group ?? ''] ?? [])]),
  skills: new Set(requires.map(({ item }) => item)),
}));

const areaOf = new Map(kakehashi.items.map((item) => [item.id, item.group]));

/** What a programme offers, or undefined if one can take it neither now nor later. */
export function offerOf(id: string, programme: Programme, now: Date): Offer | undefined {
  const runs = bookableRuns(programme.runs, now).map(({ place, prefecture, capacity }) => ({
    prefecture: place === 'online' ? undefined : prefecture,
    online: place !== 'onsite',
    seats: capacity,
  }));
  const anyTime = programme.anyTime === true;
  if (runs.length === 0 && !anyTime) return undefined;
  const skills = reachedSkills(programme).map((skill) => skill.id);
  const served = roles.filter(
    (role) =>
      programme.people.some((each) => role.people.has(each)) &&
      skills.some((skill) => role.skills.has(skill)),
  );
  return {
    id,
    roles: served.map((role) => role.id),
    skills,
    areas: [...new Set(skills.flatMap((skill) => areaOf.get(skill) ?? []))],
    runs,
    anyTime,
  };
}

/** Where and for whom seats are counted; what is absent is summed over, each seat once. */
export interface SeatPlace {
  readonly role?: string | undefined;
  readonly skill?: string | undefined;
  /** Any of an area's skills, where no single one is asked. */
  readonly area?: string | undefined;
  readonly prefecture?: string | undefined;
}

/** Seats of an offer that somebody in a prefecture can take: those there and those online; without one, all. */
export function seatsOf({ runs }: Pick<Offer, 'runs'>, prefecture: string | undefined): number {
  let seats = 0;
  for (const run of runs)
    if (prefecture === undefined || run.online || run.prefecture === prefecture) seats += run.seats ?? 0;
  return seats;
}

/** Whether somebody of that role, in that prefecture, can learn that skill by it. */
export function serves(offer: Offer, { role, skill, area, prefecture }: SeatPlace): boolean {
  return (
    (role === undefined || offer.roles.includes(role)) &&
    (skill === undefined || offer.skills.includes(skill)) &&
    (area === undefined || offer.areas.includes(area)) &&
    (prefecture === undefined ||
      offer.anyTime ||
      offer.runs.some((run) => run.online || run.prefecture === prefecture))
  );
}

const numbered = (ids: readonly string[]) => new Map(ids.map((id, index) => [id, index + 1]));
const roleNumbers = numbered(domains.role);
/** Skills, then areas. */
const subjectNumbers = numbered([...domains.skill, ...areas.map(({ id }) => `area ${id}`)]);
const online = 'online';
const placeNumbers = numbered([...domains.prefecture, online]);

/** Coming seats by role, skill or area, and prefecture; 0 stands for any of them. */
export class Supply {
  readonly #seats = new Float64Array(
    (roleNumbers.size + 1) * (subjectNumbers.size + 1) * (placeNumbers.size + 1),
  );

  constructor(offers: Iterable<Offer>) {
    for (const { roles: served, skills, areas: taught, runs } of offers) {
      const subjects = [...skills, ...taught.map((area) => `area ${area}`)];
      const roleRows = [0, ...numbersOf(served, roleNumbers)];
      const subjectRows = [0, ...numbersOf(subjects, subjectNumbers)];
      for (const run of runs) {
        const seats = run.seats ?? 0;
        if (seats === 0) continue;
        // Who can take it online counts once, also where there is a venue in the same prefecture.
        const place = placeNumbers.get(run.online ? online : (run.prefecture ?? '')) ?? 0;
        for (const role of roleRows)
          for (const subject of subjectRows) {
            this.#seats[indexOf(role, subject, 0)]! += seats;
            if (place > 0) this.#seats[indexOf(role, subject, place)]! += seats;
          }
      }
    }
  }

  /** Seats that somebody of a role, in a prefecture, can take to learn a skill, or one of an area. */
  seats({ role, skill, area, prefecture }: SeatPlace): number {
    const roleNumber = role === undefined ? 0 : roleNumbers.get(role);
    const subject = skill ?? (area === undefined ? undefined : `area ${area}`);
    const subjectNumber = subject === undefined ? 0 : subjectNumbers.get(subject);
    if (roleNumber === undefined || subjectNumber === undefined) return 0;
    const at = (place: number) => this.#seats[indexOf(roleNumber, subjectNumber, place)] ?? 0;
    if (prefecture === undefined) return at(0);
    return (
      (placeNumbers.has(prefecture) ? at(placeNumbers.get(prefecture)!) : 0) + at(placeNumbers.get(online)!)
    );
  }
}

function indexOf(role: number, subject: number, place: number): number {
  return (role * (subjectNumbers.size + 1) + subject) * (placeNumbers.size + 1) + place;
}

function numbersOf(ids: readonly string[], numbers: ReadonlyMap<string, number>): number[] {
  return [...new Set(ids)].flatMap((id) => numbers.get(id) ?? []);
}
