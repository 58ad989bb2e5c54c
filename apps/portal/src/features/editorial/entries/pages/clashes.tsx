import type { PageContext } from '../../../../platform/web/page-context.ts';
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx';
import { deskText } from '../messages.ts';
import type { ClashView } from '../views.ts';

/** What another saved meanwhile, side by side with what is about to be saved. */
export function Clashes({ ctx, clashes }: { ctx: PageContext; clashes: readonly ClashView[] }) {
  const { text, label } = deskText(ctx);
  return (
    <section class="clashes" aria-label={label.clash.heading}>
      <NotificationBanner type="warning" heading={text.clash.heading}>
        <p>{text.clash.lead}</p>
      </NotificationBanner>
      {clashes.map(({ input, label: name, mine, theirs }) => (
        <div class="clash">
          <h2>{name}</h2>
          <dl>
            <dt>{text.clash.mine}</dt>
            <dd>{mine || text.clash.empty}</dd>
            <dt>{text.clash.theirs}</dt>
            <dd>{theirs || text.clash.empty}</dd>
          </dl>
          <label class="choice">
            <input class="checkbox" type="checkbox" name="take" value={input} />
            <span>
              {text.clash.take}
              <span class="visually-hidden">: {name}</span>
            </span>
          </label>
        </div>
      ))}
    </section>
  );
}
