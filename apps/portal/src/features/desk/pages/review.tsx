import type { Problem } from '../../../platform/publishing/problem.ts';
import type { PageContext } from '../../../platform/web/page-context.ts';
import { Button } from '../../../ui/components/button.tsx';
import { CheckboxGroup, Select } from '../../../ui/components/choices.tsx';
import { Disclosure } from '../../../ui/components/disclosure.tsx';
import { ErrorSummary } from '../../../ui/components/error-summary.tsx';
import { InputText } from '../../../ui/components/input-text.tsx';
import { NotificationBanner } from '../../../ui/components/notification-banner.tsx';
import { Textarea } from '../../../ui/components/textarea.tsx';
import { sitePaths } from '../../../ui/shell/site-paths.ts';
import { errorOf, errorsFor } from '../../../ui/text/problems.ts';
import { AnswerList, type Criterion, type EnteredCall } from '../../campaigns/index.ts';
import { type CheckedLink, DespiteField, LinkPanel } from '../../links/index.ts';
import type { ComparedInput } from '../comparing/revision-diff.ts';
import type { Decision } from '../deciding.ts';
import { deskText } from '../messages.ts';
import { deskPaths } from '../paths.ts';
import type { CommentView, EntryRow, EvidenceView } from '../views.ts';
import { Comments } from './comments.tsx';
import { Comparison } from './comparison.tsx';
import { Deadline } from './deadline.tsx';
import { DeskPage } from './desk-page.tsx';
import { Evidence } from './evidence.tsx';
import { StageLabel } from './stage-label.tsx';

export type ReviewNotice = 'assigned' | 'commented' | Decision['action'];

export interface ReviewView {
  id: string;
  title: string | undefined;
  stage: EntryRow['stage'];
  organisation: string | undefined;
  reviewer: string | undefined;
  inputs: readonly ComparedInput[];
  /** Whether some revision is published. */
  published: boolean;
  comments: readonly CommentView[];
  evidence: EvidenceView;
  links: readonly CheckedLink[];
  /** Whether some of them keep it from being published. */
  blocked: boolean;
  may: { take: boolean; comment: boolean; decide: boolean };
  /** Others whom it can be given to. */
  assignable: readonly { id: string; name: string }[];
  deadline: { at: Date; over: boolean } | undefined;
  /** The call it was sent into, or was in last. */
  call: EnteredCall | undefined;
  criteria: readonly Criterion[];
  conflicted: boolean;
  /** What was just done. */
  notice: ReviewNotice | undefined;
  problems: readonly Problem[];
  typed: { reason: string; at: string; despite: string; met: readonly string[] };
}

/** One entry before its reviewer: what changed, what is to be said of it, and the decision. */
export function ReviewPage({ ctx, view }: { ctx: PageContext; view: ReviewView }) {
  const { text, label } = deskText(ctx);
  const { id, problems } = view;
  const { review } = text;
  return (
    <DeskPage
      ctx={ctx}
      title={view.title ?? label.desk.untitled}
      trail={[{ label: label.queue.title, href: ctx.href(deskPaths.queue) }]}
      action={
        view.may.take && (
          <form method="post" action={ctx.href(deskPaths.assign(id))}>
            <Button type={view.may.decide ? 'outline' : 'solid-fill'}>{review.take}</Button>
          </form>
        )
      }
    >
      {view.notice && <NotificationBanner type="success" heading={review.done[view.notice]} />}
      <ErrorSummary ctx={ctx} errors={errorsFor(problems, ctx, 'reason')} />
      {view.conflicted && <NotificationBanner type="warning" heading={review.conflicted} />}
      <dl class="facts">
        <div>
          <dt>{text.desk.columns.stage}</dt>
          <dd>
            <StageLabel ctx={ctx} stage={view.stage} />
          </dd>
        </div>
        <div>
          <dt>{text.entry.organisation}</dt>
          <dd>{view.organisation ?? text.start.body}</dd>
        </div>
        <div>
          <dt>{review.reviewer}</dt>
          <dd>{view.reviewer ?? text.queue.nobody}</dd>
        </div>
        {view.deadline && (
          <div>
            <dt>{text.queue.columns.due}</dt>
            <dd>
              <Deadline ctx={ctx} at={view.deadline.at} over={view.deadline.over} />
            </dd>
          </div>
        )}
        {view.call && (
          <div>
            <dt>{text.call.name}</dt>
            <dd>
              <a href={ctx.href(`${sitePaths.calls}/${view.call.id}`)}>
                {view.call.call.title[ctx.language]}
              </a>
            </dd>
          </div>
        )}
      </dl>
      <p class="more">
        <a href={ctx.href(deskPaths.entry(id))}>{text.entry.events}</a>
      </p>
      {view.assignable.length > 0 && <AssignForm ctx={ctx} view={view} />}
      {view.call && view.call.call.questions.length > 0 && (
        <section aria-labelledby="answers">
          <h2 id="answers">{text.call.answers}</h2>
          <AnswerList ctx={ctx} questions={view.call.call.questions} answers={view.call.answers} />
        </section>
      )}
      <section aria-labelledby="compared">
        <h2 id="compared">{view.published ? review.compared : label.review.after}</h2>
        {!view.published && <p>{review.allNew}</p>}
        <Comparison
          ctx={ctx}
          inputs={view.inputs}
          before={view.published ? label.review.before : undefined}
          after={label.review.after}
          below={(input) =>
            view.may.comment && (
              <Disclosure summary={review.comment}>
                <CommentForm ctx={ctx} id={id} field={input.field} control={input.input} />
              </Disclosure>
            )
          }
        />
      </section>
      <Evidence ctx={ctx} entryId={id} view={view.evidence} />
      <LinkPanel ctx={ctx} links={view.links} />
      <section aria-labelledby="comments">
        <h2 id="comments">{text.entry.comments}</h2>
        <Comments ctx={ctx} comments={view.comments} />
        {view.may.comment && (
          <Disclosure summary={review.commentEntry}>
            <CommentForm ctx={ctx} id={id} field="" control="whole" />
          </Disclosure>
        )}
      </section>
      <DecisionForm ctx={ctx} view={view} />
      {view.may.comment && !view.conflicted && (
        <section>
          <Disclosure summary={review.conflict}>
            <p>{review.conflictLead}</p>
            <form method="post" action={ctx.href(deskPaths.conflict(id))} novalidate>
              <InputText
                ctx={ctx}
                name="involvement"
                label={label.review.conflictReason}
                need="required"
                maxlength={500}
                autocomplete="off"
                error={errorOf(problems, 'involvement', ctx)}
              />
              <div class="form-actions">
                <Button type="outline">{review.conflict}</Button>
              </div>
            </form>
          </Disclosure>
        </section>
      )}
    </DeskPage>
  );
}

