import type { PageContext } from '../../platform/web/page-context.ts';
import { icon } from '../components/icon.ts';
import { collectionText } from './messages.ts';
import type { ResultsView } from './views.ts';

/** Ways to be notified of future results. */
export function FollowSearch({ ctx, follow }: { ctx: PageContext; follow: ResultsView['follow'] }) {
  const { text } = collectionText(ctx);
  return (
    <ul class="follow-search">
      <li>
        <a href={follow.mailHref} rel="nofollow">
          {text.results.followByMail}
          {icon.arrow}
        </a>
      </li>
      <li>
        <a href={follow.feedHref} rel="nofollow" type="application/atom+xml">
          {text.results.followByFeed}
        </a>
      </li>
    </ul>
  );
}
