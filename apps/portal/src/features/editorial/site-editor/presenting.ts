import { currentFormValues } from '../../../platform/editing/drafts.ts';
import type { Entry } from '../../../platform/editing/entry.ts';
import type { ValueWords } from '../../../platform/editing/form/comparison.ts';
import type { FormValues } from '../../../platform/editing/form/form-values.ts';
import { readInputs } from '../../../platform/editing/form/inputs.ts';
import { momentInTokyo, writeMoment } from '../../../platform/i18n/dates.ts';
import { choose, type Reading } from '../../../platform/i18n/language.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { EditorChoices } from '../../../ui/editing/editor-choices.ts';
import { editingWords } from '../../../ui/editing/messages.ts';
import type { Browsing } from '../../public/catalogue/index.ts';
import type { EditableKind } from './editable.ts';
import { editingText } from './messages.ts';
import type { Part } from './parts.ts';

/** Name of a document: its title, or its kind's name if it is the only record. */
export function titleOf({ form, only }: EditableKind, entry: Entry, reading: Reading): string {
  const inputs = currentFormValues(form, entry);
  const words = inputs[`title.${reading.language}`]?.[0] || inputs['title.ja']?.[0];
  if (words) return words;
  return only ? form.kind.label[reading.language] : editingText(reading).label.overview.untitled;
}

/** Type label of a part, such as 文章; undefined for the fields outside lists. */
export function sortOf({ address, type, label }: Part, reading: Reading): string | undefined {
  const types: Readonly<Record<string, string>> = editingText(reading).label.types;
  return address === '' ? undefined : ((type && types[type]) ?? label?.[reading.language]);
}

const maxFound = 10;

/** Options of a part's choice fields. */
export function choicesFor(
  { vocabulary }: Pick<Platform, 'vocabulary'>,
  browsing: Browsing,
  picking: string,
  reading: Reading,
): EditorChoices {
  const words = vocabulary();
  const { retired } = editingText(reading).label.editor;
  const named: Readonly<Record<string, string>> = editingText(reading).label.values;
  const label = (list: string, value: string) => choose(words.label(list, value), reading).text;
  return {
    options({ vocabulary: list, values }, chosen) {
      if (values || !list) return (values ?? []).map((value) => ({ value, label: named[value] ?? value }));
      const offered = words.values(list);
      const old = chosen.filter((value) => !offered.includes(value));
      return [
        ...offered.map((value) => ({ value, label: label(list, value) })),
        ...old.map((value) => ({ value, label: retired(label(list, value)) })),
      ];
    },
    title: (id) => browsing.title(id, reading),
    picking,
    found: picking === '' ? [] : browsing.find(picking, maxFound, reading),
  };
}

/** Current results of a part's saved search; undefined for other parts. */
export function savedFinds(
  browsing: Browsing,
  kind: EditableKind,
  inputs: FormValues,
  part: Part,
  reading: Reading,
) {
  if (part.type !== 'search') return undefined;
  const [list = '', key = ''] = part.address.split('.');
  const blocks = readInputs(kind.form, inputs)[list] as {
    id: string;
    query?: object;
    maxRecords?: unknown;
  }[];
  const block = blocks.find(({ id }) => id === key);
  const maxRecords = Number(block?.maxRecords);
  return browsing.saved(block?.query ?? {}, maxRecords >= 1 && maxRecords <= 20 ? maxRecords : 6, reading);
}

/** Formats values for display: vocabulary terms, record titles. */
export function valueWords(platform: Platform, browsing: Browsing, reading: Reading): ValueWords {
  const values: Readonly<Record<string, string>> = editingText(reading).label.values;
  const { yes, no } = editingWords(reading).label.field;
  return ({ leaf }, value) => {
    if (leaf.type === 'records') return browsing.title(value, reading) ?? value;
    if (leaf.type === 'flag') return value === 'yes' ? yes : no;
    const moment = leaf.type === 'moment' && momentInTokyo(value);
    if (moment) return writeMoment(moment, reading.language);
    if (leaf.type !== 'choice') return value;
    const { vocabulary: list } = leaf;
    return list ? choose(platform.vocabulary().label(list, value), reading).text : (values[value] ?? value);
  };
}
