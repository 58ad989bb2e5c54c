import type { PageContext } from '../../../../platform/web/page-context.ts';
import { RecordList } from '../../../../ui/collections/record-list.tsx';
import type { CardView } from '../../../../ui/collections/views.ts';
import { icon } from '../../../../ui/components/icon.ts';
import { writeCount } from '../../../../ui/text/count.ts';
import { catalogueText } from '../messages.ts';

interface FoldedRecordsProps {
  ctx: PageContext;
  cards: CardView[];
  /** How many stay in sight on a narrow screen: as many as stand side by side on a wide one. */
  inSight: number;
}

/** Cards side by side; on narrow screens those beyond the first are folded, so that a page stays short. */
export function FoldedRecords({ ctx, cards, inSight }: FoldedRecordsProps) {
  const { text } = catalogueText(ctx);
  const rest = cards.slice(inSight);
  return (
    <>
      <RecordList cards={cards.slice(0, inSight)} reading={ctx} headingLevel={3} as="grid" />
      {rest.length > 0 && (
        <details class="folded" data-open-when-wide>
          <summary>
            {text.features.unfold(writeCount(rest.length))}
            {icon.chevron}
          </summary>
          <RecordList cards={rest} reading={ctx} headingLevel={3} as="grid" />
        </details>
      )}
    </>
  );
}
