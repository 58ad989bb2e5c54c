// biome-ignore-all lint/a11y/noRedundantRoles: the style of narrow screens takes the table's display away
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { phrasedWords, words } from '../../../../ui/text/words.ts';
import { catalogueText } from '../messages.ts';
import type { CompareRowView, CompareView } from '../views.ts';
import { PageHead } from './page-head.tsx';

/**
 * Records side by side. On narrow screens each row stands on its own with the names of the records; the roles
 * keep it a table where the style takes it apart.
 */
export function ComparePage({ ctx, view }: { ctx: PageContext; view: CompareView }) {
  const { text, label } = catalogueText(ctx);
  return (
    <Shell
      ctx={ctx}
      title={label.compare.title}
      description={label.compare.description}
      unlisted
      styles={['catalogue']}
    >
      <div class="container page compare">
        <PageHead
          ctx={ctx}
          heading={text.compare.heading}
          lead={text.compare.lead}
          trail={[{ label: text.kept.heading, href: view.keptHref }]}
        />
        {view.wasCut && <p class="quiet">{text.compare.cut(view.cards.length)}</p>}
        <table class="compare-table" role="table">
          <caption class="visually-hidden">{text.compare.heading}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <td role="cell" />
              {view.cards.map((card) => (
                <th scope="col" role="columnheader">
                  <a href={card.href}>{phrasedWords(card.title, ctx)}</a>
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {view.rows.map((row) => (
              <Row ctx={ctx} row={row} view={view} />
            ))}
          </tbody>
        </table>
        <p>
          <a href={view.keptHref}>{text.compare.back}</a>
        </p>
      </div>
    </Shell>
  );
}

function Row({ ctx, row, view }: { ctx: PageContext; row: CompareRowView; view: CompareView }) {
  const { text } = catalogueText(ctx);
  return (
    <tr role="row" data-differs={row.differs ? '' : undefined}>
      <th scope="row" role="rowheader">
        {words(row.label, ctx)}
        {row.differs && <span class="compare-differs">{text.compare.differs}</span>}
      </th>
      {row.cells.map((texts, index) => (
        <td role="cell">
          <span class="compare-name" aria-hidden="true">
            {view.cards[index]?.title.text}
          </span>
          <p class={texts.length === 0 ? 'quiet' : undefined}>
            {texts.length === 0
              ? text.compare.nothing
              : texts.map((each, at) => (
                  <>
                    {at > 0 && (ctx.language === 'ja' ? '、' : ', ')}
                    {phrasedWords(each, ctx)}
                  </>
                ))}
          </p>
        </td>
      ))}
    </tr>
  );
}
