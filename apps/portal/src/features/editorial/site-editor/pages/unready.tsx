import type { PageContext } from '../../../../platform/web/page-context.ts';
import { EditorialPage } from '../../../../ui/editing/editorial-page.tsx';
import { editingText } from '../messages.ts';

/** Instead of a preview, while too little is written. */
export function UnreadyPage({ ctx }: { ctx: PageContext }) {
  const { text, label } = editingText(ctx);
  return (
    <EditorialPage ctx={ctx} title={label.frame.title}>
      <p>{text.frame.unready}</p>
    </EditorialPage>
  );
}
