import type { AboveResults } from '../../platform/feature.ts';
import type { PageContext } from '../../platform/web/page-context.ts';
import { Pagination } from '../components/pagination.ts';
import { SearchBox } from '../components/search-box.ts';
import { Shell } from '../shell/shell.tsx';
import { writeCount } from '../text/count.ts';
import type { CollectionPhrasebook } from './messages.ts';
import { collectionText } from './messages.ts';
import { RecordList } from './record-list.tsx';
import { Chips, QueryNotes, QueryRead, SortSelect } from './results-conditions.tsx';
import { EmptyResults } from './results-empty.tsx';
import { ResultsFilters } from './results-filters.tsx';
import { FollowSearch } from './results-follow.tsx';
import type { ResultsView } from './views.ts';

const formId = 'search-form';

interface ResultsPageProps {
  ctx: PageContext;
  view: ResultsView;
  /** The collection's own messages. */
  words: CollectionPhrasebook;
  /** What stands above the list. */
  above?: AboveResults | undefined;
}

export function ResultsPage(props: ResultsPageProps) {
  const { ctx, view } = props;
  const own = props.words(ctx).label;
  return (
    <Shell
      ctx={ctx}
      title={pageTitle(ctx, view, own.heading)}
      description={own.description}
      unlisted={view.q !== ''}
      feed={{ path: view.feed, title: own.feed }}
      alternates={view.alternates.map(({ type, path }) => ({ type, path: ctx.href(path) }))}
    >
      <live-results>
        <div class="search-bar">
          <div class="container">
            <SearchBox ctx={ctx} id={formId} q={view.q} action={view.path} />
          </div>
        </div>
        <div class="container results-columns">
          <ResultsFilters ctx={ctx} view={view} formId={formId} />
          <Results {...props} />
        </div>
        <p class="visually-hidden" role="status" />
      </live-results>
    </Shell>
  );
}

function Results({ ctx, view, words, above }: ResultsPageProps) {
  const { text, label } = collectionText(ctx);
  const own = words(ctx).text;
  const records = view.onlyNear ? 0 : view.total;
  const answers = above?.answers ?? 0;
  const count = records > 0 ? records : answers;
  return (
    <section
      class="results"
      id="results"
      aria-labelledby="results-heading"
      data-live
      data-announce={label.results.found(writeCount(count))}
    >
      <div class="results-head">
        <h1 id="results-heading" tabindex={-1}>
          {view.q ? (
            <>
              {text.results.headingFor.before}
              <span class="query">{view.q}</span>
              {text.results.headingFor.after}
            </>
          ) : (
            own.heading
          )}{' '}
          <span class="results-count">{text.results.headingCount(writeCount(count))}</span>
        </h1>
        {records > 1 && view.sorts.length > 0 && <SortSelect ctx={ctx} sorts={view.sorts} formId={formId} />}
      </div>
      {view.chips.length > 0 && <Chips ctx={ctx} chips={view.chips} clearHref={view.clearHref} />}
      <QueryRead ctx={ctx} view={view} corrected={above?.corrected ?? view.corrected} />
      {records === 0 && answers === 0 && view.q !== '' && <p class="query-none">{text.results.none}</p>}
      {above?.page}
      <QueryNotes ctx={ctx} view={view} own={own} />
      {records === 0 ? (
        <EmptyResults ctx={ctx} view={view} own={own} hasAnswers={answers > 0} />
      ) : (
        <>
          <RecordList cards={view.cards} reading={ctx} headingLevel={2} as="rows" />
          {view.cards.some(({ facts }) => facts.operator && facts.confirmedOn === null) && (
            <p class="quiet results-note">{text.card.unconfirmedNote}</p>
          )}
        </>
      )}
      <Pagination ctx={ctx} page={view.page} pageCount={view.pageCount} href={view.pageHref} />
      {(view.q || view.chips.length > 0) && <FollowSearch ctx={ctx} follow={view.follow} />}
    </section>
  );
}

function pageTitle(ctx: PageContext, view: ResultsView, heading: string): string {
  const { results } = collectionText(ctx).label;
  const title = view.q ? results.titleFor(view.q) : heading;
  return view.page > 1 ? title + results.pageSuffix(view.page) : title;
}
