import type { CollectionWords } from '../../platform/collections/collection.ts';
import type { PageContext } from '../../platform/web/page-context.ts';
import { Button } from '../components/button.tsx';
import { icon } from '../components/icon.ts';
import { words } from '../text/words.ts';
import { collectionText } from './messages.ts';
import type { ChipView, ResultsView, SortView } from './views.ts';

interface ChipsProps {
  ctx: PageContext;
  chips: ChipView[];
  clearHref: string;
}

/** The active conditions, each with a link that removes it. */
export function Chips({ ctx, chips, clearHref }: ChipsProps) {
  const { text, label } = collectionText(ctx);
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
  const { text } = collectionText(ctx);
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

interface QueryReadProps {
  ctx: PageContext;
  view: ResultsView;
  /** The query as it was read. */
  corrected: string | undefined;
}

/** How the query was read where not as typed: corrected, or as a place. */
export function QueryRead({ ctx, view, corrected }: QueryReadProps) {
  const { text } = collectionText(ctx);
  return (
    <>
      {corrected !== undefined && (
        <p class="query-note">
          {text.results.corrected.before}
          <q class="query-read">{corrected}</q>
          {text.results.corrected.between}
          <a href={view.exactHref}>{text.results.corrected.instead(view.q)}</a>
        </p>
      )}
      {view.place !== undefined && <p class="query-note">{text.results.place(view.place)}</p>}
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
    </>
  );
}

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/** How the search was widened: by synonyms, or to some of the words. */
export function QueryNotes({
  ctx,
  view,
  own,
}: {
  ctx: PageContext;
  view: ResultsView;
  own: CollectionWords;
}) {
  const { text } = collectionText(ctx);
  // Words that a reader of English cannot read say nothing to them.
  const isRead = (word: string) => ctx.language === 'ja' || !japanese.test(word);
  const searched = [...new Set(view.expansions.flatMap(({ to }) => to))];
  const expanded = searched.filter(isRead);
  return (
    <>
      {view.relaxed && <p class="query-note">{own.relaxed}</p>}
      {view.exact && (
        <p class="query-note">
          {text.results.exact} <a href={view.inexactHref}>{text.results.inexactLink}</a>
        </p>
      )}
      {!view.exact && searched.length > 0 && (
        <p class="query-note">
          {expanded.length > 0 ? text.results.expanded.before : text.results.expanded.unnamed}
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
