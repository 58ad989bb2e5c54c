import type { PageContext } from '../../../../platform/web/page-context.ts';
import { ComparisonTable } from '../../../../ui/collections/comparison-table.tsx';
import { Breadcrumb } from '../../../../ui/components/breadcrumb.tsx';
import { Button } from '../../../../ui/components/button.tsx';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { words } from '../../../../ui/text/words.ts';
import { plusSecurityText } from '../messages.ts';
import { plusSecurityPaths } from '../paths.ts';
import type { ComparisonView } from '../views.ts';

/** Up to four programmes side by side; the address holds which. */
export function ComparisonPage({ ctx, view }: { ctx: PageContext; view: ComparisonView }) {
  const { text, label } = plusSecurityText(ctx);
  const { comparison } = text;
  const enough = view.cards.length > 1;
  return (
    <Shell
      ctx={ctx}
      title={label.comparison.heading}
      description={label.comparison.description}
      unlisted={view.cards.length > 0}
      styles={['plus-security']}
    >
      <div class="container page programme-comparison">
        <header class="page-head">
          <Breadcrumb
            ctx={ctx}
            trail={[{ label: text.breadcrumb, href: ctx.href(plusSecurityPaths.programmes) }]}
            current={comparison.heading}
          />
          <h1>{comparison.heading}</h1>
          <p class="page-lead">{enough ? comparison.lead : comparison.tooFew(view.most)}</p>
        </header>
        {view.wasCut && <p class="quiet">{comparison.cut(view.most)}</p>}
        {view.cards.length > 0 && <Chosen ctx={ctx} view={view} />}
        {enough && (
          <ComparisonTable ctx={ctx} caption={comparison.heading} cards={view.cards} rows={view.rows} />
        )}
        {!view.isFull && <Adding ctx={ctx} view={view} />}
      </div>
    </Shell>
  );
}

function Chosen({ ctx, view }: { ctx: PageContext; view: ComparisonView }) {
  const { text, label } = plusSecurityText(ctx);
  return (
    <ul class="comparison-chosen" aria-label={label.comparison.chosen}>
      {view.cards.map((card) => (
        <li>
          <a href={card.href}>{words(card.title, ctx)}</a>{' '}
          <a class="comparison-remove" href={card.removeHref}>
            {text.comparison.remove}
            <span class="visually-hidden"> {card.title.text}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Others to add: what the words find, or what teaches the same. */
function Adding({ ctx, view }: { ctx: PageContext; view: ComparisonView }) {
  const { text, label } = plusSecurityText(ctx);
  return (
    <section class="comparison-adding" aria-labelledby="adding">
      <h2 id="adding">{text.comparison.adding}</h2>
      <form method="get" action={ctx.href(plusSecurityPaths.comparison([]))} class="comparison-search">
        {view.ids.map((id) => (
          <input type="hidden" name="id" value={id} />
        ))}
        <label>
          <span>{text.comparison.search}</span>
          <input class="input" type="search" name="q" value={view.q} maxlength={200} autocomplete="off" />
        </label>
        <Button type="outline">{text.comparison.find}</Button>
      </form>
      {view.proposed.length === 0 ? (
        <p>{text.comparison.nothing}</p>
      ) : (
        <>
          <h3>{view.q || view.cards.length === 0 ? text.comparison.found : text.comparison.similar}</h3>
          <ul class="comparison-proposed">
            {view.proposed.map(({ card, addHref }) => (
              <li>
                <div>
                  <a href={card.href}>{words(card.title, ctx)}</a>
                  <p class="quiet">
                    {[card.facts.operator?.text, ...(card.facts.derived ?? [])].filter(Boolean).join(' · ')}
                  </p>
                </div>
                <a class="button" data-type="outline" data-size="sm" href={addHref}>
                  <span>
                    {text.comparison.add}
                    <span class="visually-hidden"> {label.comparison.addLabel(card.title.text)}</span>
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
