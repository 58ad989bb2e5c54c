import type { PageContext } from '../../../../platform/web/page-context.ts';
import { DeskPage } from '../../../../ui/editing/desk-page.tsx';
import { editingText } from '../messages.ts';

/** Instead of a preview, while too little is written. */
export function UnreadyPage({ ctx }: { ctx: PageContext }) {
  const { text, label } = editingText(ctx);
  return (
    <DeskPage ctx={ctx} title={label.frame.title}>
      <p>{text.frame.unready}</p>
    </DeskPage>
  );
}
