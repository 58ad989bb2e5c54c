import { writeMoment } from '../../../../platform/i18n/dates.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { deskText } from '../messages.ts';
import type { CommentView } from '../views.ts';

interface CommentsProps {
  ctx: PageContext;
  comments: readonly CommentView[];
  /** Whether they stand beside the field they are about. */
  beside?: boolean;
}

/** What reviewers said, each with the field it is about. */
export function Comments({ ctx, comments, beside = false }: CommentsProps) {
  const { text } = deskText(ctx);
  if (comments.length === 0) return null;
  return (
    <ul class="review-comments">
      {comments.map((comment) => (
        <li>
          <p class="review-comment-head">
            {!beside && <strong>{comment.field?.label[ctx.language] ?? text.entry.wholeEntry}</strong>}{' '}
            {comment.author} {writeMoment(comment.at, ctx.language)}
          </p>
          <p class="typed-text">{comment.body}</p>
        </li>
      ))}
    </ul>
  );
}
