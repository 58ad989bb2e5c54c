import type { PageContext } from '../../platform/web/page-context.ts';
import { NotificationBanner } from '../components/notification-banner.tsx';
import { editingWords } from './messages.ts';
import type { ClashView } from './saved-answer.ts';

interface ClashesProps {
  ctx: PageContext;
  clashes: readonly ClashView[];
}

/**
 * What was saved meanwhile by somebody else, or in another tab, side by side with one's own. The script that saves as
 * one types takes these up and shows each beside its field instead.
 */
export function Clashes({ ctx, clashes }: ClashesProps) {
  const { text, label } = editingWords(ctx);
  const newer = clashes[0]?.newer ?? 'others';
  return (
    <section class="clashes" aria-label={label.conflict.heading[newer]}>
      <NotificationBanner type="warning" heading={text.conflict.heading[newer]}>
        <p>{text.conflict.restSaved}</p>
        <p>{text.conflict.lead}</p>
      </NotificationBanner>
      {clashes.map((clash) => (
        <div class="clash" data-clash={JSON.stringify(clash)}>
          <h2>{clash.label}</h2>
          <dl>
            <dt>{text.conflict.mine}</dt>
            <dd>{clash.mine || text.conflict.empty}</dd>
            <dt>{text.conflict.theirs}</dt>
            <dd>{clash.theirs || text.conflict.empty}</dd>
          </dl>
          <label class="choice">
            <input class="checkbox" type="checkbox" name="take" value={clash.input} />
            <span>
              {text.conflict.take}
              <span class="visually-hidden">: {clash.label}</span>
            </span>
          </label>
        </div>
      ))}
    </section>
  );
}
