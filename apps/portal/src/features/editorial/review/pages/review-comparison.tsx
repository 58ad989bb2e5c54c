import type { ComparedInput } from '../../../../platform/editing/form/comparison.ts';
import { writeMoment } from '../../../../platform/i18n/dates.ts';
import { unpublishedPicturePath } from '../../../../platform/pictures/picture.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { Comments, type CommentView } from '../../../../ui/editing/comments.tsx';
import { Comparison } from '../../../../ui/editing/comparison.tsx';
import { readingOrder } from '../comparing/reading-order.ts';
import { reviewText } from '../messages.ts';
import { reviewPaths } from '../paths.ts';
import type { ReviewView } from '../views.ts';
import { CommentForm } from './comment-form.tsx';

/** Whether a comment is shown with its field: it refers to this version or the one decided on before. */
export function isShownBeside({ field, revision }: CommentView, { sent, reviewed }: ReviewView): boolean {
  return field !== undefined && revision >= (reviewed?.number ?? sent.number);
}

/** The sent version compared with an earlier one, most important fields first. */
export function ReviewComparison({ ctx, view }: { ctx: PageContext; view: ReviewView }) {
  const { text, label } = reviewText(ctx);
  const { review } = text;
  const { against, reviewed } = view;
  const beside = view.comments.filter((comment) => isShownBeside(comment, view));
  const askedBefore = beside.filter(({ at }) => reviewed && at <= reviewed.decidedAt);
  const asked = new Set(askedBefore.flatMap(({ field }) => field?.name ?? []));
  const order = readingOrder(view.inputs, asked);
  // A field may have several inputs; its comments are shown with the first.
  const first = new Set<string>();
  const seen = new Set<string>();
  for (const { field, input } of [...order.asked, ...order.changed, ...order.unchanged]) {
    if (!seen.has(field)) first.add(input);
    seen.add(field);
  }
  const commentsOf = (input: ComparedInput) =>
    first.has(input.input) ? beside.filter(({ field }) => field?.name === input.field) : [];
  const part = (inputs: readonly ComparedInput[], before?: string) => (
    <Comparison
      ctx={ctx}
      inputs={inputs}
      before={before}
      after={label.review.after}
      pictureHref={(file) => unpublishedPicturePath(view.id, file)}
      below={(input) =>
        commentsOf(input).length > 0 && <Comments ctx={ctx} comments={commentsOf(input)} beside />
      }
      beside={(input) =>
        view.may.comment && (
          <Disclosure
            summary={
              <>
                {review.comment}
                <span class="visually-hidden">: {input.label[ctx.language]}</span>
              </>
            }
          >
            <CommentForm ctx={ctx} id={view.id} field={input.field} control={input.input} />
          </Disclosure>
        )
      }
    />
  );
  if (!against)
    return (
      <section aria-labelledby="compared">
        <h2 id="compared">{label.review.after}</h2>
        <p>{review.allNew}</p>
        {part([...order.asked, ...order.changed, ...order.unchanged])}
      </section>
    );
  const before = label.review.before[against];
  const nothing = order.changed.length === 0 && !order.asked.some(({ changed }) => changed);
  return (
    <section aria-labelledby="compared">
      <h2 id="compared">{review.compared[against]}</h2>
      {against === 'reviewed' && reviewed && (
        <dl class="facts">
          <div>
            <dt>{review.decidedAt}</dt>
            <dd>{writeMoment(reviewed.decidedAt, ctx.language)}</dd>
          </div>
          <div>
            <dt>{review.toldThen}</dt>
            <dd class="typed-text">{reviewed.reason}</dd>
          </div>
        </dl>
      )}
      {view.offered
        .filter((version) => version !== against)
        .map((version) => (
          <p>
            <a href={`${ctx.href(reviewPaths.entry(view.id))}?against=${version}#compared`}>
              {review.compareWith[version]}
            </a>
          </p>
        ))}
      {nothing && <p>{review.same[against]}</p>}
      {order.asked.length > 0 && (
        <>
          <h3>{review.asked}</h3>
          {part(order.asked, before)}
        </>
      )}
      {order.changed.length > 0 && (
        <>
          <h3>{order.asked.length > 0 ? review.alsoChanged : review.changedOnes}</h3>
          {part(order.changed, before)}
        </>
      )}
      {order.unchanged.length > 0 && (
        <Disclosure summary={review.unchangedOnes(order.unchanged.length)}>
          {part(order.unchanged)}
        </Disclosure>
      )}
    </section>
  );
}
