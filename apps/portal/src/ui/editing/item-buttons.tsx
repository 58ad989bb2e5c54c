import type { Child } from 'hono/jsx';
import { type ListAct, writeListAct } from '../../platform/editing/form/list-acts.ts';
import type { PageContext } from '../../platform/web/page-context.ts';
import { Button } from '../components/button.tsx';
import { editingWords } from './messages.ts';

interface ItemButtonsProps {
  ctx: PageContext;
  list: string;
  /** Its key. */
  item: string;
  name: string;
  first: boolean;
  last: boolean;
  /** Id of the form, where the buttons stand outside of it. */
  form?: string;
}

/** Up, down and remove; each says to what it belongs. */
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

/** Sends the whole form with something to be done to a list of it. */
export function ActButton({ act, form, children }: ActButtonProps) {
  return (
    <Button type="outline" size="sm" name="act" value={writeListAct(act)} {...(form && { form })}>
      {children}
    </Button>
  );
}
