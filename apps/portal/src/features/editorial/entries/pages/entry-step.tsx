import { unpublishedPicturePath } from '../../../../platform/pictures/picture.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { ErrorSummary } from '../../../../ui/components/error-summary.tsx';
import { AutosavedForm } from '../../../../ui/editing/autosaved-form.tsx';
import { Comments, commentsId, FieldComments } from '../../../../ui/editing/comments.tsx';
import { EditorialPage } from '../../../../ui/editing/editorial-page.tsx';
import { LeafField } from '../../../../ui/editing/leaf-field.tsx';
import { OtherWordings } from '../../../../ui/editing/other-wordings.tsx';
import { RecordPicker } from '../../../../ui/editing/record-picker.tsx';
import { SimilarEntries } from '../../../../ui/editing/similar-entries.tsx';
import { errorsFor } from '../../../../ui/text/problems.ts';
import { entryText } from '../messages.ts';
import { entryPaths } from '../paths.ts';
import type { StepView } from '../views.ts';
import { EntrySteps } from './entry-steps.tsx';

/** One step of the entry form. */
export function EntryStepPage({ ctx, view }: { ctx: PageContext; view: StepView }) {
  const { label } = entryText(ctx);
  const { id, step, steps, problems, conflicts } = view;
  const [first] = view.fields;
  return (
    <EditorialPage
      ctx={ctx}
      styles={['entries']}
      title={label.form.steps[step]}
      trail={[{ label: label.desk.title, href: ctx.href(entryPaths.list) }]}
      width="narrow"
    >
      <EntrySteps ctx={ctx} id={id} steps={steps} withCall={view.withCall} current={step} />
      <ErrorSummary ctx={ctx} errors={errorsFor(problems, ctx, first?.field.name ?? 'main')} />
      <SimilarEntries ctx={ctx} entries={view.similar} />
      <OpenComments ctx={ctx} view={view} />
      <AutosavedForm
        ctx={ctx}
        action={`${ctx.href(entryPaths.edit(id))}?step=${step}`}
        seen={view.seen}
        conflicts={conflicts}
        hasFiles={view.fields.some(({ field }) => field.node.type === 'picture')}
      >
        {view.fields.map(({ field, options }) => {
          const comments = view.comments.filter((comment) => comment.field?.name === field.name);
          return (
            <FieldComments ctx={ctx} field={field} comments={comments}>
              <LeafField
                ctx={ctx}
                field={field}
                path={field.name}
                formValues={view.formValues}
                problems={problems}
                wordings={['ja']}
                options={() => options}
                pictures={{
                  upload: ctx.href(entryPaths.pictures(id)),
                  href: (file) => unpublishedPicturePath(id, file),
                }}
                picker={(path, label, chosen) => (
                  <RecordPicker
                    ctx={ctx}
                    path={path}
                    label={label}
                    chosen={chosen}
                    choices={view.picker}
                    sent
                  />
                )}
                described={comments.length > 0 ? commentsId(field.name) : undefined}
              />
            </FieldComments>
          );
        })}
        <OtherWordings
          ctx={ctx}
          fields={view.fields.map(({ field }) => field)}
          formValues={view.formValues}
          problems={problems}
        />
      </AutosavedForm>
    </EditorialPage>
  );
}

/** Reviewer comments on the version sent last, linked to their fields. */
function OpenComments({ ctx, view: { id, comments } }: { ctx: PageContext; view: StepView }) {
  const { text } = entryText(ctx);
  if (comments.length === 0) return null;
  return (
    <section class="open-comments" aria-labelledby="open-comments">
      <h2 id="open-comments">{text.entry.comments}</h2>
      <p>{text.entry.commentsLead}</p>
      <Comments
        ctx={ctx}
        comments={comments}
        hrefOf={({ field }) => {
          const { step } = comments.find((each) => each.field === field) ?? {};
          return field && step && `${ctx.href(entryPaths.edit(id))}?step=${step}#${commentsId(field.name)}`;
        }}
      />
    </section>
  );
}
