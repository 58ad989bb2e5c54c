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
import { requestText } from '../messages.ts';

export interface RequestFormView {
  formValues: { organisation: string; email: string; message: string };
  problems: readonly Problem[];
  /** A mail is on its way. */
  isSent?: boolean;
  /** Too many forms came in a short time; nothing of this one was used. */
  isTooOften?: boolean;
}

/** Form to request an account for an organisation. */
export function RequestFormPage({ ctx, view }: { ctx: PageContext; view: RequestFormView }) {
  const { text, label } = requestText(ctx);
  const { formValues, problems, isSent, isTooOften } = view;
  return (
    <Shell ctx={ctx} title={label.form.title} description={label.form.description}>
      <div class="container page" data-width="narrow">
        <header class="page-head">
          <Breadcrumb ctx={ctx} current={text.form.heading} />
          <h1>{text.form.heading}</h1>
          {!isSent && <p class="page-lead">{text.form.lead}</p>}
        </header>
        {isTooOften && (
          <div role="alert">
            <NotificationBanner type="warning" heading={text.tooMany} />
          </div>
        )}
        {isSent ? (
          <div role="status">
            <NotificationBanner type="success" heading={text.sent.heading}>
              <p>{text.sent.body}</p>
            </NotificationBanner>
          </div>
        ) : (
          <form method="post" novalidate>
            <ErrorSummary ctx={ctx} errors={errorsFor(problems, ctx, 'organisation')} />
            <InputText
              ctx={ctx}
              name="organisation"
              label={label.form.organisation}
              need="required"
              maxlength={120}
              autocomplete="organization"
              value={formValues.organisation}
              error={errorOf(problems, 'organisation', ctx)}
            />
            <InputText
              ctx={ctx}
              name="email"
              type="email"
              label={label.form.email}
              help={label.form.emailHelp}
              need="required"
              maxlength={254}
              autocomplete="email"
              value={formValues.email}
              error={errorOf(problems, 'email', ctx)}
            />
            <Textarea
              ctx={ctx}
              name="message"
              label={label.form.message}
              help={label.form.messageHelp}
              need="optional"
              rows={4}
              maxlength={1_000}
              value={formValues.message}
              error={errorOf(problems, 'message', ctx)}
            />
            <div class="form-actions">
              <Button size="lg">{text.form.submit}</Button>
            </div>
          </form>
        )}
      </div>
    </Shell>
  );
}
