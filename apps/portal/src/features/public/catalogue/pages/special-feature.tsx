import { writeDay } from '../../../../platform/i18n/dates.ts';
import { siteUrl } from '../../../../platform/i18n/site-url.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Breadcrumb } from '../../../../ui/components/breadcrumb.tsx';
import { faintArc } from '../../../../ui/components/mark.ts';
import { uiText } from '../../../../ui/messages.ts';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { phrasedWords, words } from '../../../../ui/text/words.ts';
import { catalogueText } from '../messages.ts';
import { cataloguePaths } from '../paths.ts';
import { structuredFeature } from '../structured-data.ts';
import type { SpecialFeatureBlockView, SpecialFeatureView } from '../views.ts';
import { SpecialFeatureBlock } from './special-feature-block.tsx';

export function SpecialFeaturePage({ ctx, view }: { ctx: PageContext; view: SpecialFeatureView }) {
  const { text } = catalogueText(ctx);
  return (
    <Shell
      ctx={ctx}
      title={view.title.text}
      description={view.lead.text}
      styles={['catalogue']}
      structuredData={structuredFeature(view, {
        url: siteUrl(ctx.baseUrl, ctx.path, ctx.language),
        baseUrl: ctx.baseUrl,
      })}
    >
      <header class="feature-hero">
        <div class="container">
          <Breadcrumb
            ctx={ctx}
            trail={[{ label: text.features.heading, href: ctx.href(cataloguePaths.features) }]}
            current={words(view.title, ctx)}
          />
          <h1>{phrasedWords(view.title, ctx)}</h1>
          {view.tagline && <p class="feature-tagline">{phrasedWords(view.tagline, ctx)}</p>}
          <p class="feature-lead">{phrasedWords(view.lead, ctx)}</p>
          <p class="feature-updated">
            <time datetime={view.updatedOn}>
              {text.features.updated(writeDay(view.updatedOn, ctx.language))}
            </time>
          </p>
        </div>
        {faintArc}
      </header>
      <div class="container feature-columns">
        <Contents ctx={ctx} blocks={view.blocks} />
        <div class="feature-blocks">
          {view.blocks.map((block) => (
            <SpecialFeatureBlock ctx={ctx} block={block} />
          ))}
        </div>
      </div>
    </Shell>
  );
}

function Contents({ ctx, blocks }: { ctx: PageContext; blocks: SpecialFeatureBlockView[] }) {
  const { text } = uiText(ctx);
  if (!blocks.some(({ heading }) => heading)) return null;
  return (
    <nav class="contents" aria-labelledby="contents">
      <h2 id="contents">{text.contents}</h2>
      <ul>
        {blocks.map(
          ({ id, heading }) =>
            heading && (
              <li>
                <a href={`#${id}`}>{words(heading, ctx)}</a>
              </li>
            ),
        )}
      </ul>
    </nav>
  );
}
