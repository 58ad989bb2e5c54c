import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { phrasedWords } from '../../../../ui/text/words.ts';
import { catalogueText } from '../messages.ts';
import type { SiteMapView } from '../views.ts';
import { PageHead } from './page-head.tsx';

export function SiteMapPage({ ctx, view }: { ctx: PageContext; view: SiteMapView }) {
  const { text, label } = catalogueText(ctx);
  return (
    <Shell
      ctx={ctx}
      title={label.siteMap.heading}
      description={label.siteMap.description}
      styles={['catalogue']}
    >
      <div class="container page">
        <PageHead ctx={ctx} heading={text.siteMap.heading} />
        <div class="site-map">
          {view.sections.map(({ heading, links }) => (
            <section>
              <h2>{heading}</h2>
              <ul>
                {links.map((link) => (
                  <li>
                    <a href={link.href}>{phrasedWords(link.label, ctx)}</a>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </div>
    </Shell>
  );
}
