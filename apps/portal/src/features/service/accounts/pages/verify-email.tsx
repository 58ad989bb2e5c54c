import type { Problem } from '../../../../platform/outcome/outcome.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx';
import { accountPaths } from '../account-paths.ts';
import { accountText } from '../messages.ts';
import { EntryPage } from './entry-page.tsx';

export interface VerifyEmailView {
  token: string;
  problem?: Problem | undefined;
}

/** Confirms an address. The link alone changes nothing: programs that look through mail open links too. */
export function VerifyEmailPage({ ctx, view }: { ctx: PageContext; view: VerifyEmailView }) {
  const { text, label } = accountText(ctx);
  return (
    <EntryPage ctx={ctx} title={label.verifyEmail.title} heading={text.verifyEmail.heading}>
      {view.problem ? (
        <NotificationBanner type="error" heading={view.problem.message[ctx.language]} />
      ) : (
        <form method="post" action={ctx.href(accountPaths.verifyEmail)}>
          <p>{text.verifyEmail.lead}</p>
          <input type="hidden" name="token" value={view.token} />
          <div class="form-actions">
            <Button size="lg">{text.verifyEmail.submit}</Button>
          </div>
        </form>
      )}
    </EntryPage>
  );
}
