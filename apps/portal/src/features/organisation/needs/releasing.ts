import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { ownRows } from '../../../platform/database/tenant.ts';
import { dayInTokyo, momentInTokyo } from '../../../platform/i18n/dates.ts';
import type { RoomPlatform } from '../../../platform/organisation-feature.ts';
import {
  type DemandAnswer,
  demandDomains,
  demandReleaseKind,
  monthsBefore,
  releasesBefore,
} from '../../public/plus-security/index.ts';
import { needAnswer } from './needs.ts';
import { postedNeed } from './schema.ts';

type ReleasePlatform = Pick<RoomPlatform, 'rooms' | 'publishing'>;

/**
 * Makes public what can be told of the needs posted up to the end of the month before: for each role with enough
 * organisations, one release. First the needs are marked with the release that counts them, then it is published;
 * repeated after a failure it counts the same needs again, and publishes only what is not public yet.
 * @returns ids of the releases of that month
 */
export async function releaseNeeds({ rooms, publishing }: ReleasePlatform, now: Date): Promise<string[]> {
  const thisMonth = dayInTokyo(now).slice(0, 7);
  const month = monthsBefore(thisMonth, 1);
  const end = momentInTokyo(`${thisMonth}-01T00:00`) ?? now;
  const organisations = await rooms.list();
  const answers: DemandAnswer[] = [];
  for (const id of organisations)
    for (const need of await rooms.tenant(id).read((tx) =>
      tx
        .select()
        .from(postedNeed)
        .where(and(ownRows(tx, postedNeed), waitsOrIsIn(month, end))),
    ))
      answers.push(needAnswer(need, month));
  const releases = releasesBefore(thisMonth, answers, demandDomains);
  const roles = new Set(releases.map(({ role }) => role));
  for (const id of organisations)
    await rooms.tenant(id).transact(async (tx) => {
      for (const role of roles)
        await tx
          .update(postedNeed)
          .set({ releasedIn: month })
          .where(and(ownRows(tx, postedNeed), eq(postedNeed.role, role), waitsOrIsIn(month, end)));
    });
  const ids: string[] = [];
  for (const { role, cells } of releases) {
    const id = `demand-${month}-${role}`;
    ids.push(id);
    const found = await publishing.find(id);
    if (found?.state === 'published') continue;
    const reason = 'needs posted by organisations, after disclosure control';
    const data = { month, role, cells: [...cells] };
    const published = found
      ? await publishing.publishOwn(id, reason, now)
      : await publishing.publishDirectly({ id, kind: demandReleaseKind.name, data, reason }, now);
    if (!published.ok)
      throw new Error(
        `${id} could not be published: ${published.problems.map(({ code }) => code).join(', ')}`,
      );
  }
  return ids;
}

/** Needs that no release counts yet and that were open at the end of the month, and those that its release counts. */
function waitsOrIsIn(month: string, end: Date) {
  return or(
    eq(postedNeed.releasedIn, month),
    and(isNull(postedNeed.releasedIn), lt(postedNeed.postedAt, end), isNull(postedNeed.closedAt)),
  );
}
