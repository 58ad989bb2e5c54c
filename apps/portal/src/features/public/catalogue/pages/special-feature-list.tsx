import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { catalogueText } from '../messages.ts';
import type { SpecialFeatureListView } from '../views.ts';
import { PageHead } from './page-head.tsx';
import { SpecialFeatureTiles } from './special-feature-band.tsx';

export function SpecialFeatureListPage({ ctx, view }: { ctx: PageContext; view: SpecialFeatureListView }) {
  const { text, label } = catalogueText(ctx);
  return (
    <Shell
      ctx={ctx}
      title={label.features.heading}
      description={label.features.description}
      styles={['catalogue']}
    >
      <div class="container page">
        <PageHead ctx={ctx} heading={text.features.heading} lead={text.features.lead} />
        <SpecialFeatureTiles ctx={ctx} features={view.features} headingLevel={2} />
      </div>
    </Shell>
  );
}
