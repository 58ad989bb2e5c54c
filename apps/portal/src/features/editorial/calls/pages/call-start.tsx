import type { Problem } from '../../../../platform/outcome/outcome.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { ErrorSummary } from '../../../../ui/components/error-summary.tsx';
import { InputText } from '../../../../ui/components/input-text.tsx';
import { EditorialPage } from '../../../../ui/editing/editorial-page.tsx';
import { errorOf, errorsFor } from '../../../../ui/text/problems.ts';
import { callText } from '../messages.ts';
import { callPaths } from '../paths.ts';

interface CallStartView {
  /** Id of the new call, so that sending the form twice creates one call. */
  id: string;
  title: string;
  problems: readonly Problem[];
}

/** Creates a call by its title; the rest is entered in its form. */
export function CallStartPage({ ctx, view }: { ctx: PageContext; view: CallStartView }) {
  const { text, label } = callText(ctx);
  const { problems } = view;
  return (
    <EditorialPage
      ctx={ctx}
      title={label.campaigns.start}
      lead={text.form.startLead}
      width="narrow"
      trail={[{ label: label.campaigns.title, href: ctx.href(callPaths.list) }]}
    >
      <ErrorSummary ctx={ctx} errors={errorsFor(problems, ctx, 'title')} />
      <form method="post" action={ctx.href(callPaths.start)} novalidate>
        <input type="hidden" name="id" value={view.id} />
        <InputText
          ctx={ctx}
          name="title"
          label={label.form.startTitle}
          need="required"
          maxlength={120}
          value={view.title}
          autocomplete="off"
          error={errorOf(problems, 'title', ctx)}
        />
        <div class="form-actions">
          <Button size="lg">{text.form.start}</Button>
        </div>
      </form>
    </EditorialPage>
  );
}
