import type { Problem } from '../../../../platform/outcome/outcome.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button, ButtonLink } from '../../../../ui/components/button.tsx';
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { requestText } from '../messages.ts';
import { requestPaths } from '../paths.ts';

interface ConfirmRequestView {
  /** Undefined if the link is valid. */
  problem: Problem | undefined;
  isDone: boolean;
  /** Days after which a request that nobody decided on ends. */
  endsAfter: number;
}

/** Page of the mail's link. Confirms by a button, because mail scanners follow links. */
export function ConfirmRequestPage({ ctx, view }: { ctx: PageContext; view: ConfirmRequestView }) {
  const { text, label } = requestText(ctx);
  const { problem, isDone } = view;
  return (
    <Shell ctx={ctx} title={label.confirm.title} description={label.confirm.title} unlisted>
      <div class="container page" data-width="narrow">
        <header class="page-head">
          <h1>{label.confirm.title}</h1>
        </header>
        {problem && (
          <>
            <NotificationBanner type="warning" heading={problem.message[ctx.language]} />
            <p>
              <ButtonLink href={ctx.href(requestPaths.form)}>{text.confirm.again}</ButtonLink>
            </p>
          </>
        )}
        {!problem && isDone && (
          <div role="status">
            <NotificationBanner type="success" heading={text.confirm.done}>
              <p>{text.confirm.next(view.endsAfter)}</p>
            </NotificationBanner>
          </div>
        )}
        {!problem && !isDone && (
          <form method="post">
            <p>{text.confirm.lead}</p>
            <div class="form-actions">
              <Button size="lg">{text.confirm.submit}</Button>
            </div>
          </form>
        )}
      </div>
    </Shell>
  );
}
