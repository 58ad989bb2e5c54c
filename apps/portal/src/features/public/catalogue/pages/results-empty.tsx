import type { PageContext } from '../../../../platform/web/page-context.ts';
import { faintArc } from '../../../../ui/components/mark.ts';
import { WaysOn } from '../../../../ui/status-pages/ways-on.tsx';
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
