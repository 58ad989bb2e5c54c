import type { PageContext } from '../../../../platform/web/page-context.ts';
import { icon } from '../../../../ui/components/icon.ts';
import { faintArc } from '../../../../ui/components/mark.ts';
import { sitePaths } from '../../../../ui/shell/site-paths.ts';
import { writeCount } from '../../../../ui/text/count.ts';
import { catalogueText } from '../messages.ts';
import type { ResultsView } from '../views.ts';

/** Nothing was found: what to change, with how much that would find, and other ways on. */
export function EmptyResults({ ctx, view }: { ctx: PageContext; view: ResultsView }) {
  const { text } = catalogueText(ctx);
  return (
    <div class="empty">
      {faintArc}
      <h2>{text.results.emptyHeading}</h2>
      <p>{text.results.emptyLead}</p>
      {view.wayOut.length > 0 && (
        <>
          <h3>{text.results.wayOut}</h3>
          <ul class="way-out">
            {view.wayOut.map((way) => (
              <li>
                <a class="chip-label" href={way.href}>
                  <span>{text.results.withoutCondition(way.label)}</span>{' '}
                  <span class="chip-label-count">{text.results.count(writeCount(way.count))}</span>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{text.results.otherWays}</h3>
      <WaysOn ctx={ctx} />
    </div>
  );
}

/** Ways on from a page that has nothing more to offer. */
export function WaysOn({ ctx }: { ctx: PageContext }) {
  const { text } = catalogueText(ctx);
  const ways = [
    [sitePaths.finder, text.results.toFinder],
    [`${sitePaths.help}#desks`, text.results.toDesks],
    [sitePaths.search, text.results.toAll],
  ] as const;
  return (
    <ul class="ways-on">
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
