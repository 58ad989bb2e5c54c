import {
  type FormField,
  groupOfItem,
  type Item,
  isLeaf,
  type Leaf,
} from '../../../../platform/editing/form/form.ts';
import type { Typed } from '../../../../platform/editing/form/typed.ts';
import type { Problem } from '../../../../platform/outcome/outcome.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { LeafField } from '../../../../ui/editing/leaf-field.tsx';
import { editingText } from '../messages.ts';
import type { EditorChoices } from '../views.ts';
import { ActButton, ItemButtons } from './item-buttons.tsx';
import { RecordPicker } from './record-picker.tsx';

export interface FieldsProps {
  ctx: PageContext;
  fields: readonly FormField[];
  prefix: string;
  inputs: Typed;
  problems: readonly Problem[];
  choices: EditorChoices;
}

/** The fields of a document or of a part of it, however deep. */
export function DocumentFields({ fields, prefix, ...rest }: FieldsProps) {
  return (
    <>
      {fields.map((field) => (
        <Field field={field} path={prefix + field.name} {...rest} />
      ))}
    </>
  );
}

type InnerProps = Omit<FieldsProps, 'fields' | 'prefix'> & { path: string };

function Field({ field, path, ...rest }: InnerProps & { field: FormField }) {
  const { node, label, help } = field;
  const { ctx } = rest;
  if (node.sort === 'list') return <ListField field={field} item={node.item} path={path} {...rest} />;
  if (node.sort === 'table') return null;
  if (isLeaf(node)) return <OwnLeaf field={{ ...field, node }} path={path} {...rest} />;
  return (
    <fieldset class="document-group">
      <legend>{label[ctx.language]}</legend>
      {help && <p class="form-control-help">{help[ctx.language]}</p>}
      <DocumentFields fields={node.fields} prefix={`${path}.`} {...rest} />
    </fieldset>
  );
}

/** A list within a part: each item with buttons that move and remove it. */
function ListField({ field, item, path, ...rest }: InnerProps & { field: FormField; item: Item }) {
  const { ctx, inputs } = rest;
  const { text } = editingText(ctx);
  const name = field.label[ctx.language];
  const keys = inputs[path] ?? [];
  return (
    <fieldset class="document-group" id={path} tabindex={-1}>
      <legend>{name}</legend>
      {keys.map((key, index) => (
        <fieldset class="document-item">
          <legend>
            {name} {index + 1}
          </legend>
          <ItemFields item={item} path={`${path}.${key}`} label={field} {...rest} />
          <ItemButtons
            ctx={ctx}
            list={path}
            item={key}
            name={`${name} ${index + 1}`}
            first={index === 0}
            last={index === keys.length - 1}
          />
        </fieldset>
      ))}
      <p>
        <ActButton act={{ verb: 'add', list: path, what: '' }}>{text.editor.add(name)}</ActButton>
      </p>
    </fieldset>
  );
}

function ItemFields({ item, path, label, ...rest }: InnerProps & { item: Item; label: FormField }) {
  if (isLeaf(item)) return <OwnLeaf field={{ ...label, required: true, node: item }} path={path} {...rest} />;
  const group = groupOfItem(item, rest.inputs[`${path}.type`]?.[0] ?? '');
  return group ? <DocumentFields fields={group.fields} prefix={`${path}.`} {...rest} /> : null;
}

/** A leaf with what its editor chooses from. */
function OwnLeaf({ ctx, inputs, choices, ...rest }: InnerProps & { field: FormField & { node: Leaf } }) {
  return (
    <LeafField
      ctx={ctx}
      typed={inputs}
      options={choices.options}
      picker={(path, label, chosen) => (
        <RecordPicker ctx={ctx} path={path} label={label} chosen={chosen} choices={choices} />
      )}
      {...rest}
    />
  );
}
