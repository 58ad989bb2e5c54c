import type { PageContext } from '../../platform/web/page-context.ts';
import { icon } from '../components/icon.ts';
import { sitePaths } from '../shell/site-paths.ts';
import { statusText } from './messages.ts';

/** Links to continue from a status page. */
export function NextSteps({ ctx }: { ctx: PageContext }) {
  const { text } = statusText(ctx);
  const ways = [
    [sitePaths.finder, text.waysOn.toFinder],
    [`${sitePaths.help}#desks`, text.waysOn.toDesks],
    [sitePaths.search, text.waysOn.toAll],
  ] as const;
  return (
    <ul class="boxed-links next-steps">
      {ways.map(([path, label]) => (
        <li>
          <a href={ctx.href(path)}>
            <span>{label}</span>
            {icon.arrow}
          </a>
        </li>
      ))}
    </ul>
  );
}
