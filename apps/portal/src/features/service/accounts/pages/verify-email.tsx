import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button, ButtonLink } from '../../../../ui/components/button.tsx';
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx';
import { accountPaths } from '../account-paths.ts';
import type { Confirmation } from '../email-change.ts';
import { accountText } from '../messages.ts';
import { EntryPage } from './entry-page.tsx';

export interface VerifyEmailView {
  token: string;
  /** Result that confirming would have. */
  state: Confirmation;
}

/** Confirms an address by a button; opening the link changes nothing, because mail scanners open links. */
export function VerifyEmailPage({
  ctx,
  view: { token, state },
}: {
  ctx: PageContext;
  view: VerifyEmailView;
}) {
  const { text, label } = accountText(ctx);
  const here = `${accountPaths.verifyEmail}?token=${encodeURIComponent(token)}`;
  return (
    <EntryPage ctx={ctx} title={label.verifyEmail.title} heading={text.verifyEmail.heading}>
      {state === 'changed' && (
        <form method="post" action={ctx.href(accountPaths.verifyEmail)}>
          <p>{text.verifyEmail.lead}</p>
          <p>{text.verifyEmail.follows}</p>
          <input type="hidden" name="token" value={token} />
          <div class="form-actions">
            <Button size="lg">{text.verifyEmail.submit}</Button>
          </div>
        </form>
      )}
      {state === 'elsewhere' && (
        <>
          <NotificationBanner type="warning" heading={text.verifyEmail.elsewhere} />
          <p>{text.verifyEmail.elsewhereLead}</p>
        </>
      )}
      {state === 'over' && (
        <>
          <NotificationBanner type="error" heading={text.verifyEmail.over} />
          <p>{text.verifyEmail.overLead}</p>
        </>
      )}
      {state !== 'changed' && (
        <p class="more">
          <ButtonLink type="outline" href={ctx.href(state === 'over' ? accountPaths.account : here)}>
            {state === 'over' ? text.verifyEmail.toAccount : text.verifyEmail.again}
          </ButtonLink>
        </p>
      )}
    </EntryPage>
  );
}
