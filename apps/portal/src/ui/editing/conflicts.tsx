import type { PageContext } from '../../platform/web/page-context.ts';
import { NotificationBanner } from '../components/notification-banner.tsx';
import { editingWords } from './messages.ts';

/** An input that two people changed, in the words of its reader. */
export interface ClashView {
  input: string;
  label: string;
  mine: string;
  theirs: string;
}

/** What another saved meanwhile, side by side with what is about to be saved. */
export function Clashes({ ctx, clashes }: { ctx: PageContext; clashes: readonly ClashView[] }) {
  const { text, label } = editingWords(ctx);
  return (
    <section class="clashes" aria-label={label.conflict.heading}>
      <NotificationBanner type="warning" heading={text.conflict.heading}>
        <p>{text.conflict.lead}</p>
      </NotificationBanner>
      {clashes.map(({ input, label: name, mine, theirs }) => (
        <div class="clash">
          <h2>{name}</h2>
          <dl>
            <dt>{text.conflict.mine}</dt>
            <dd>{mine || text.conflict.empty}</dd>
            <dt>{text.conflict.theirs}</dt>
            <dd>{theirs || text.conflict.empty}</dd>
          </dl>
          <label class="choice">
            <input class="checkbox" type="checkbox" name="take" value={input} />
            <span>
              {text.conflict.take}
              <span class="visually-hidden">: {name}</span>
            </span>
          </label>
        </div>
      ))}
    </section>
  );
}
