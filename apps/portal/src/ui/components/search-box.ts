import { html } from 'hono/html';
import type { PageContext } from '../../platform/web/page-context.ts';
import { uiText } from '../messages.ts';
import { sitePaths } from '../shell/site-paths.ts';
import type { Markup } from '../text/ruby.ts';
import { icon } from './icon.ts';

/** Most characters of a search. */
const longest = 200;

interface SearchBoxProps {
  ctx: PageContext;
  /** Id of the form; filters elsewhere on the page belong to it through their `form` attribute. */
  id: string;
  q?: string;
  /** Path of the results page; default: the site search. */
  action?: string;
}

export function SearchBox({ ctx, id, q = '', action = sitePaths.search }: SearchBoxProps): Markup {
  const { text, label } = uiText(ctx);
  return html`<search><form class="search-box" id="${id}" method="get" action="${ctx.href(action)}">
<search-suggest data-label="${label.search.suggestions}" data-count="${label.search.suggestionCount('{n}')}">
<input type="search" name="q" value="${q}" maxlength="${longest}" autocomplete="off" enterkeyhint="search" aria-label="${label.search.label}" aria-describedby="${id}-longest" placeholder="${label.search.placeholder}">
<span class="visually-hidden" id="${id}-longest">${label.form.count.longest(longest)}</span>
</search-suggest>
<button type="submit">${icon.search}${text.search.submit}</button>
</form></search>` as Markup;
}
