import type { Problem } from '../../../../platform/outcome/outcome.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button, ButtonLink } from '../../../../ui/components/button.tsx';
import { CheckboxGroup } from '../../../../ui/components/choices.tsx';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { ErrorSummary } from '../../../../ui/components/error-summary.tsx';
import { Textarea } from '../../../../ui/components/textarea.tsx';
import { EditorialPage } from '../../../../ui/editing/editorial-page.tsx';
import { errorOf, errorsFor } from '../../../../ui/text/problems.ts';
import { type BatchCriteria, tickOf } from '../batch-model.ts';
import { reviewText } from '../messages.ts';
import { reviewPaths } from '../paths.ts';

export interface BatchView {
  action: 'approve' | 'request-changes';
  entries: readonly { id: string; title: string }[];
  /** Criteria for approval; each group is answered once for all its entries. */
  criteria: readonly BatchCriteria[];
  reason: string;
  ticked: ReadonlySet<string>;
  problems: readonly Problem[];
}

/** Confirmation page before a batch decision. */
export function BatchPage({ ctx, view }: { ctx: PageContext; view: BatchView }) {
  const { text, label } = reviewText(ctx);
  const { action, entries, problems } = view;
  const { batch } = text;
  return (
    <EditorialPage
      ctx={ctx}
      title={label.batch.ask[action](entries.length)}
      trail={[{ label: label.queue.title, href: ctx.href(reviewPaths.queue) }]}
      width="narrow"
      styles={['review']}
    >
      <ErrorSummary ctx={ctx} errors={errorsFor(problems, ctx, 'reason')} />
      <Disclosure summary={batch.entries(entries.length)} open={entries.length <= 10}>
        <ul>
          {entries.map(({ id, title }) => (
            <li>
              <a href={ctx.href(reviewPaths.entry(id))}>{title}</a>
            </li>
          ))}
        </ul>
      </Disclosure>
      <form method="post" action={ctx.href(reviewPaths.decideBatch)} class="one-a-line" novalidate>
        <input type="hidden" name="action" value={action} />
        {entries.map(({ id }) => (
          <input type="hidden" name="entry" value={id} />
        ))}
        {view.criteria.map((group, index) => (
          <CheckboxGroup
            ctx={ctx}
            name={index === 0 ? 'met' : `met-${index}`}
            label={
              group.call
                ? label.batch.criteriaOfCall(
                    group.call.title[ctx.language] ?? group.call.title.ja,
                    group.entryIds.length,
                  )
                : label.batch.criteria(group.entryIds.length)
            }
            options={group.criteria.map((criterion) => ({
              value: tickOf(group, criterion),
              label: criterion.label[ctx.language],
            }))}
            values={[...view.ticked]}
            error={index === 0 ? errorOf(problems, 'met', ctx) : undefined}
          />
        ))}
        <Textarea
          ctx={ctx}
          name="reason"
          label={label.review.reason}
          help={label.batch.reasonHelp[action]}
          need={action === 'approve' ? 'optional' : 'required'}
          rows={4}
          maxlength={2_000}
          value={view.reason}
          error={errorOf(problems, 'reason', ctx)}
        />
        <p class="form-control-help">{batch.note[action]}</p>
        <div class="form-actions">
          <Button>{batch.submit[action](entries.length)}</Button>
          <ButtonLink type="outline" href={ctx.href(reviewPaths.queue)}>
            {batch.back}
          </ButtonLink>
        </div>
      </form>
    </EditorialPage>
  );
}
