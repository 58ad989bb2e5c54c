import type { Problem } from '../../../../platform/outcome/outcome.ts';
import type { SignedInContext } from '../../../../platform/web/page-context.ts';
import { Button, ButtonLink } from '../../../../ui/components/button.tsx';
import { ErrorSummary } from '../../../../ui/components/error-summary.tsx';
import { InputText } from '../../../../ui/components/input-text.tsx';
import { errorOf, errorsFor } from '../../../../ui/text/problems.ts';
import { accountPaths } from '../account-paths.ts';
import { accountText } from '../messages.ts';
import { AccountPage } from './account-page.tsx';

export interface DataView {
  problems: readonly Problem[];
  hasPassword: boolean;
}

export function DataPage({ ctx, view }: { ctx: SignedInContext; view: DataView }) {
  const { text, label } = accountText(ctx);
  const { problems, hasPassword } = view;
  return (
    <AccountPage ctx={ctx} title={label.account.data}>
      <ErrorSummary ctx={ctx} errors={errorsFor(problems, ctx, 'confirm')} />
      <section>
        <h2>{text.data.exportHeading}</h2>
        <p>{text.data.exportLead}</p>
        <p class="more">
          <ButtonLink type="outline" href={`${ctx.href(accountPaths.data)}/export`}>
            {text.data.export}
          </ButtonLink>
        </p>
      </section>
      <section>
        <h2>{text.data.deleteHeading}</h2>
        <p>{text.data.deleteLead}</p>
        <form method="post" action={`${ctx.href(accountPaths.data)}/delete`} novalidate class="more">
          <InputText
            ctx={ctx}
            name="confirm"
            label={label.data.confirm}
            autocomplete="off"
            error={errorOf(problems, 'confirm', ctx)}
          />
          {hasPassword && (
            <InputText
              ctx={ctx}
              name="password"
              type="password"
              label={label.security.current}
              autocomplete="current-password"
              error={errorOf(problems, 'password', ctx)}
            />
          )}
          <div class="form-actions">
            <Button class="button-danger">{text.data.delete}</Button>
          </div>
        </form>
      </section>
    </AccountPage>
  );
}
