import type { PageContext } from '../../../../platform/web/page-context.ts';
import { EditorialPage } from '../../../../ui/editing/editorial-page.tsx';
import { editingText } from '../messages.ts';

/** Shown instead of a preview while the draft is incomplete. */
export function UnreadyPage({ ctx }: { ctx: PageContext }) {
  const { text, label } = editingText(ctx);
  return (
    <EditorialPage ctx={ctx} title={label.frame.title}>
      <p>{text.frame.unready}</p>
    </EditorialPage>
  );
}
