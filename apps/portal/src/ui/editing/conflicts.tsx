import type { PageContext } from '../../platform/web/page-context.ts';
import { NotificationBanner } from '../components/notification-banner.tsx';
import { editingWords } from './messages.ts';
import type { EditConflictView } from './saved-answer.ts';

interface EditConflictsProps {
  ctx: PageContext;
  conflicts: readonly EditConflictView[];
}

/**
 * Values saved meanwhile by somebody else or in another tab, beside the author's own. The autosave script
 * moves each beside its field.
 */
export function EditConflicts({ ctx, conflicts }: EditConflictsProps) {
  const { text, label } = editingWords(ctx);
  const newer = conflicts[0]?.newer ?? 'others';
  return (
    <section class="conflicts" aria-label={label.conflict.heading[newer]}>
      <NotificationBanner type="warning" heading={text.conflict.heading[newer]}>
        <p>{text.conflict.restSaved}</p>
        <p>{text.conflict.lead}</p>
      </NotificationBanner>
      {conflicts.map((conflict) => (
        <div class="conflict" data-conflict={JSON.stringify(conflict)}>
          <h2>{conflict.label}</h2>
          <dl>
            <dt>{text.conflict.mine}</dt>
            <dd>{conflict.mine || text.conflict.empty}</dd>
            <dt>{text.conflict.theirs}</dt>
            <dd>{conflict.theirs || text.conflict.empty}</dd>
          </dl>
          <label class="choice">
            <input class="checkbox" type="checkbox" name="take" value={conflict.input} />
            <span>
              {text.conflict.take}
              <span class="visually-hidden">: {conflict.label}</span>
            </span>
          </label>
        </div>
      ))}
    </section>
  );
}
