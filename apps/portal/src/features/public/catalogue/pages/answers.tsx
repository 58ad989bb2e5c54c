import type { PageContext } from '../../../../platform/web/page-context.ts';
import { icon } from '../../../../ui/components/icon.ts';
import { phrasedWords, words } from '../../../../ui/text/words.ts';
import { catalogueText } from '../messages.ts';
import type { AnswersView, FoundPageView } from '../views.ts';

/** What a search asked for besides records, above them: editors' picks, help, other pages. */
export function AnswersAbove({ ctx, view }: { ctx: PageContext; view: AnswersView }) {
  const { text } = catalogueText(ctx);
  const { picks, help, pages, near } = view;
  return (
    <>
      {picks.length > 0 && (
        <aside class="first-steps editors-picks" aria-labelledby="picks-heading">
          <h2 id="picks-heading">{text.results.picks}</h2>
          <ul class="boxed-links">
            {picks.map((pick) => (
              <li>
                <a href={pick.href}>
                  <span>
                    {words(pick.title, ctx)}
                    {pick.reason && <span class="found-reason">{words(pick.reason, ctx)}</span>}
                  </span>
                  {icon.arrow}
                </a>
              </li>
            ))}
          </ul>
        </aside>
      )}
      <FoundPages ctx={ctx} id="first-steps-heading" heading={text.results.firstSteps} pages={help} />
      <FoundPages ctx={ctx} id="found-pages-heading" heading={text.results.pages} pages={pages} />
      <FoundPages ctx={ctx} id="near-help-heading" heading={text.results.nearHelp} pages={near} />
    </>
  );
}

interface FoundPagesProps {
  ctx: PageContext;
  id: string;
  heading: string;
  pages: readonly FoundPageView[];
}

function FoundPages({ ctx, id, heading, pages }: FoundPagesProps) {
  if (pages.length === 0) return null;
  return (
    <aside class="first-steps" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <ul class="boxed-links">
        {pages.map((page) => (
          <li>
            {page.telephone ? (
              <div class="found-contact">
                <a class="telephone" href={page.telephone.href}>
                  {icon.phone}
                  <span class="telephone-name">{words(page.title, ctx)}</span>
                  <span class="telephone-number">{page.telephone.number}</span>
                </a>
                {page.lead && <p>{words(page.lead, ctx)}</p>}
              </div>
            ) : (
              <a href={page.href}>
                <span>{phrasedWords(page.title, ctx)}</span>
                {icon.arrow}
              </a>
            )}
          </li>
        ))}
      </ul>
    </aside>
  );
}
