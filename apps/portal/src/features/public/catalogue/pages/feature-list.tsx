import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { catalogueText } from '../messages.ts';
import type { FeatureListView } from '../views.ts';
import { FeatureTiles } from './feature-band.tsx';
import { PageHead } from './page-head.tsx';

export function FeatureListPage({ ctx, view }: { ctx: PageContext; view: FeatureListView }) {
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
        <FeatureTiles ctx={ctx} features={view.features} headingLevel={2} />
      </div>
    </Shell>
  );
}
