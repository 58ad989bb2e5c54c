import { html } from 'hono/html';
import type { PageContext } from '../../platform/web/page-context.ts';
import { Button } from '../components/button.tsx';
import { icon } from '../components/icon.ts';
import { writeCount } from '../text/count.ts';
import { drawnOnce } from '../text/drawn-once.ts';
import type { Markup } from '../text/ruby.ts';
import { words } from '../text/words.ts';
import { collectionText } from './messages.ts';
import type { FacetView, ResultsView, TextView } from './views.ts';

interface ResultsFiltersProps {
  ctx: PageContext;
  view: ResultsView;
  formId: string;
}

/** The facets: a column on wide screens, a disclosure on narrow ones. */
export function ResultsFilters({ ctx, view, formId }: ResultsFiltersProps) {
  const { text } = collectionText(ctx);
  return (
    <details class="filters" id="filters" data-live data-open-when-wide>
      <summary>
        {icon.filter}
        <span>{text.results.filters}</span>
        {view.chips.length > 0 && (
          <span class="filters-set">
            {writeCount(view.chips.length)}
            <span class="visually-hidden">{text.results.filtersSet}</span>
          </span>
        )}
        {icon.chevron}
      </summary>
      <div class="filters-body">
        {view.hidden.map(({ name, value }) => (
          <input type="hidden" name={name} value={value} form={formId} />
        ))}
        {view.facets.filter(({ values }) => values.length > 0).map((facet) => facetHtml(facet, ctx, formId))}
        <div class="filters-actions">
          <Button form={formId} class="no-script">
            {text.results.applyFilters}
          </Button>
          <a class="button filters-to-results" data-type="outline" href="#results">
            {text.results.showResults(writeCount(view.total))}
          </a>
        </div>
      </div>
    </details>
  );
}

/** Uses `html` for the same reason as the record card: about sixty check boxes per page. */
function facetHtml(facet: FacetView, ctx: PageContext, formId: string): Markup {
  const label = words(facet.label, ctx);
  return html`<details class="facet" id="facet-${facet.name}"${facet.open ? ' open' : ''}>
<summary><span>${label}</span>${icon.chevron}</summary>
<fieldset><legend class="visually-hidden">${label}</legend>
${facet.values.map(
  ({ value, label: valueLabel, count, selected }) =>
    html`<label class="facet-value"><input class="checkbox" type="checkbox" id="${facet.name}-${value}" name="${facet.name}" value="${value}" form="${formId}"${selected ? ' checked' : ''}>${drawnLabel(valueLabel, ctx)}<span class="facet-count">${count}</span></label>`,
)}
</fieldset></details>` as Markup;
}

const drawnLabel = drawnOnce((label: TextView, ctx: PageContext) => html`<span>${words(label, ctx)}</span>`);
