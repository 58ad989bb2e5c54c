import type { PageContext } from '../../../../platform/web/page-context.ts';
import { icon } from '../../../../ui/components/icon.ts';
import { sitePaths } from '../../../../ui/shell/site-paths.ts';
import { catalogueText } from '../messages.ts';

/** Ways to hear of what will be found later. */
export function FollowSearch({ ctx }: { ctx: PageContext }) {
  const { text } = catalogueText(ctx);
  return (
    <ul class="follow-search">
      <li>
        <a href={ctx.href(`${sitePaths.alerts}${ctx.queryString}`)} rel="nofollow">
          {text.results.followByMail}
          {icon.arrow}
        </a>
      </li>
      <li>
        <a href={ctx.href(`${sitePaths.feed}${ctx.queryString}`)} rel="nofollow" type="application/atom+xml">
          {text.results.followByFeed}
        </a>
      </li>
    </ul>
  );
}
