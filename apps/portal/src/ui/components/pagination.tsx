import type { PageContext } from '../../platform/web/page-context.ts';
import { uiText } from '../messages.ts';
import { pageWindow } from './page-window.ts';

interface PaginationProps {
  ctx: PageContext;
  page: number;
  pageCount: number;
  href(page: number): string;
}

/** Previous, next, and the pages around this one; nothing when there is one page. */
export function Pagination({ ctx, page, pageCount, href }: PaginationProps) {
  if (pageCount <= 1) return null;
  const { text, label } = uiText(ctx);
  return (
    <nav class="pagination" aria-label={label.pagination.region}>
      {page > 1 && (
        <a class="pagination-step" rel="prev" href={href(page - 1)}>
          {text.pagination.previous}
        </a>
      )}
      <p>{text.pagination.position(page, pageCount)}</p>
      <ol>
        {pageWindow(page, pageCount).map((entry) =>
          entry === 'gap' ? (
            <li class="pagination-gap">…</li>
          ) : (
            <li>
              <a
                href={href(entry)}
                aria-label={label.pagination.page(entry)}
                aria-current={entry === page ? 'page' : undefined}
              >
                {entry}
              </a>
            </li>
          ),
        )}
      </ol>
      {page < pageCount && (
        <a class="pagination-step" rel="next" href={href(page + 1)}>
          {text.pagination.next}
        </a>
      )}
    </nav>
  );
}
