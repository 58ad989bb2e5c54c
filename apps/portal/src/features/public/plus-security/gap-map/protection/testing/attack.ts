import type { Domains } from '../../demand/dimensions.ts';
import { type CellPlace, keyOf, type ShownCell } from '../role-table.ts';

/** Every number of a role's published tables: inner cells, their margins and the total. */
export function placesOf({ skill, prefecture, industry, size }: Domains): CellPlace[] {
  return [
    {},
    ...skill.map((each) => ({ skill: each })),
    ...prefecture.map((each) => ({ prefecture: each })),
    ...skill.flatMap((one) => prefecture.map((other) => ({ skill: one, prefecture: other }))),
    ...industry.map((each) => ({ industry: each })),
    ...size.map((each) => ({ size: each })),
  ];
}

/**
 * What somebody can work out who has everything that is published and sets it against each other: the hidden numbers
 * that the equations between cells and margins leave one value for, by elimination and by bounds from below and above
 * (nothing is below 0), until neither finds more.
 * @param atMost  what else is known of a hidden number, such as that fewer than five are hidden
 */
export function attack(
  shown: readonly ShownCell[],
  domains: Domains,
  atMost: (place: CellPlace) => number = () => Number.POSITIVE_INFINITY,
): Map<string, number> {
  const places = placesOf(domains);
  const index = new Map(places.map((place, at) => [keyOf(place), at]));
  const at = (place: CellPlace) => index.get(keyOf(place))!;
  const known = new Map(shown.map((cell) => [at(cell), cell.people]));
  const given = new Set(known.keys());

  /** Sums that are equal: each the total, then its parts. */
  const sums: [whole: CellPlace, parts: CellPlace[]][] = [
    [{}, domains.skill.map((skill) => ({ skill }))],
    [{}, domains.prefecture.map((prefecture) => ({ prefecture }))],
    [{}, domains.industry.map((industry) => ({ industry }))],
    [{}, domains.size.map((size) => ({ size }))],
    ...domains.skill.map((skill): [CellPlace, CellPlace[]] => [
      { skill },
      domains.prefecture.map((prefecture) => ({ skill, prefecture })),
    ]),
    ...domains.prefecture.map((prefecture): [CellPlace, CellPlace[]] => [
      { prefecture },
      domains.skill.map((skill) => ({ skill, prefecture })),
    ]),
  ];
  const equations = sums.map(([whole, parts]) => {
    const row = new Array<number>(places.length + 1).fill(0);
    row[at(whole)] = -1;
    for (const part of parts) row[at(part)] = 1;
    return row;
  });

  for (let before = -1; before !== known.size; ) {
    before = known.size;
    eliminate(equations, known);
    bound(equations, known, places.map(atMost));
  }
  return new Map(
    [...known].flatMap(([cell, value]) => (given.has(cell) ? [] : [[keyOf(places[cell]!), value]])),
  );
}

/** Gauss and Jordan: a row left with one unknown gives it. */
function eliminate(equations: readonly number[][], known: Map<number, number>): void {
  const width = equations[0]!.length;
  const rows = equations.map((equation) => {
    const row = [...equation];
    for (const [cell, value] of known) {
      row[width - 1]! -= row[cell]! * value;
      row[cell] = 0;
    }
    return row;
  });
  let pivotRow = 0;
  for (let column = 0; column < width - 1 && pivotRow < rows.length; column++) {
    const found = rows.findIndex((row, at) => at >= pivotRow && Math.abs(row[column]!) > 1e-9);
    if (found === -1) continue;
    [rows[pivotRow], rows[found]] = [rows[found]!, rows[pivotRow]!];
    const pivot = rows[pivotRow]!;
    const factor = pivot[column]!;
    for (let each = 0; each < width; each++) pivot[each]! /= factor;
    rows.forEach((row, at) => {
      const times = row[column]!;
      if (at === pivotRow || Math.abs(times) < 1e-9) return;
      for (let each = 0; each < width; each++) row[each]! -= times * pivot[each]!;
    });
    pivotRow++;
  }
  for (const row of rows) {
    const unknown = row.slice(0, -1).flatMap((times, cell) => (Math.abs(times) > 1e-9 ? [cell] : []));
    if (unknown.length === 1) known.set(unknown[0]!, Math.round(row.at(-1)! / row[unknown[0]!]!));
  }
}

/** Bounds of each unknown by those of the others in its equations, until they no longer move. */
function bound(equations: readonly number[][], known: Map<number, number>, atMost: readonly number[]): void {
  const cells = atMost.length;
  const low = Array.from({ length: cells }, (_, cell) => known.get(cell) ?? 0);
  const high = Array.from({ length: cells }, (_, cell) => known.get(cell) ?? atMost[cell]!);
  for (let moved = true, rounds = 0; moved && rounds < 200; rounds++) {
    moved = false;
    for (const equation of equations)
      for (let cell = 0; cell < cells; cell++) {
        const times = equation[cell]!;
        if (times === 0) continue;
        let [least, most] = [0, 0];
        for (let other = 0; other < cells; other++) {
          const factor = equation[other]!;
          if (factor === 0 || other === cell) continue;
          least += factor > 0 ? factor * low[other]! : factor * high[other]!;
          most += factor > 0 ? factor * high[other]! : factor * low[other]!;
        }
        const [from, to] = times > 0 ? [-most, -least] : [least, most];
        if (from > low[cell]!) [low[cell], moved] = [from, true];
        if (to < high[cell]!) [high[cell], moved] = [to, true];
      }
  }
  for (let cell = 0; cell < cells; cell++) if (low[cell] === high[cell]) known.set(cell, low[cell]!);
}
