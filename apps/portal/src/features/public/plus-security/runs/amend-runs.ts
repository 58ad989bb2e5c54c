import { amendEntry } from '../../../../platform/editing/amending.ts';
import type { SignedInUser } from '../../../../platform/identity/user.ts';
import { done, type Outcome, type Problem, refused } from '../../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { amendList, type ListAmendment } from '../../../../platform/publishing/amendable.ts';
import type { Amended } from '../../../../platform/publishing/service.ts';
import type { Programme } from '../kinds/programme-schema.ts';
import { mostRuns, type Run } from '../kinds/run.ts';
import { endOf } from './run-times.ts';

/** Days for which a run that is over stays with its programme; the history keeps it for good. */
const daysKept = 90;

/** Puts runs into a programme, by their id, or takes them out: public at once, without review. */
export function amendRuns(
  platform: Pick<Platform, 'connection' | 'publishing'>,
  programme: string,
  { runs, reason }: { runs: ListAmendment<Run>; reason: string },
  user: SignedInUser,
  now: Date,
): Promise<Outcome<Amended>> {
  const change = (data: object) => {
    const amended = amendList((data as Programme).runs ?? [], runs);
    const kept = amended.filter((run) => endOf(run).getTime() > now.getTime() - daysKept * 86_400_000);
    return kept.length > mostRuns ? refused(tooMany(kept.length)) : done({ runs: kept });
  };
  return amendEntry(platform, programme, { change, reason }, 'entry.amend', user, now);
}

const tooMany = (count: number): Problem => ({
  code: 'too-many-runs',
  field: 'runs',
  message: {
    ja: `一つの講座の日程は${mostRuns}件までです（${count}件になります）。終わった日程は90日で消えます。`,
    en: `A programme has at most ${mostRuns} runs; this would make ${count}. Runs that are over go after 90 days.`,
  },
});
