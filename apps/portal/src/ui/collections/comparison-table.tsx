// biome-ignore-all lint/a11y/noRedundantRoles: the style of narrow screens takes the table's display away
import type { Child } from 'hono/jsx';
import type { Reading } from '../../platform/i18n/language.ts';
import { phrasedWords, words } from '../text/words.ts';
import type { ComparisonRowView } from './comparison.ts';
import { collectionText } from './messages.ts';
import type { CardView } from './views.ts';

interface ComparisonTableProps {
  ctx: Reading;
  caption: Child;
  cards: readonly Pick<CardView, 'href' | 'title'>[];
  rows: readonly ComparisonRowView[];
}

/**
 * Records side by side, rows in which they differ marked. On narrow screens each row stands on its own with the
 * names of the records; the roles keep it a table where the style takes it apart.
 */
export function ComparisonTable({ ctx, caption, cards, rows }: ComparisonTableProps) {
  return (
    <table class="compare-table" role="table">
      <caption class="visually-hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <td role="cell" />
          {cards.map((card) => (
            <th scope="col" role="columnheader">
              <a href={card.href}>{phrasedWords(card.title, ctx)}</a>
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <Row ctx={ctx} row={row} cards={cards} />
        ))}
      </tbody>
    </table>
  );
}

function Row({
  ctx,
  row,
  cards,
}: {
  ctx: Reading;
  row: ComparisonRowView;
  cards: ComparisonTableProps['cards'];
}) {
  const { text } = collectionText(ctx);
  return (
    <tr role="row" data-differs={row.differs ? '' : undefined}>
      <th scope="row" role="rowheader">
        {words(row.label, ctx)}
        {row.differs && <span class="compare-differs">{text.comparison.differs}</span>}
      </th>
      {row.cells.map((texts, index) => (
        <td role="cell">
          <span class="compare-name" aria-hidden="true">
            {cards[index]?.title.text}
          </span>
          <p class={texts.length === 0 ? 'quiet' : undefined}>
            {texts.length === 0
              ? text.comparison.nothing
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
