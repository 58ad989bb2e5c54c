import type { Typed } from '../../../../platform/editing/form/typed.ts';
import type { Problem } from '../../../../platform/outcome/outcome.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { type DocumentField, groupOfItem, type Item } from '../document/document-form.ts';
import { editingText } from '../messages.ts';
import type { EditorChoices } from '../views.ts';
import { ActButton, ItemButtons } from './item-buttons.tsx';
import { LeafField } from './leaf-field.tsx';

export interface FieldsProps {
  ctx: PageContext;
  fields: readonly DocumentField[];
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

function Field({ field, path, ...rest }: InnerProps & { field: DocumentField }) {
  const { node, label, help } = field;
  const { ctx } = rest;
  if (node.sort === 'list') return <ListField field={field} item={node.item} path={path} {...rest} />;
  if (node.sort === 'table') return null;
  if (node.sort !== 'group') return <LeafField field={{ ...field, node }} path={path} {...rest} />;
  return (
    <fieldset class="document-group">
      <legend>{label[ctx.language]}</legend>
      {help && <p class="form-control-help">{help[ctx.language]}</p>}
      <DocumentFields fields={node.fields} prefix={`${path}.`} {...rest} />
    </fieldset>
  );
}

/** A list within a part: each item with buttons that move and remove it. */
function ListField({ field, item, path, ...rest }: InnerProps & { field: DocumentField; item: Item }) {
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

function ItemFields({ item, path, label, ...rest }: InnerProps & { item: Item; label: DocumentField }) {
  if (item.sort !== 'group' && item.sort !== 'variants')
    return <LeafField field={{ ...label, required: true, node: item }} path={path} {...rest} />;
  const group = groupOfItem(item, rest.inputs[`${path}.type`]?.[0] ?? '');
  return group ? <DocumentFields fields={group.fields} prefix={`${path}.`} {...rest} /> : null;
}
