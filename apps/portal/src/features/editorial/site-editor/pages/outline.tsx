import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Select } from '../../../../ui/components/choices.tsx';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { InputText } from '../../../../ui/components/input-text.tsx';
import { ItemButtons } from '../../../../ui/editing/item-buttons.tsx';
import { editingText } from '../messages.ts';
import { editingPaths } from '../paths.ts';
import type { EditorView, OutlineList } from '../views.ts';
import { SearchField } from './search-field.tsx';

/** Whether an outline is long enough to have a search. */
export function isLong({ find, outline }: EditorView): boolean {
  return find !== '' || outline.some(({ more }) => more > 0);
}

/** Outline of a document's lists; items link to their parts and can be moved or removed. */
export function Outline({ ctx, view, form }: { ctx: PageContext; view: EditorView; form: string }) {
  const { text, label } = editingText(ctx);
  const address = (part: string) =>
    `${ctx.href(editingPaths.edit(view.id))}?part=${encodeURIComponent(part)}`;
  return (
    <nav class="document-outline" id="outline" tabindex={-1} aria-label={label.editor.outline}>
      <h2>{text.editor.outline}</h2>
      {view.hasMain && (
        <p>
          <a href={address('')} aria-current={view.part === '' ? 'page' : undefined}>
            {text.editor.main}
          </a>
        </p>
      )}
      {isLong(view) && (
        <SearchField
          ctx={ctx}
          action={ctx.href(editingPaths.edit(view.id))}
          part={view.part}
          value={view.find}
        />
      )}
      {view.outline.map((list) => (
        <OutlineItems ctx={ctx} list={list} address={address} form={form} />
      ))}
    </nav>
  );
}

interface OutlineItemsProps {
  ctx: PageContext;
  list: OutlineList;
  address(part: string): string;
  form: string;
}

function OutlineItems({ ctx, list, address, form }: OutlineItemsProps) {
  const { text, label } = editingText(ctx);
  const { items } = list;
  const types: Readonly<Record<string, string>> = label.types;
  const name = list.label[ctx.language];
  return (
    <section aria-label={name}>
      <Disclosure summary={`${name} (${items.length + list.more})`} open={list.open}>
        <ol>
          {items.map((item, index) => (
            <li>
              <a href={address(item.part)} aria-current={item.current ? 'page' : undefined}>
                {item.name}
                {item.type && <span class="outline-type">{types[item.type] ?? item.type}</span>}
              </a>
              <ItemButtons
                ctx={ctx}
                list={list.list}
                item={item.key}
                name={item.name}
                first={index === 0}
                last={index === items.length - 1 && list.more === 0}
                form={form}
              />
            </li>
          ))}
        </ol>
        {list.more > 0 && <p>{text.editor.more(list.more)}</p>}
        <div class="outline-add">
          <NewItem ctx={ctx} list={list} form={form} />
          <Button type="outline" size="sm" name="act" value={`add ${list.list}`} form={form}>
            {text.editor.addSubmit}
            <span class="visually-hidden">: {name}</span>
          </Button>
        </div>
      </Disclosure>
    </section>
  );
}

/** Choice of a new item's type or key. Submitted with the document's form. */
function NewItem({ ctx, list, form }: { ctx: PageContext; list: OutlineList; form: string }) {
  const { label } = editingText(ctx);
  const types: Readonly<Record<string, string>> = label.types;
  const name = `new-${list.list}`;
  if (list.types.length > 0)
    return (
      <Select
        ctx={ctx}
        name={name}
        form={form}
        label={label.editor.addType}
        options={list.types.map((type) => ({ value: type, label: types[type] ?? type }))}
      />
    );
  return list.keyed ? (
    <InputText
      ctx={ctx}
      name={name}
      form={form}
      label={label.editor.addKey}
      maxlength={60}
      autocomplete="off"
    />
  ) : null;
}
