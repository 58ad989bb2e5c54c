import type { CollectionWords } from '../../platform/collections/collection.ts';
import type { PageContext } from '../../platform/web/page-context.ts';
import { faintArc } from '../components/mark.ts';
import { NextSteps } from '../status-pages/next-steps.tsx';
import { writeCount } from '../text/count.ts';
import { collectionText } from './messages.ts';
import type { ResultsView } from './views.ts';

/**
 * No results: which conditions to remove, with the number of results each would give, and other next steps.
 */
export function EmptyResults({
  ctx,
  view,
  own,
}: {
  ctx: PageContext;
  view: ResultsView;
  own: CollectionWords;
}) {
  const { text } = collectionText(ctx);
  return (
    <div class="empty">
      {faintArc}
      <h2>{own.emptyHeading}</h2>
      <p>{own.emptyLead}</p>
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
      <NextSteps ctx={ctx} />
    </div>
  );
}
