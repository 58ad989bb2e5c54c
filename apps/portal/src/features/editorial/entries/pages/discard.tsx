import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button, ButtonLink } from '../../../../ui/components/button.tsx';
import { DeskPage } from '../../../../ui/editing/desk-page.tsx';
import { deskText } from '../messages.ts';
import { deskPaths } from '../paths.ts';

/** Asks once whether a draft shall really go. */
export function DiscardPage({
  ctx,
  view,
}: {
  ctx: PageContext;
  view: { id: string; title: string | undefined };
}) {
  const { text, label } = deskText(ctx);
  const { id, title } = view;
  return (
    <DeskPage
      ctx={ctx}
      title={label.discard.title}
      lead={title ?? text.desk.untitled}
      trail={[
        { label: label.desk.title, href: ctx.href(deskPaths.list) },
        { label: title ?? label.desk.untitled, href: ctx.href(deskPaths.entry(id)) },
      ]}
      width="narrow"
    >
      <p>{text.discard.lead}</p>
      <form method="post" action={ctx.href(deskPaths.discard(id))}>
        <div class="form-actions">
          <Button>{text.discard.submit}</Button>
          <ButtonLink type="outline" href={ctx.href(deskPaths.entry(id))}>
            {text.discard.keep}
          </ButtonLink>
        </div>
      </form>
    </DeskPage>
  );
}
