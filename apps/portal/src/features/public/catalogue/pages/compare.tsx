import type { PageContext } from '../../../../platform/web/page-context.ts';
import { ComparisonTable } from '../../../../ui/collections/comparison-table.tsx';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { catalogueText } from '../messages.ts';
import type { CompareView } from '../views.ts';
import { PageHead } from './page-head.tsx';

/** Records side by side. */
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
        <ComparisonTable ctx={ctx} caption={text.compare.heading} cards={view.cards} rows={view.rows} />
        <p>
          <a href={view.keptHref}>{text.compare.back}</a>
        </p>
      </div>
    </Shell>
  );
}
