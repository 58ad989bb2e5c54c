import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { InputText } from '../../../../ui/components/input-text.tsx';
import { StatusLabel } from '../../../../ui/components/status-label.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { EditorialPage } from '../../../../ui/editing/editorial-page.tsx';
import { writeCount } from '../../../../ui/text/count.ts';
import type { CheckedPage, CheckedSearch } from '../../../public/catalogue/index.ts';
import { editingText } from '../messages.ts';
import { editingPaths } from '../paths.ts';
import type { SearchChecksView } from '../views.ts';

/** The table of searches with what each should find and finds now, and a box to try another. */
export function SearchChecksPage({ ctx, view }: { ctx: PageContext; view: SearchChecksView }) {
  const { text, label } = editingText(ctx);
  const { q, tried, groups, passed, knownMisses, all } = view;
  const failing = groups
    .flatMap(({ searches }) => searches)
    .filter(({ passes, isKnownMiss }) => !passes && !isKnownMiss);
  return (
    <EditorialPage ctx={ctx} title={label.searchChecks.title} lead={text.searchChecks.lead}>
      <p>
        <a href={ctx.href(editingPaths.item('search-cases'))}>{text.searchChecks.toTable}</a>{' '}
        <a href={ctx.href(editingPaths.item('best-bets'))}>{text.searchChecks.toPicks}</a>
      </p>
      <search>
        <form method="get" action={ctx.href(editingPaths.searchChecks)} class="outline-add">
          <InputText
            ctx={ctx}
            name="q"
            label={label.searchChecks.query}
            value={q}
            maxlength={200}
            autocomplete="off"
          />
          <Button type="outline" size="sm">
            {text.searchChecks.submit}
          </Button>
        </form>
      </search>
      {q !== '' && (
        <section aria-label={q}>
          <h2>{text.searchChecks.tried(q)}</h2>
          {tried.length === 0 ? <p>{text.searchChecks.nothing}</p> : <Pages ctx={ctx} pages={tried} />}
        </section>
      )}
      {all === 0 ? (
        <p>{text.searchChecks.none}</p>
      ) : (
        <p role="status">
          {text.searchChecks.passed(writeCount(passed), writeCount(all))}
          {knownMisses > 0 && ` ${text.searchChecks.knownMisses(writeCount(knownMisses))}`}
        </p>
      )}
      {failing.length > 0 && (
        <section>
          <h2>{text.searchChecks.failing}</h2>
          <Searches ctx={ctx} caption={label.searchChecks.failing} searches={failing} />
        </section>
      )}
      {groups.map(({ name, searches }) => (
        <section>
          <h2>{name}</h2>
          <Searches ctx={ctx} caption={name} searches={searches} />
        </section>
      ))}
    </EditorialPage>
  );
}

interface SearchesProps {
  ctx: PageContext;
  caption: string;
  searches: readonly CheckedSearch[];
}

function Searches({ ctx, caption, searches }: SearchesProps) {
  const { text } = editingText(ctx);
  const { columns, passes, fails, knownMiss, nothing, every, one } = text.searchChecks;
  return (
    <Table
      stacked
      caption={caption}
      columns={[
        { label: columns.query },
        { label: columns.verdict },
        { label: columns.wanted },
        { label: columns.found },
      ]}
      rows={searches.map((search) => [
        <a href={ctx.href(`${editingPaths.searchChecks}?q=${encodeURIComponent(search.query)}`)}>
          {search.query}
        </a>,
        <StatusLabel tone={search.passes ? 'success' : search.isKnownMiss ? 'warning' : 'error'}>
          {search.passes ? passes : search.isKnownMiss ? knownMiss : fails}
        </StatusLabel>,
        search.wanted.length === 0 ? (
          nothing
        ) : (
          <>
            {search.wanted.length > 1 && <p>{search.every ? every : one}</p>}
            <Pages ctx={ctx} pages={search.wanted} />
          </>
        ),
        search.found.length === 0 ? nothing : <Pages ctx={ctx} pages={search.found} />,
      ])}
    />
  );
}

function Pages({ ctx, pages }: { ctx: PageContext; pages: readonly CheckedPage[] }) {
  return (
    <ul>
      {pages.map(({ address, title }) => (
        <li>
          <a href={ctx.href(address)}>{title}</a>
        </li>
      ))}
    </ul>
  );
}