function AssignForm({ ctx, view }: { ctx: PageContext; view: ReviewView }) {
  const { text, label } = deskText(ctx);
  return (
    <Disclosure summary={text.review.assign} open={errorOf(view.problems, 'reviewer', ctx) !== undefined}>
      <form method="post" action={ctx.href(deskPaths.assign(view.id))} novalidate>
        <Select
          ctx={ctx}
          name="reviewer"
          label={label.review.reviewer}
          options={view.assignable.map(({ id, name }) => ({ value: id, label: name }))}
          error={errorOf(view.problems, 'reviewer', ctx)}
        />
        <div class="form-actions">
          <Button type="outline">{text.review.assignSubmit}</Button>
        </div>
      </form>
    </Disclosure>
  );
}

interface CommentFormProps {
  ctx: PageContext;
  id: string;
  field: string;
  /** What tells this form's field from those of the others. */
  control: string;
}

function CommentForm({ ctx, id, field, control }: CommentFormProps) {
  const { text, label } = deskText(ctx);
  return (
    <form method="post" action={ctx.href(deskPaths.comment(id))} novalidate>
      <input type="hidden" name="field" value={field} />
      <div class="form-control">
        <label class="form-control-label" for={`comment-${control}`}>
          {label.review.commentLabel}
        </label>
        <p class="form-control-help" id={`comment-${control}-help`}>
          {text.review.commentHelp}
        </p>
        <textarea
          class="textarea"
          rows={3}
          name="body"
          id={`comment-${control}`}
          aria-describedby={`comment-${control}-help`}
          maxlength={2_000}
        />
      </div>
      <div class="form-actions">
        <Button type="outline" size="sm">
          {text.review.commentSubmit}
        </Button>
      </div>
    </form>
  );
}

function DecisionForm({ ctx, view }: { ctx: PageContext; view: ReviewView }) {
  const { text, label } = deskText(ctx);
  const { id, problems, typed } = view;
  const { acts } = text.review;
  if (!view.may.decide)
    return view.conflicted ? null : <p>{view.may.take ? text.review.takeFirst : text.review.notUp}</p>;
  return (
    <section class="one-a-line" aria-labelledby="decision">
      <h2 id="decision">{text.review.decision}</h2>
      <form method="post" action={ctx.href(deskPaths.decide(id))} novalidate>
        <CheckboxGroup
          ctx={ctx}
          name="met"
          label={label.review.criteria}
          options={view.criteria.map((criterion) => ({
            value: criterion.id,
            label: criterion.label[ctx.language],
          }))}
          values={[...typed.met]}
          error={errorOf(problems, 'met', ctx)}
        />
        <Textarea
          ctx={ctx}
          name="reason"
          label={label.review.reason}
          help={label.review.reasonHelp}
          rows={3}
          maxlength={2_000}
          value={typed.reason}
          error={errorOf(problems, 'reason', ctx)}
        />
        <InputText
          ctx={ctx}
          name="at"
          type="datetime-local"
          label={label.review.at}
          help={label.review.atHelp}
          width="short"
          value={typed.at}
          autocomplete="off"
          error={errorOf(problems, 'at', ctx)}
        />
        <DespiteField ctx={ctx} value={typed.despite} problems={problems} blocked={view.blocked} />
        <div class="administration-actions">
          <Button name="action" value="approve">
            {acts.approve}
          </Button>
          {(['schedule', 'request-changes', 'decline'] as const).map((action) => (
            <Button name="action" value={action} type="outline">
              {acts[action]}
            </Button>
          ))}
        </div>
      </form>
    </section>
  );
}
