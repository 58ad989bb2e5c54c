import type { Problem } from '../../../../platform/outcome/outcome.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { RadioGroup, Select } from '../../../../ui/components/choices.tsx';
import { ErrorSummary } from '../../../../ui/components/error-summary.tsx';
import { EditorialPage } from '../../../../ui/editing/editorial-page.tsx';
import { errorOf, errorsFor } from '../../../../ui/text/problems.ts';
import type { OfferedCall } from '../../calls/index.ts';
import { CallChoice } from '../../calls/pages/index.ts';
import { entryText } from '../messages.ts';
import { entryPaths } from '../paths.ts';

export interface StartView {
  /** Id of the new entry, so that sending the form twice creates one entry. */
  id: string;
  kinds: { value: string; label: string }[];
  owners: { value: string; label: string }[];
  /** Open calls for entries. */
  calls: readonly OfferedCall[];
  /** Id of the one that is chosen; empty: none. */
  call: string;
  problems: readonly Problem[];
}

/** Form to create an entry: kind and organisation. */
export function StartPage({ ctx, view }: { ctx: PageContext; view: StartView }) {
  const { text, label } = entryText(ctx);
  const { problems, kinds, owners } = view;
  return (
    <EditorialPage
      ctx={ctx}
      title={label.start.title}
      trail={[{ label: label.desk.title, href: ctx.href(entryPaths.list) }]}
      width="narrow"
    >
      <ErrorSummary ctx={ctx} errors={errorsFor(problems, ctx, 'kind')} />
      <form method="post" action={ctx.href(entryPaths.start)} novalidate>
        <input type="hidden" name="id" value={view.id} />
        <RadioGroup
          ctx={ctx}
          name="kind"
          label={label.start.kind}
          options={kinds}
          value={kinds[0]?.value ?? ''}
          error={errorOf(problems, 'kind', ctx)}
        />
        <Select ctx={ctx} name="owner" label={label.start.owner} options={owners} />
        {view.calls.length > 0 && (
          <CallChoice ctx={ctx} offered={view.calls} chosen={view.call} problems={problems} />
        )}
        <div class="form-actions">
          <Button size="lg">{text.start.submit}</Button>
        </div>
      </form>
    </EditorialPage>
  );
}
