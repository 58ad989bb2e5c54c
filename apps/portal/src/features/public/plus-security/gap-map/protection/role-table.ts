import type { DemandAnswer } from '../demand/answer.ts';
import type { Domains } from '../demand/dimensions.ts';
import { type Arc, changeable, movement } from './network.ts';

/** Fewest respondents of a number that is shown. */
export const fewestRespondents = 5;
/** A number is hidden where one respondent could be reckoned by the next largest to within this part of its own. */
const dominance = 0.1;

/** Which number of a role's tables it is; what is absent is summed over. */
export interface CellPlace {
  readonly skill?: string | undefined;
  readonly prefecture?: string | undefined;
  readonly industry?: string | undefined;
  readonly size?: string | undefined;
}

/** A number that is shown: it names no cell with fewer than five respondents, nor lets one be worked out. */
export interface ShownCell extends CellPlace {
  readonly people: number;
}

/** The answers of one number. */
type Tally = DemandAnswer[];

/**
 * What is shown of one role's answers of one release: the numbers of people by skill, by prefecture, by both, by
 * industry, by size and in all. Hidden are numbers of fewer than five respondents, also of none; those that one
 * respondent dominates; and as many others as it takes so that no hidden number can be worked out from the shown
 * ones, whoever knows how this is done. docs/decisions/disclosure-control.md has the proof and its limits.
 */
export function shownCells(answers: readonly DemandAnswer[], domains: Domains): ShownCell[] {
  const table = new RoleTable(answers, domains);
  table.protect();
  return table.shown();
}

/** Stands for all values of a dimension that nobody named: they have the same numbers, all of them none. */
const nobody = '';

class RoleTable {
  readonly #cells: Cell[] = [];
  /** Cells of a skill and a prefecture that others named, but nobody both: all of them none, and hidden. */
  readonly #empty: { from: number; to: number }[] = [];
  readonly #nodes: number;

  constructor(answers: readonly DemandAnswer[], domains: Domains) {
    const tallies = tally(answers);
    const seen = (dimension: keyof Domains) => {
      const named = new Set(answers.map((answer) => answer[dimension]));
      return [...named, ...(named.size < domains[dimension].length ? [nobody] : [])];
    };
    const [skills, prefectures] = [seen('skill'), seen('prefecture')];
    // Nodes: the skills and all of them, the prefectures and all of them, and two around the industries.
    const allSkills = skills.length;
    const firstPrefecture = allSkills + 1;
    const allPrefectures = firstPrefecture + prefectures.length;
    const business = allPrefectures + 1;
    const turn = business + 1;
    this.#nodes = turn + 1;
    const add = (from: number, to: number, place: CellPlace) =>
      this.#cells.push(new Cell(from, to, place, tallies.get(keyOf(place))));

    skills.forEach((skill, row) => {
      const tallied = tallies.get(keyOf({ skill }));
      const named = new Set(tallied?.map(({ prefecture }) => prefecture));
      prefectures.forEach((prefecture, column) => {
        const to = firstPrefecture + column;
        if (named.has(prefecture) || skill === nobody || prefecture === nobody)
          add(row, to, { skill, prefecture });
        else this.#empty.push({ from: row, to });
      });
      add(allPrefectures, row, { skill });
    });
    prefectures.forEach((prefecture, column) => {
      add(firstPrefecture + column, allSkills, { prefecture });
    });
    // The role's total runs through its industries and its sizes as well, so that what they tell of it counts.
    add(allSkills, business, {});
    for (const industry of seen('industry')) add(business, turn, { industry });
    for (const size of seen('size')) add(turn, allPrefectures, { size });
  }

  /** Hides further numbers until none of those that must not be known can be worked out. */
  protect(): void {
    if (this.#isProtectedWithoutEmpty()) return;
    const empty = this.#empty.map(
      ({ from, to }) => new Cell(from, to, { skill: nobody, prefecture: nobody }),
    );
    const cells = [...this.#cells, ...empty];
    for (;;) {
      const moves = changeable(this.#nodes, cells);
      const known = cells.filter((cell, index) => cell.sensitive && !moves[index]);
      if (known.length === 0) return;
      let more = false;
      for (const cell of known) more = this.#hideBeside(cell) || more;
      if (!more && !this.#hideSmallest(this.#cells)) return;
    }
  }

  /**
   * Empty cells are most of a large table and can only rise, which gives the others more room. Where all is well
   * without them, and each has a way back from its column to its row, all is well with them.
   */
  #isProtectedWithoutEmpty(): boolean {
    const { moves, component } = movement(this.#nodes, this.#cells);
    return (
      this.#cells.every((cell, index) => !cell.sensitive || moves[index]) &&
      this.#empty.every(({ from, to }) => component[from] === component[to])
    );
  }

  shown(): ShownCell[] {
    return this.#cells.flatMap(({ place, people, hidden }) => (hidden ? [] : { ...place, people }));
  }

  #hideBeside({ from, to }: Cell): boolean {
    const ends = new Set([from, to]);
    return this.#hideSmallest(this.#cells.filter((cell) => ends.has(cell.from) || ends.has(cell.to)));
  }

  #hideSmallest(cells: readonly Cell[]): boolean {
    let smallest: Cell | undefined;
    for (const cell of cells)
      if (!cell.hidden && (smallest === undefined || cell.answers < smallest.answers)) smallest = cell;
    if (smallest === undefined) return false;
    smallest.hidden = true;
    return true;
  }
}

class Cell implements Arc {
  readonly from: number;
  readonly to: number;
  readonly place: CellPlace;
  readonly people: number;
  readonly answers: number;
  /** It must not be known. */
  readonly sensitive: boolean;
  hidden: boolean;
  readonly #few: boolean;

  constructor(from: number, to: number, place: CellPlace, tallied: Tally = []) {
    this.from = from;
    this.to = to;
    this.place = place;
    this.answers = tallied.length;
    const amounts = amountsOf(tallied);
    this.people = amounts.reduce((sum, each) => sum + each, 0);
    this.#few = amounts.length < fewestRespondents;
    const [first = 0, second = 0] = amounts;
    this.sensitive = this.#few || this.people - first - second < dominance * first;
    this.hidden = this.sensitive;
  }

  /** Whoever sees that it is hidden may take it that at most four are in it; five would be shown. */
  get canRise(): boolean {
    return this.hidden && !(this.#few && this.answers >= fewestRespondents - 1);
  }

  get canFall(): boolean {
    return this.hidden && this.answers > 0;
  }
}

/** People by respondent, most first. */
function amountsOf(tallied: Tally): number[] {
  if (tallied.length === 0) return [];
  const byRespondent = new Map<string, number>();
  for (const { respondent, people } of tallied)
    byRespondent.set(respondent, (byRespondent.get(respondent) ?? 0) + people);
  return [...byRespondent.values()].sort((one, other) => other - one);
}

function tally(answers: readonly DemandAnswer[]): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  const count = (key: string, answer: DemandAnswer) => {
    const tallied = tallies.get(key);
    if (tallied) tallied.push(answer);
    else tallies.set(key, [answer]);
  };
  for (const answer of answers) {
    const { skill, prefecture, industry, size } = answer;
    count(keyOf({}), answer);
    count(keyOf({ skill }), answer);
    count(keyOf({ prefecture }), answer);
    count(keyOf({ skill, prefecture }), answer);
    count(keyOf({ industry }), answer);
    count(keyOf({ size }), answer);
  }
  return tallies;
}

export function keyOf({ skill = '*', prefecture = '*', industry = '*', size = '*' }: CellPlace): string {
  return `${skill}|${prefecture}|${industry}|${size}`;
}
