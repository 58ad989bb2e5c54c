import {
  type FormField,
  groupOfItem,
  type Item,
  isLeaf,
  type Leaf,
} from '../../platform/editing/form/form.ts';
import type { FormValues } from '../../platform/editing/form/form-values.ts';
import type { Problem } from '../../platform/outcome/outcome.ts';
import type { PageContext } from '../../platform/web/page-context.ts';
import type { EditorChoices } from './editor-choices.ts';
import { ActButton, ItemButtons } from './item-buttons.tsx';
import { LeafField } from './leaf-field.tsx';
import { editingWords } from './messages.ts';
import { OtherWordings } from './other-wordings.tsx';
import type { PictureUploads } from './picture-field.tsx';
import { RecordPicker } from './record-picker.tsx';

export interface FieldsProps {
  ctx: PageContext;
  fields: readonly FormField[];
  prefix: string;
  inputs: FormValues;
  problems: readonly Problem[];
  choices: EditorChoices;
  /** Where its pictures are kept; absent: none can be chosen. */
  pictures?: PictureUploads;
  /** Whether a text shows only its Japanese wording, with the others collapsed below. */
  folded?: boolean;
}

/** The fields of a document or part of it, at any depth. */
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
  if (node.type === 'list') return <ListField field={field} item={node.item} path={path} {...rest} />;
  if (node.type === 'table') return null;
  if (isLeaf(node)) return <OwnLeaf field={{ ...field, node }} path={path} {...rest} />;
  return (
    <fieldset class="document-group">
      <legend>{label[ctx.language]}</legend>
      {help && <p class="form-control-help">{help[ctx.language]}</p>}
      <DocumentFields fields={node.fields} prefix={`${path}.`} {...rest} />
    </fieldset>
  );
}

/** A nested list: each item with buttons to move and remove it. */
function ListField({ field, item, path, ...rest }: InnerProps & { field: FormField; item: Item }) {
  const { ctx, inputs } = rest;
  const { text } = editingWords(ctx);
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
        <ActButton act={{ verb: 'add', list: path, what: '' }}>{text.list.add(name)}</ActButton>
      </p>
    </fieldset>
  );
}

function ItemFields({ item, path, label, ...rest }: InnerProps & { item: Item; label: FormField }) {
  if (isLeaf(item)) return <OwnLeaf field={{ ...label, required: true, node: item }} path={path} {...rest} />;
  const group = groupOfItem(item, rest.inputs[`${path}.type`]?.[0] ?? '');
  return group ? <DocumentFields fields={group.fields} prefix={`${path}.`} {...rest} /> : null;
}

/** A leaf with its editor's choices. */
function OwnLeaf({
  ctx,
  inputs,
  choices,
  folded = false,
  ...rest
}: InnerProps & { field: FormField & { node: Leaf } }) {
  const { field, path, problems } = rest;
  const leaf = (
    <LeafField
      ctx={ctx}
      formValues={inputs}
      options={choices.options}
      picker={(path, label, chosen) => (
        <RecordPicker ctx={ctx} path={path} label={label} chosen={chosen} choices={choices} />
      )}
      {...(folded && { wordings: ['ja'] as const })}
      {...rest}
    />
  );
  if (!folded) return leaf;
  const name = path.slice(path.lastIndexOf('.') + 1);
  const prefix = path.slice(0, path.length - name.length);
  return (
    <>
      {leaf}
      <OtherWordings
        ctx={ctx}
        fields={[{ ...field, name }]}
        prefix={prefix}
        formValues={inputs}
        problems={problems}
      />
    </>
  );
}
