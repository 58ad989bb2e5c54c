import type { CollectionWords } from '../../platform/collections/collection.ts';
import type { PageContext } from '../../platform/web/page-context.ts';
import { faintArc } from '../components/mark.ts';
import { NextSteps } from '../status-pages/next-steps.tsx';
import { writeCount } from '../text/count.ts';
import { collectionText } from './messages.ts';
import { RecordList } from './record-list.tsx';
import type { ResultsView } from './views.ts';

/**
 * No record has the words: which conditions to remove, with the number of results each would give, where to ask, and
 * apart from all that the nearest records.
 */
export function EmptyResults({
  ctx,
  view,
  own,
  hasAnswers,
}: {
  ctx: PageContext;
  view: ResultsView;
  own: CollectionWords;
  /** Whether something else that was asked for stands above. */
  hasAnswers: boolean;
}) {
  const { text } = collectionText(ctx);
  return (
    <>
      <div class={hasAnswers ? 'empty-beside' : 'empty'}>
        {!hasAnswers && view.cards.length === 0 && faintArc}
        {hasAnswers ? (
          <p class="quiet">{text.results.noRecords}</p>
        ) : (
          <>
            {view.q === '' && <h2>{own.emptyHeading}</h2>}
            {view.cards.length === 0 && <p>{own.emptyLead}</p>}
          </>
        )}
        {view.wayOut.length > 0 && (
          <>
            <h2>{text.results.wayOut}</h2>
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
        <h2>{text.results.otherWays}</h2>
        <NextSteps ctx={ctx} />
      </div>
      {view.cards.length > 0 && (
        <section class="nearest" aria-labelledby="nearest-heading">
          <h2 id="nearest-heading">{text.results.nearest}</h2>
          <p class="quiet">{text.results.nearestLead}</p>
          <RecordList cards={view.cards} reading={ctx} headingLevel={3} as="rows" />
        </section>
      )}
    </>
  );
}
