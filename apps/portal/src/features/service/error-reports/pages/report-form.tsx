import type { Problem } from '../../../../platform/outcome/outcome.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Breadcrumb } from '../../../../ui/components/breadcrumb.tsx';
import { Button } from '../../../../ui/components/button.tsx';
import { ErrorSummary } from '../../../../ui/components/error-summary.tsx';
import { InputText } from '../../../../ui/components/input-text.tsx';
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx';
import { Textarea } from '../../../../ui/components/textarea.tsx';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { errorOf, errorsFor } from '../../../../ui/text/problems.ts';
import { reportText } from '../messages.ts';

export interface ReportFormView {
  title: string;
  /** The record's page, without language prefix. */
  page: string;
  formValues: { body: string; email: string };
  problems: readonly Problem[];
  /** `sent`: the report was taken; `too-many`: the quota is used up, try later. */
  outcome?: 'sent' | 'too-many';
}

/** Form to report an error in a record. */
export function ReportFormPage({ ctx, view }: { ctx: PageContext; view: ReportFormView }) {
  const { text, label } = reportText(ctx);
  const { problems, formValues, outcome } = view;
  return (
    <Shell ctx={ctx} title={label.ask} description={label.ask} unlisted>
      <div class="container page" data-width="narrow">
        <header class="page-head">
          <Breadcrumb
            ctx={ctx}
            trail={[{ label: view.title, href: ctx.href(view.page) }]}
            current={text.ask}
          />
          <h1>{text.ask}</h1>
          {!outcome && <p class="page-lead">{text.lead(view.title)}</p>}
        </header>
        {outcome ? (
          <div role="status">
            {outcome === 'sent' ? (
              <NotificationBanner type="success" heading={text.sent}>
                <p>{text.sentNext}</p>
              </NotificationBanner>
            ) : (
              <NotificationBanner type="warning" heading={text.tooMany} />
            )}
          </div>
        ) : (
          <form method="post" novalidate>
            <ErrorSummary ctx={ctx} errors={errorsFor(problems, ctx, 'body')} />
            <Textarea
              ctx={ctx}
              name="body"
              label={label.body}
              help={label.bodyHelp}
              need="required"
              rows={5}
              maxlength={2_000}
              value={formValues.body}
              error={errorOf(problems, 'body', ctx)}
            />
            <InputText
              ctx={ctx}
              name="email"
              type="email"
              label={label.email}
              help={label.emailHelp}
              need="optional"
              maxlength={254}
              autocomplete="email"
              value={formValues.email}
              error={errorOf(problems, 'email', ctx)}
            />
            <div class="form-actions">
              <Button>{text.send}</Button>
            </div>
          </form>
        )}
        <p class="more">
          <a href={ctx.href(view.page)}>{text.back}</a>
        </p>
      </div>
    </Shell>
  );
}
