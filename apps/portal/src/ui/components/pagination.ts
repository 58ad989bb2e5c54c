import { html } from 'hono/html';
import type { PageContext } from '../../platform/web/page-context.ts';
import { uiText } from '../messages.ts';
import type { Markup } from '../text/ruby.ts';
import { pageWindow } from './page-window.ts';

interface PaginationProps {
  ctx: PageContext;
  page: number;
  pageCount: number;
  href(page: number): string;
}

/**
 * Links to the previous and next pages and those around the current one; nothing if there is one page. Uses
 * `html` for the same reason as the record card: it is on every results page.
 */
export function Pagination({ ctx, page, pageCount, href }: PaginationProps): Markup | null {
  if (pageCount <= 1) return null;
  const { text, label } = uiText(ctx);
  const step = (to: number, rel: 'prev' | 'next', words: Markup) =>
    html`<a class="pagination-step" rel="${rel}" href="${href(to)}">${words}</a>`;
  const entry = (to: number) =>
    html`<li><a href="${href(to)}" aria-label="${label.pagination.page(to)}"${
      to === page ? html` aria-current="page"` : ''
    }>${to}</a></li>`;
  return html`<nav class="pagination" aria-label="${label.pagination.region}">
${page > 1 && step(page - 1, 'prev', text.pagination.previous)}
<p>${text.pagination.position(page, pageCount)}</p>
<ol>${pageWindow(page, pageCount).map((to) =>
    to === 'gap' ? html`<li class="pagination-gap">…</li>` : entry(to),
  )}</ol>
${page < pageCount && step(page + 1, 'next', text.pagination.next)}
</nav>` as Markup;
}
