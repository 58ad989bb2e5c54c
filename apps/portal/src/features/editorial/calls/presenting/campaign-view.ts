import type { Language } from '../../../../platform/i18n/language.ts';
import { type KindRegistry, titleText } from '../../../../platform/publishing/kind.ts';
import { entryStandings, type ReceivedEntry, tally } from '../figures.ts';
import { callStateAt } from '../model.ts';
import type { Campaign } from '../service.ts';
import type { CampaignRow, CampaignState, CampaignView } from '../views.ts';

export function campaignRow(
  { id, call, standing, received }: Campaign,
  language: Language,
  now: Date,
): CampaignRow {
  const state: CampaignState = standing === 'announced' ? callStateAt(call, now) : standing;
  const [opensAt, closesAt] = [new Date(call.opensAt), new Date(call.closesAt)];
  return { id, title: call.title[language], state, opensAt, closesAt, received };
}

/** What was entered into a call, counted and listed. */
export function receivedView(
  received: readonly ReceivedEntry[],
  kinds: KindRegistry,
): Pick<CampaignView, 'byState' | 'byOrganisation' | 'entries'> {
  const byState = entryStandings
    .map((standing) => ({ standing, count: received.filter((entry) => entry.standing === standing).length }))
    .filter(({ count }) => count > 0);
  return {
    byState,
    byOrganisation: tally(received.map(({ organisation }) => organisation ?? '')).map(({ name, count }) => ({
      name: name || undefined,
      count,
    })),
    entries: received.map(({ id, kind, data, organisation, standing, sentAt }) => ({
      id,
      title: titleOf(kinds, kind, data),
      organisation: organisation ?? undefined,
      standing,
      sentAt,
    })),
  };
}

function titleOf(kinds: KindRegistry, kind: string, data: object): string | undefined {
  return kinds.has(kind) ? titleText(kinds.get(kind), data)?.ja : undefined;
}
