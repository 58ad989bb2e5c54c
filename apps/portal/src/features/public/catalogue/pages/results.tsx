import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Pagination } from '../../../../ui/components/pagination.ts';
import { SearchBox } from '../../../../ui/components/search-box.ts';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { writeCount } from '../../../../ui/text/count.ts';
import { catalogueText } from '../messages.ts';
import type { ResultsView } from '../views.ts';
import { RecordList } from './record-list.tsx';
import { Chips, QueryNotes, Situations, SortSelect } from './results-conditions.tsx';
import { EmptyResults } from './results-empty.tsx';
import { ResultsFilters } from './results-filters.tsx';
import { FollowSearch } from './results-follow.tsx';

const formId = 'search-form';

export function ResultsPage({ ctx, view }: { ctx: PageContext; view: ResultsView }) {
  const { label } = catalogueText(ctx);
  return (
    <Shell
      ctx={ctx}
      title={pageTitle(ctx, view)}
      description={label.results.description}
      unlisted={view.q !== ''}
    >
      <live-results>
        <div class="search-bar">
          <div class="container">
            <SearchBox ctx={ctx} id={formId} q={view.q} />
          </div>
        </div>
        <div class="container results-columns">
          <ResultsFilters ctx={ctx} view={view} formId={formId} />
          <Results ctx={ctx} view={view} />
        </div>
        <p class="visually-hidden" role="status" />
      </live-results>
    </Shell>
  );
}

function Results({ ctx, view }: { ctx: PageContext; view: ResultsView }) {
  const { text, label } = catalogueText(ctx);
  return (
    <section
      class="results"
      id="results"
      aria-labelledby="results-heading"
      data-live
      data-announce={label.results.found(writeCount(view.total))}
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
            text.results.headingAll
          )}{' '}
          <span class="results-count">{text.results.headingCount(writeCount(view.total))}</span>
        </h1>
        {view.total > 1 && <SortSelect ctx={ctx} sorts={view.sorts} formId={formId} />}
      </div>
      {view.chips.length > 0 && <Chips ctx={ctx} chips={view.chips} clearHref={view.clearHref} />}
      <QueryNotes ctx={ctx} view={view} />
      <Situations ctx={ctx} situations={view.situations} />
      {view.total === 0 ? (
        <EmptyResults ctx={ctx} view={view} />
      ) : (
        <RecordList cards={view.cards} reading={ctx} headingLevel={2} as="rows" />
      )}
      <Pagination ctx={ctx} page={view.page} pageCount={view.pageCount} href={view.pageHref} />
      {(view.q || view.chips.length > 0) && <FollowSearch ctx={ctx} />}
    </section>
  );
}

function pageTitle(ctx: PageContext, view: ResultsView): string {
  const { results } = catalogueText(ctx).label;
  const title = view.q ? results.titleFor(view.q) : results.titleAll;
  return view.page > 1 ? title + results.pageSuffix(view.page) : title;
}
