import type { Child } from 'hono/jsx';
import { type ListAct, writeListAct } from '../../platform/editing/form/list-acts.ts';
import type { PageContext } from '../../platform/web/page-context.ts';
import { Button } from '../components/button.tsx';
import { editingWords } from './messages.ts';

interface ItemButtonsProps {
  ctx: PageContext;
  list: string;
  /** Key of the item. */
  item: string;
  name: string;
  first: boolean;
  last: boolean;
  /** Id of the form, if the buttons are outside it. */
  form?: string;
}

/** Buttons for up, down and remove; each label names the item. */
export function ItemButtons({ ctx, list, item, name, first, last, form }: ItemButtonsProps) {
  const { text } = editingWords(ctx);
  const of = <span class="visually-hidden">: {name}</span>;
  const own = form ? { form } : {};
  return (
    <div class="item-buttons">
      {!first && (
        <ActButton {...own} act={{ verb: 'up', list, what: item }}>
          {text.list.up}
          {of}
        </ActButton>
      )}
      {!last && (
        <ActButton {...own} act={{ verb: 'down', list, what: item }}>
          {text.list.down}
          {of}
        </ActButton>
      )}
      <ActButton {...own} act={{ verb: 'remove', list, what: item }}>
        {text.list.remove}
        {of}
      </ActButton>
    </div>
  );
}

interface ActButtonProps {
  act: ListAct;
  form?: string;
  children: Child;
}

/** Submits the whole form with an action on one of its lists. */
export function ActButton({ act, form, children }: ActButtonProps) {
  return (
    <Button type="outline" size="sm" name="act" value={writeListAct(act)} {...(form && { form })}>
      {children}
    </Button>
  );
}
