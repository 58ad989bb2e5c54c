import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button, ButtonLink } from '../../../../ui/components/button.tsx';
import { EditorialPage } from '../../../../ui/editing/editorial-page.tsx';
import { entryText } from '../messages.ts';
import { entryPaths } from '../paths.ts';

/** Confirmation page before a draft is discarded. */
export function DiscardPage({
  ctx,
  view,
}: {
  ctx: PageContext;
  view: { id: string; title: string | undefined };
}) {
  const { text, label } = entryText(ctx);
  const { id, title } = view;
  return (
    <EditorialPage
      ctx={ctx}
      title={label.discard.title}
      lead={title ?? text.desk.untitled}
      trail={[
        { label: label.desk.title, href: ctx.href(entryPaths.list) },
        { label: title ?? label.desk.untitled, href: ctx.href(entryPaths.entry(id)) },
      ]}
      width="narrow"
    >
      <p>{text.discard.lead}</p>
      <form method="post" action={ctx.href(entryPaths.discard(id))}>
        <div class="form-actions">
          <Button>{text.discard.submit}</Button>
          <ButtonLink type="outline" href={ctx.href(entryPaths.entry(id))}>
            {text.discard.keep}
          </ButtonLink>
        </div>
      </form>
    </EditorialPage>
  );
}
