import { currentFormValues } from '../../../../platform/editing/drafts.ts';
import type { ValueWords } from '../../../../platform/editing/form/comparison.ts';
import { momentInTokyo, writeMoment } from '../../../../platform/i18n/dates.ts';
import type { Language, Reading } from '../../../../platform/i18n/language.ts';
import { type Kind, type KindRegistry, titleText } from '../../../../platform/publishing/kind.ts';
import type { EditorChoices } from '../../../../ui/editing/editor-choices.ts';
import { editingWords } from '../../../../ui/editing/messages.ts';
import { callForm } from '../call-kind.ts';
import { entryStandings, type ReceivedEntry, tally } from '../figures.ts';
import { callText } from '../messages.ts';
import { callStateAt } from '../model.ts';
import type { Campaign } from '../service.ts';
import type { CampaignRow, CampaignState, CampaignView } from '../views.ts';

/** A call as announced, otherwise as drafted. */
export function campaignRow(
  { entry, call, standing, received }: Campaign,
  language: Language,
  now: Date,
): CampaignRow {
  const inputs = currentFormValues(callForm, entry);
  const state: CampaignState = standing === 'draft' || !call ? 'draft' : callStateAt(call, now);
  const typed = (name: string) => inputs[name]?.[0] || undefined;
  const moment = (name: 'opensAt' | 'closesAt') =>
    call ? new Date(call[name]) : momentInTokyo(typed(name) ?? '');
  return {
    id: entry.id,
    title: call ? (call.title[language] ?? call.title.ja) : (typed(`title.${language}`) ?? typed('title.ja')),
    state: standing === 'withdrawn' ? standing : state,
    unsent: entry.draft !== null,
    opensAt: moment('opensAt'),
    closesAt: moment('closesAt'),
    received,
  };
}

/** Options of a call's choice fields. */
export function callChoices(kinds: readonly Kind[], reading: Reading): EditorChoices {
  const sorts: Readonly<Record<string, string>> = callText(reading).label.form.sorts;
  return {
    options: ({ values }) =>
      values
        ? values.map((value) => ({ value, label: sorts[value] ?? value }))
        : kinds.map(({ name, label }) => ({ value: name, label: label[reading.language] })),
    title: () => undefined,
    picking: '',
    found: [],
  };
}

/** Formats values of a call's form for display. */
export function callValueWords(kinds: readonly Kind[], reading: Reading): ValueWords {
  const choices = callChoices(kinds, reading);
  const { yes, no } = editingWords(reading).label.field;
  return ({ leaf }, value) => {
    if (leaf.type === 'flag') return value === 'yes' ? yes : no;
    const moment = leaf.type === 'moment' && momentInTokyo(value);
    if (moment) return writeMoment(moment, reading.language);
    if (leaf.type !== 'choice') return value;
    return choices.options(leaf, []).find((option) => option.value === value)?.label ?? value;
  };
}

/** Entries received by a call, with counts. */
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
