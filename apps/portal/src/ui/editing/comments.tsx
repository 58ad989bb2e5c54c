import { writeMoment } from '../../platform/i18n/dates.ts';
import type { Label } from '../../platform/i18n/localised.ts';
import type { PageContext } from '../../platform/web/page-context.ts';
import { editingWords } from './messages.ts';

/** What a reviewer said, as its reader may know it. */
export interface CommentView {
  /** Undefined: of the whole entry. */
  field: { name: string; label: Label } | undefined;
  /** The revision it speaks of. */
  revision: number;
  author: string;
  body: string;
  at: Date;
  shared: boolean;
}

interface CommentsProps {
  ctx: PageContext;
  comments: readonly CommentView[];
  /** Whether they stand beside the field they are about. */
  beside?: boolean;
}

/** What reviewers said, each with the field it is about. */
export function Comments({ ctx, comments, beside = false }: CommentsProps) {
  const { text } = editingWords(ctx);
  if (comments.length === 0) return null;
  return (
    <ul class="comments">
      {comments.map((comment) => (
        <li>
          <p class="comment-head">
            {!beside && <strong>{comment.field?.label[ctx.language] ?? text.comment.whole}</strong>}{' '}
            {comment.author} {writeMoment(comment.at, ctx.language)}
          </p>
          <p class="typed-text">{comment.body}</p>
        </li>
      ))}
    </ul>
  );
}
