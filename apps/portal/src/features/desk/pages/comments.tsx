import { writeMoment } from '../../../platform/i18n/dates.ts';
import type { PageContext } from '../../../platform/web/page-context.ts';
import { deskText } from '../messages.ts';
import type { CommentView } from '../views.ts';

/** What reviewers said, each with the field it is about. */
export function Comments({ ctx, comments }: { ctx: PageContext; comments: readonly CommentView[] }) {
  const { text } = deskText(ctx);
  return (
    <ul class="review-comments">
      {comments.map((comment) => (
        <li>
          <p class="review-comment-head">
            <strong>{comment.field?.[ctx.language] ?? text.entry.wholeEntry}</strong> {comment.author}{' '}
            {writeMoment(comment.at, ctx.language)}
          </p>
          <p class="typed-text">{comment.body}</p>
        </li>
      ))}
    </ul>
  );
}
