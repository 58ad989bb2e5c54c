import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { icon } from '../../../../ui/components/icon.ts';
import { words } from '../../../../ui/text/words.ts';
import { catalogueText } from '../messages.ts';
import type { ChipView, ResultsView, SituationLinkView, SortView } from '../views.ts';
import { SituationLinks } from './situation-links.tsx';

interface ChipsProps {
  ctx: PageContext;
  chips: ChipView[];
  clearHref: string;
}

/** The conditions that are set, each one tap from being removed. */
export function Chips({ ctx, chips, clearHref }: ChipsProps) {
  const { text, label } = catalogueText(ctx);
  return (
    <ul class="chips" data-live-link aria-label={label.results.chips}>
      {chips.map((chip) => (
        <li>
          <a class="chip-tag" href={chip.removeHref}>
            <span>{words(chip.label, ctx)}</span>
            <span class="visually-hidden">{label.results.remove}</span>
            {icon.close}
          </a>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <a class="chips-clear" href={clearHref}>
            {text.results.clear}
          </a>
        </li>
      )}
    </ul>
  );
}

interface SortSelectProps {
  ctx: PageContext;
  sorts: SortView[];
  formId: string;
}

export function SortSelect({ ctx, sorts, formId }: SortSelectProps) {
  const { text } = catalogueText(ctx);
  return (
    <div class="sort">
      <label for="sort">{text.results.sort}</label>
      <select class="select" id="sort" name="sort" form={formId}>
        {sorts.map((sort) => (
          <option value={sort.value} selected={sort.selected}>
            {sort.label}
          </option>
        ))}
      </select>
      <Button type="outline" size="sm" form={formId} class="no-script">
        {text.results.applySort}
      </Button>
    </div>
  );
}

/** What was done with the query beyond taking it at its word. */
export function QueryNotes({ ctx, view }: { ctx: PageContext; view: ResultsView }) {
  const { text } = catalogueText(ctx);
  const expanded = [...new Set(view.expansions.flatMap(({ to }) => to))];
  return (
    <>
      {view.suggestions.length > 0 && (
        <p class="query-note">
          {text.results.didYouMean}
          {ctx.language === 'ja' ? '：' : ': '}
          {view.suggestions.map((suggestion) => (
            <a class="query-suggestion" href={suggestion.href}>
              {suggestion.text}
            </a>
          ))}
        </p>
      )}
      {view.relaxed && <p class="query-note">{text.results.relaxed}</p>}
      {view.exact && (
        <p class="query-note">
          {text.results.exact} <a href={view.inexactHref}>{text.results.inexactLink}</a>
        </p>
      )}
      {!view.exact && expanded.length > 0 && (
        <p class="query-note">
          {text.results.expanded.before}
          {expanded.map((word, index) => (
            <>
              {index > 0 && text.results.expanded.between}
              <q>{word}</q>
            </>
          ))}
          {text.results.expanded.after} <a href={view.exactHref}>{text.results.exactLink}</a>
        </p>
      )}
    </>
  );
}

interface SituationsProps {
  ctx: PageContext;
  situations: SituationLinkView[];
}

/** Whoever looks for what just happened to them needs the first steps before any list. */
export function Situations({ ctx, situations }: SituationsProps) {
  const { text } = catalogueText(ctx);
  if (situations.length === 0) return null;
  return (
    <aside class="first-steps" aria-labelledby="first-steps-heading">
      <h2 id="first-steps-heading">{text.results.firstSteps}</h2>
      <SituationLinks ctx={ctx} situations={situations} />
    </aside>
  );
}
