import type { Label } from '../../../../platform/i18n/localised.ts';
import type { Problem } from '../../../../platform/outcome/outcome.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { ErrorSummary } from '../../../../ui/components/error-summary.tsx';
import { InputText } from '../../../../ui/components/input-text.tsx';
import { EditorialPage } from '../../../../ui/editing/editorial-page.tsx';
import { errorOf, errorsFor } from '../../../../ui/text/problems.ts';
import { editingText } from '../messages.ts';
import { editingPaths } from '../paths.ts';
import { editingTrail } from './trail.ts';

interface BeginView {
  kind: string;
  label: Label;
  id: string;
  title: string;
  problems: readonly Problem[];
  /** Whether an address and a title are required. */
  named: boolean;
}

/** Form to create a document. A special feature's address is permanent, so it is asked for first. */
export function BeginPage({ ctx, view }: { ctx: PageContext; view: BeginView }) {
  const { text } = editingText(ctx);
  const { problems } = view;
  return (
    <EditorialPage
      ctx={ctx}
      title={view.label[ctx.language]}
      lead={view.named ? text.begin.lead : text.begin.draftLead}
      trail={editingTrail(ctx)}
      width="narrow"
    >
      <ErrorSummary ctx={ctx} errors={errorsFor(problems, ctx, 'id')} />
      <form method="post" action={ctx.href(editingPaths.begin(view.kind))} novalidate>
        {view.named && <NameFields ctx={ctx} view={view} />}
        <div class="form-actions">
          <Button size="lg">{text.begin.submit}</Button>
        </div>
      </form>
    </EditorialPage>
  );
}

function NameFields({ ctx, view }: { ctx: PageContext; view: BeginView }) {
  const { label } = editingText(ctx);
  const { problems } = view;
  return (
    <>
      <InputText
        ctx={ctx}
        name="id"
        label={label.begin.id}
        help={label.begin.idHelp}
        need="required"
        maxlength={60}
        value={view.id}
        autocomplete="off"
        error={errorOf(problems, 'id', ctx)}
      />
      <InputText
        ctx={ctx}
        name="title"
        label={label.begin.ja}
        need="required"
        maxlength={200}
        value={view.title}
        autocomplete="off"
        error={errorOf(problems, 'title', ctx)}
      />
    </>
  );
}
