import { type Entry, stageOf } from '../../../platform/editing/entry.ts';
import type { EntryForm } from '../../../platform/editing/form/entry-form.ts';
import { oneValue } from '../../../platform/editing/form/form-values.ts';
import { writeInputs } from '../../../platform/editing/form/inputs.ts';
import { dayInTokyo } from '../../../platform/i18n/dates.ts';
import type { EntryRow } from './views.ts';

export function titleOf(form: EntryForm, { sent, draft }: Entry): string | undefined {
  const typed = draft?.formValues ?? (sent ? writeInputs(form, sent.revision.data) : {});
  return oneValue(typed, `${form.kind.card?.title}.ja`) || undefined;
}

export function rowOf(form: EntryForm, entry: Entry): EntryRow {
  const { sent, draft } = entry;
  const expiresAt = sent?.publication.expiresAt;
  return {
    id: entry.id,
    title: titleOf(form, entry),
    stage: stageOf(entry),
    unsent: sent !== null && draft !== null,
    changedAt: draft?.updatedAt ?? sent?.publication.updatedAt ?? new Date(0),
    until: expiresAt ? dayInTokyo(expiresAt) : undefined,
  };
}

/** Title of a revision; undefined for a kind without a form. */
export function titleIn(form: EntryForm | undefined, data: object | undefined): string | undefined {
  if (!form || !data) return undefined;
  return oneValue(writeInputs(form, data), `${form.kind.card?.title}.ja`) || undefined;
}
