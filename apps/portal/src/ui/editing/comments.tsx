import type { Child } from 'hono/jsx';
import { writeMoment } from '../../platform/i18n/dates.ts';
import type { Label } from '../../platform/i18n/localised.ts';
import type { PageContext } from '../../platform/web/page-context.ts';
import { editingWords } from './messages.ts';

/** A reviewer's comment, limited to what its reader may know. */
export interface CommentView {
  /** Undefined: on the whole entry. */
  field: { name: string; label: Label } | undefined;
  /** The revision it refers to. */
  revision: number;
  author: string;
  body: string;
  at: Date;
  shared: boolean;
}

interface CommentsProps {
  ctx: PageContext;
  comments: readonly CommentView[];
  /** Whether they are shown beside their field. */
  beside?: boolean;
  /** Link to a comment's field; undefined: no link. */
  hrefOf?: (comment: CommentView) => string | undefined;
}

/** Reviewers' comments, each with its field. */
export function Comments({ ctx, comments, beside = false, hrefOf }: CommentsProps) {
  if (comments.length === 0) return null;
  return (
    <ul class="comments">
      {comments.map((comment) => (
        <li>
          <p class="comment-head">
            {!beside && (
              <strong>
                <FieldName ctx={ctx} comment={comment} href={hrefOf?.(comment)} />
              </strong>
            )}{' '}
            {comment.author} {writeMoment(comment.at, ctx.language)}
          </p>
          <p class="typed-text">{comment.body}</p>
        </li>
      ))}
    </ul>
  );
}

interface FieldNameProps {
  ctx: PageContext;
  comment: CommentView;
  href: string | undefined;
}

function FieldName({ ctx, comment: { field }, href }: FieldNameProps) {
  const name = field?.label[ctx.language] ?? editingWords(ctx).text.comment.whole;
  if (!href) return name;
  return <a href={href}>{name}</a>;
}

/** Id of a field's comments in the form. */
export function commentsId(field: string): string {
  return `comments-${field}`;
}

interface FieldCommentsProps {
  ctx: PageContext;
  field: { name: string; label: Label };
  comments: readonly CommentView[];
  children: Child;
}

/** A form field with its comments above. */
export function FieldComments({ ctx, field, comments, children }: FieldCommentsProps) {
  if (comments.length === 0) return <>{children}</>;
  const name = `${editingWords(ctx).label.comment.heading}: ${field.label[ctx.language]}`;
  return (
    <div class="commented-field">
      <section id={commentsId(field.name)} aria-label={name} tabindex={-1}>
        <Comments ctx={ctx} comments={comments} beside />
      </section>
      {children}
    </div>
  );
}
