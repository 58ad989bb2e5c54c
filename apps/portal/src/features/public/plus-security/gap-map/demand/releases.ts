import { type ShownCell, shownCells } from '../protection/role-table.ts';
import type { DemandAnswer } from './answer.ts';
import type { Domains } from './dimensions.ts';

/** Fewest respondents of a role's release; answers of fewer wait for the next month. */
export const fewestOfRelease = 20;
/** Months for which an answer counts as demand. */
export const monthsCounted = 12;

/** What became public of one role's answers at the end of one month; it never changes afterwards. */
export interface Release {
  /** `yyyy-mm`: it holds answers up to the end of this month that were in no release before. */
  readonly month: string;
  readonly role: string;
  readonly cells: readonly ShownCell[];
  /** Whether some of it are sample answers. */
  readonly sample: boolean;
}

/**
 * All releases of months before `month`, oldest first. An answer is in exactly one release, and each release is
 * protected by itself, so that the difference of two dates is a sum of releases and tells no more than they do.
 */
export function releasesBefore(month: string, answers: readonly DemandAnswer[], domains: Domains): Release[] {
  const byRole = Map.groupBy(
    answers.filter((answer) => answer.month < month),
    ({ role }) => role,
  );
  const releases = domains.role.flatMap((role) => releasesOfRole(role, byRole.get(role) ?? [], domains));
  return releases.sort((one, other) => (one.month < other.month ? -1 : one.month > other.month ? 1 : 0));
}

function releasesOfRole(role: string, answers: readonly DemandAnswer[], domains: Domains): Release[] {
  const byMonth = Map.groupBy(answers, ({ month }) => month);
  const releases: Release[] = [];
  let waiting: DemandAnswer[] = [];
  for (const month of [...byMonth.keys()].sort()) {
    waiting.push(...(byMonth.get(month) ?? []));
    if (new Set(waiting.map(({ respondent }) => respondent)).size < fewestOfRelease) continue;
    const sample = waiting.some(({ source }) => source === 'sample');
    releases.push({ month, role, cells: shownCells(waiting, domains), sample });
    waiting = [];
  }
  return releases;
}

/** The month so many months before another, `yyyy-mm`. */
export function monthsBefore(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const at = year * 12 + number - 1 - count;
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
}

/** The releases that count as demand at the end of a month: those of the twelve months up to it. */
export function countedAt(month: string, releases: readonly Release[]): Release[] {
  const after = monthsBefore(month, monthsCounted);
  return releases.filter((release) => release.month > after && release.month <= month);
}
