import type { Child } from 'hono/jsx';
import { writeMoment } from '../../../../platform/i18n/dates.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { CheckboxGroup, Select } from '../../../../ui/components/choices.tsx';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { ErrorSummary } from '../../../../ui/components/error-summary.tsx';
import { InputText } from '../../../../ui/components/input-text.tsx';
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx';
import { Textarea } from '../../../../ui/components/textarea.tsx';
import { Comments } from '../../../../ui/editing/comments.tsx';
import { comparedId } from '../../../../ui/editing/comparison.tsx';
import { EditorialPage } from '../../../../ui/editing/editorial-page.tsx';
import { ReasonedAct } from '../../../../ui/editing/reasoned-act.tsx';
import { SimilarEntries } from '../../../../ui/editing/similar-entries.tsx';
import { StageLabel } from '../../../../ui/editing/stage-label.tsx';
import { errorOf, errorsFor } from '../../../../ui/text/problems.ts';
import { AnswerList } from '../../calls/pages/index.ts';
import { CallFact, Evidence, entryPaths } from '../../entries/pages/index.ts';
import { DespiteField, LinkPanel } from '../../links/pages/index.ts';
import { reviewText } from '../messages.ts';
import { reviewPaths } from '../paths.ts';
import type { ReviewView } from '../views.ts';
import { CommentForm } from './comment-form.tsx';
import { Deadline } from './deadline.tsx';
import { isShownBeside, ReviewComparison } from './review-comparison.tsx';

/** Review page of one entry: changes, comments and decision. */
export function ReviewPage({ ctx, view }: { ctx: PageContext; view: ReviewView }) {
  const { text, label } = reviewText(ctx);
  const { id, problems } = view;
  const { review } = text;
  return (
    <EditorialPage
      ctx={ctx}
      title={view.title ?? label.entry.untitled}
      styles={['entries', 'review']}
      trail={[{ label: label.queue.title, href: ctx.href(reviewPaths.queue) }]}
      action={
        view.may.take &&
        !view.reviewer && (
          <form method="post" action={ctx.href(reviewPaths.assign(id))}>
            <Button>{review.take}</Button>
          </form>
        )
      }
    >
      {view.notice && <NotificationBanner type="success" heading={review.done[view.notice]} />}
      <ErrorSummary ctx={ctx} errors={errorsFor(problems, ctx, 'reason')} />
      {view.conflicted && <NotificationBanner type="warning" heading={review.conflicted} />}
      <SimilarEntries ctx={ctx} entries={view.similar} />
      <BrokenLinks ctx={ctx} links={view.brokenLinks} />
      <Facts ctx={ctx} view={view} />
      <ul class="review-ways">
        <li class="to-decision">
          <a href="#decision">{review.toDecision}</a>
        </li>
        <li>
          <a href={ctx.href(reviewPaths.preview(id))}>{review.preview}</a>
        </li>
        <li>
          <a href={ctx.href(entryPaths.entry(id))}>{text.entry.events}</a>
        </li>
        {view.may.handBack && (
          <li>
            <form method="post" action={ctx.href(reviewPaths.handBack(id))}>
              <Button type="text">{review.handBack}</Button>
            </form>
          </li>
        )}
        {view.may.take && view.reviewer && (
          <li>
            <TakeOver ctx={ctx} id={id} reviewer={view.reviewer} problems={problems} />
          </li>
        )}
        {view.assignable.length > 0 && (
          <li>
            <AssignForm ctx={ctx} view={view} />
          </li>
        )}
      </ul>
      <div class="review-columns">
        <div>
          <ReviewComparison ctx={ctx} view={view} />
          {view.call && view.call.call.questions.length > 0 && (
            <section aria-labelledby="answers">
              <h2 id="answers">{text.entry.answers}</h2>
              <AnswerList ctx={ctx} questions={view.call.call.questions} answers={view.call.answers} />
            </section>
          )}
          <Evidence ctx={ctx} entryId={id} view={view.evidence} />
          <LinkPanel ctx={ctx} links={view.links} />
          <section aria-labelledby="comments">
            <h2 id="comments">{text.entry.comments}</h2>
            <Comments ctx={ctx} comments={view.comments.filter((each) => !isShownBeside(each, view))} />
            {view.may.comment && (
              <Disclosure summary={review.commentEntry}>
                <CommentForm ctx={ctx} id={id} field="" control="whole" />
              </Disclosure>
            )}
          </section>
        </div>
        <div class="review-decision">
          <DecisionForm ctx={ctx} view={view} />
          {view.may.comment && !view.conflicted && (
            <ReasonedAct
              ctx={ctx}
              action={ctx.href(reviewPaths.conflict(id))}
              act={review.conflict}
              lead={review.conflictLead}
              name="involvement"
              label={label.review.conflictReason}
              problems={problems}
            />
          )}
        </div>
      </div>
    </EditorialPage>
  );
}

