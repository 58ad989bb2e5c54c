import type { Language } from '../../../platform/i18n/language.ts';
import type { Label } from '../../../platform/i18n/localised.ts';
import type { KindRegistry } from '../../../platform/publishing/kind.ts';
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

function titleOf(kinds: KindRegistry, kind: string, data: unknown): string | undefined {
  const field = kinds.has(kind) ? kinds.get(kind).card?.title : undefined;
  const text = field && (data as Record<string, Partial<Label> | undefined>)[field];
  return text ? text.ja : undefined;
}
