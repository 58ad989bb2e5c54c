import type { PageContext } from '../../platform/web/page-context.ts';
import { Button } from '../components/button.tsx';
import { InputText } from '../components/input-text.tsx';
import type { EditorChoices } from './editor-choices.ts';
import { ActButton, ItemButtons } from './item-buttons.tsx';
import { editingWords } from './messages.ts';

interface RecordPickerProps {
  ctx: PageContext;
  /** Input with the ids of the chosen records. */
  path: string;
  label: string;
  chosen: readonly string[];
  choices: Pick<EditorChoices, 'title' | 'picking' | 'found'>;
  /** Whether the picked records are submitted with the form. */
  sent?: boolean;
}

/**
 * A manual selection of records in order, with a search for more. The search is part of the form, so that no
 * input is lost; with JavaScript it runs while typing.
 */
export function RecordPicker({ ctx, path, label, chosen, choices, sent = false }: RecordPickerProps) {
  const { text, label: words } = editingWords(ctx);
  const { picker } = text;
  const nameOf = (id: string) => choices.title(id) ?? words.picker.unpublished(id);
  return (
    <fieldset class="document-group" id={path} tabindex={-1}>
      <legend>{label}</legend>
      {sent && chosen.map((id) => <input type="hidden" name={path} value={id} />)}
      {chosen.length === 0 ? (
        <p>{picker.nothing}</p>
      ) : (
        <ol class="picked-records">
          {chosen.map((id, index) => (
            <li>
              <span>{nameOf(id)}</span>
              <ItemButtons
                ctx={ctx}
                list={path}
                item={id}
                name={nameOf(id)}
                first={index === 0}
                last={index === chosen.length - 1}
              />
            </li>
          ))}
        </ol>
      )}
      <record-picker data-path={path} data-count={words.picker.count} data-none={words.picker.none}>
        <InputText
          ctx={ctx}
          name="picking"
          label={words.picker.search}
          value={choices.picking}
          maxlength={200}
          autocomplete="off"
        />
        <p>
          <Button type="outline" size="sm" name="after" value="pick">
            {picker.submit}
          </Button>
        </p>
        <div id="found-records" data-picked role="status">
          {choices.picking !== '' && choices.found.length === 0 && <p>{picker.none}</p>}
          {choices.found.length > 0 && (
            <ul class="picked-records" aria-label={words.picker.found}>
              {choices.found.map(({ id, title }) => (
                <li>
                  <span>{title}</span>
                  {!chosen.includes(id) && (
                    <ActButton act={{ verb: 'pick', list: path, what: id }}>
                      {picker.add}
                      <span class="visually-hidden">: {title}</span>
                    </ActButton>
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      </record-picker>
    </fieldset>
  );
}