/** Broken links, each with a link to the text that has it. */
function BrokenLinks({ ctx, links }: { ctx: PageContext; links: ReviewView['brokenLinks'] }) {
  const { text } = reviewText(ctx);
  if (links.length === 0) return null;
  return (
    <NotificationBanner type="warning" heading={text.review.brokenLinks}>
      <ul>
        {links.map(({ input, label, address }) => (
          <li>
            <a href={`#${comparedId(input)}`}>{label[ctx.language]}</a>: {address || text.review.noAddress}
          </li>
        ))}
      </ul>
    </NotificationBanner>
  );
}

function Facts({ ctx, view }: { ctx: PageContext; view: ReviewView }) {
  const { text } = reviewText(ctx);
  const { review } = text;
  const { last } = view.sent;
  return (
    <dl class="facts review-facts">
      <div>
        <dt>{text.entry.stage}</dt>
        <dd>
          <StageLabel ctx={ctx} stage={view.stage} />
        </dd>
      </div>
      <div>
        <dt>{text.entry.organisation}</dt>
        <dd>{view.organisation ?? text.entry.body}</dd>
      </div>
      <div>
        <dt>{review.reviewer}</dt>
        <dd>{view.reviewer?.name ?? text.queue.nobody}</dd>
      </div>
      {view.deadline && (
        <div>
          <dt>{text.queue.columns.due}</dt>
          <dd>
            <Deadline ctx={ctx} at={view.deadline.at} over={view.deadline.over} />
          </dd>
        </div>
      )}
      {last && (
        <div>
          <dt>{review.sentAt}</dt>
          <dd>{writeMoment(last.at, ctx.language)}</dd>
        </div>
      )}
      {last?.reason && (
        <div>
          <dt>{review.sentBecause}</dt>
          <dd class="typed-text">{last.reason}</dd>
        </div>
      )}
      {view.call && <CallFact ctx={ctx} call={view.call} />}
    </dl>
  );
}

interface TakeOverProps {
  ctx: PageContext;
  id: string;
  reviewer: NonNullable<ReviewView['reviewer']>;
  problems: ReviewView['problems'];
}

/** Takes an entry that another reviewer holds, once the user has read so. */
function TakeOver({ ctx, id, reviewer, problems }: TakeOverProps) {
  const { review } = reviewText(ctx).text;
  return (
    <Disclosure summary={review.take} open={problems.some(({ code }) => code === 'held-by-another')}>
      <p>{review.takeOverLead(reviewer.name)}</p>
      <form method="post" action={ctx.href(reviewPaths.assign(id))}>
        <input type="hidden" name="from" value={reviewer.id} />
        <Button type="outline">{review.takeOver}</Button>
      </form>
    </Disclosure>
  );
}

function AssignForm({ ctx, view }: { ctx: PageContext; view: ReviewView }) {
  const { text, label } = reviewText(ctx);
  return (
    <Disclosure summary={text.review.assign} open={errorOf(view.problems, 'reviewer', ctx) !== undefined}>
      <form method="post" action={ctx.href(reviewPaths.assign(view.id))} novalidate>
        {view.reviewer && <input type="hidden" name="from" value={view.reviewer.id} />}
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

function DecisionForm({ ctx, view }: { ctx: PageContext; view: ReviewView }) {
  const { text, label } = reviewText(ctx);
  const { id, problems, formValues } = view;
  const { acts } = text.review;
  if (!view.may.decide)
    return (
      <section aria-labelledby="decision">
        <h2 id="decision">{text.review.decision}</h2>
        <p>{whyNot(view, text.review)}</p>
      </section>
    );
  return (
    <section class="one-a-line" aria-labelledby="decision">
      <h2 id="decision">{text.review.decision}</h2>
      <form method="post" action={ctx.href(reviewPaths.decide(id))} novalidate>
        <CheckboxGroup
          ctx={ctx}
          name="met"
          label={label.review.criteria}
          options={view.criteria.map((criterion) => ({
            value: criterion.id,
            label: criterion.label[ctx.language],
          }))}
          values={[...formValues.met]}
          error={errorOf(problems, 'met', ctx)}
        />
        <Textarea
          ctx={ctx}
          name="reason"
          label={label.review.reason}
          help={label.review.reasonHelp}
          rows={3}
          maxlength={2_000}
          value={formValues.reason}
          error={errorOf(problems, 'reason', ctx)}
        />
        <InputText
          ctx={ctx}
          name="at"
          type="datetime-local"
          label={label.review.at}
          help={label.review.atHelp}
          width="short"
          value={formValues.at}
          autocomplete="off"
          error={errorOf(problems, 'at', ctx)}
        />
        <DespiteField ctx={ctx} value={formValues.despite} problems={problems} blocked={view.blocked} />
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

function whyNot(
  { conflicted, own, may }: ReviewView,
  words: Record<'conflicted' | 'own' | 'takeFirst' | 'notUp', Child>,
): Child {
  if (own) return words.own;
  if (conflicted) return words.conflicted;
  return may.take ? words.takeFirst : words.notUp;
}
