import type { Child } from 'hono/jsx';
import type { PageContext } from '../../platform/web/page-context.ts';
import { editingWords } from './messages.ts';

/** Wraps a form that is saved while typing; without JavaScript the form works unchanged. */
export function Autosave({ ctx, children }: { ctx: PageContext; children: Child }) {
  const { autosave, conflict } = editingWords(ctx).label;
  return (
    <entry-autosave
      data-saving={autosave.saving}
      data-saved={autosave.saved}
      data-not-saved={autosave.notSaved}
      data-signed-out={autosave.signedOut}
      data-conflict={autosave.conflict}
      data-refused={autosave.refused}
      data-closed={autosave.closed}
      data-words={JSON.stringify(conflict)}
    >
      {children}
    </entry-autosave>
  );
}
