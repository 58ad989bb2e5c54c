import type { Problem } from '../../../../platform/outcome/outcome.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Breadcrumb } from '../../../../ui/components/breadcrumb.tsx';
import { Button } from '../../../../ui/components/button.tsx';
import { ErrorSummary } from '../../../../ui/components/error-summary.tsx';
import { InputText } from '../../../../ui/components/input-text.tsx';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { errorOf, errorsFor } from '../../../../ui/text/problems.ts';
import { webhookText } from '../messages.ts';
import { webhookPaths } from '../paths.ts';

export interface WebhookFormView {
  name: string;
  url: string;
  problems: readonly Problem[];
}

export function WebhookFormPage({ ctx, view }: { ctx: PageContext; view: WebhookFormView }) {
  const { text, label } = webhookText(ctx);
  const { problems } = view;
  return (
    <Shell
      ctx={ctx}
      title={label.form.heading}
      description={label.description}
      unlisted
      styles={['webhooks']}
    >
      <div class="container page administration-list" data-width="narrow">
        <header class="page-head">
          <Breadcrumb
            ctx={ctx}
            trail={[{ label: text.title, href: ctx.href(webhookPaths.list) }]}
            current={text.form.heading}
          />
          <h1>{text.form.heading}</h1>
        </header>
        <ErrorSummary ctx={ctx} errors={errorsFor(problems, ctx, 'name')} />
        <form method="post" action={ctx.href(webhookPaths.register)} novalidate>
          <InputText
            ctx={ctx}
            name="name"
            label={label.form.name}
            help={label.form.nameHelp}
            need="required"
            maxlength={100}
            value={view.name}
            autocomplete="off"
            error={errorOf(problems, 'name', ctx)}
          />
          <InputText
            ctx={ctx}
            name="url"
            type="url"
            label={label.form.url}
            help={label.form.urlHelp}
            need="required"
            maxlength={2_000}
            value={view.url}
            autocomplete="off"
            error={errorOf(problems, 'url', ctx)}
          />
          <div class="webhook-actions">
            <Button size="lg">{text.form.submit}</Button>
          </div>
        </form>
      </div>
    </Shell>
  );
}
