import { writeMoment } from '../../../../platform/i18n/dates.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button, ButtonLink } from '../../../../ui/components/button.tsx';
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx';
import { accountPaths } from '../account-paths.ts';
import type { UndoableChange } from '../email-change.ts';
import { accountText } from '../messages.ts';
import { EntryPage } from './entry-page.tsx';

/** Restores a former address by a button; opening the link changes nothing, because mail scanners open links. */
export function EmailUndoPage({
  ctx,
  view: { formerEmail, changedAt, keepsFactor, token },
}: {
  ctx: PageContext;
  view: UndoableChange & { token: string };
}) {
  const { text, label } = accountText(ctx);
  return (
    <EntryPage ctx={ctx} title={label.emailUndo.title} heading={text.emailUndo.heading}>
      <p>{text.emailUndo.lead(formerEmail, writeMoment(changedAt, ctx.language))}</p>
      <div class="prose">
        <ul>
          <li>{text.emailUndo.follows.sessions}</li>
          <li>{text.emailUndo.follows.password}</li>
          <li>{text.emailUndo.follows.waysIn}</li>
        </ul>
      </div>
      {keepsFactor && (
        <NotificationBanner type="warning" heading={label.emailUndo.keepsFactor}>
          <p>{text.emailUndo.keepsFactorLead}</p>
          <p>
            <a href={ctx.href('/about')}>{text.emailUndo.office}</a>
          </p>
        </NotificationBanner>
      )}
      <p>{text.emailUndo.mine}</p>
      <form method="post" action={ctx.href(accountPaths.emailUndo(token))}>
        <div class="form-actions">
          <Button size="lg">{text.emailUndo.submit}</Button>
        </div>
      </form>
    </EntryPage>
  );
}

/** Shown if the link was used, expired, or voided by an older address. */
export function EmailUndoOverPage({ ctx }: { ctx: PageContext }) {
  const { text, label } = accountText(ctx);
  return (
    <EntryPage ctx={ctx} title={label.emailUndo.title} heading={text.emailUndo.heading}>
      <NotificationBanner type="error" heading={text.emailUndo.over} />
      <p>{text.emailUndo.overLead}</p>
      <p class="more">
        <ButtonLink type="outline" href={ctx.href('/about')}>
          {text.emailUndo.office}
        </ButtonLink>
      </p>
    </EntryPage>
  );
}
