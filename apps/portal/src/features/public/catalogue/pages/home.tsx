import { writeDay } from '../../../../platform/i18n/dates.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { RecordList } from '../../../../ui/collections/record-list.tsx';
import { icon } from '../../../../ui/components/icon.ts';
import { faintArc } from '../../../../ui/components/mark.ts';
import { SearchBox } from '../../../../ui/components/search-box.ts';
import { SectionHeading } from '../../../../ui/components/section-heading.tsx';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { sitePaths } from '../../../../ui/shell/site-paths.ts';
import { writeCount } from '../../../../ui/text/count.ts';
import { phrasedWords, words } from '../../../../ui/text/words.ts';
import { catalogueText } from '../messages.ts';
import { cataloguePaths } from '../paths.ts';
import { structuredSite } from '../structured-data.ts';
import type { HomeView } from '../views.ts';
import { AxisLinks } from './axis-links.tsx';
import { Notices } from './notices.tsx';
import { SpecialFeatureBand, SpecialFeatureTiles } from './special-feature-band.tsx';

export function HomePage({ ctx, view }: { ctx: PageContext; view: HomeView }) {
  const { text, label } = catalogueText(ctx);
  const [current, ...others] = view.features;
  const urgent = view.notices.filter((notice) => notice.urgent);
  const calm = view.notices.filter((notice) => !notice.urgent);
  return (
    <Shell
      ctx={ctx}
      description={label.home.description}
      styles={['catalogue']}
      structuredData={structuredSite(ctx.language, label.home.description, ctx.baseUrl)}
    >
      {urgent.length > 0 && (
        <div class="container notices-urgent">
          <Notices ctx={ctx} notices={urgent} heading={text.home.notices} />
        </div>
      )}
      <div class="hero">
        <div class="container">
          <h1>
            {text.home.heading.first}
            {ctx.language === 'en' && ' '}
            <br />
            {text.home.heading.rest}
          </h1>
          <p class="hero-lead">{text.home.lead}</p>
          <SearchBox ctx={ctx} id="search-form" />
          {view.situations.length > 0 && (
            <nav class="hero-help" aria-labelledby="situations">
              <h2 id="situations">
                {icon.help}
                <span>{text.home.situations}</span>
              </h2>
              <ul>
                {view.situations.map((situation) => (
                  <li>
                    <a href={situation.href}>{phrasedWords(situation.title, ctx)}</a>
                  </li>
                ))}
                <li>
                  <a class="hero-help-all" href={ctx.href(sitePaths.help)}>
                    {text.help.all}
                  </a>
                </li>
              </ul>
            </nav>
          )}
          {view.examples.length > 0 && (
            <div class="hero-examples">
              <p id="examples-label">{text.home.examples}</p>
              <ul aria-labelledby="examples-label">
                {view.examples.map((example) => (
                  <li>
                    <a href={example.href}>{example.label}</a>
                  </li>
                ))}
              </ul>
            </div>
          )}
        </div>
        <div class="hero-arc">{faintArc}</div>
      </div>

      <section class="section container" aria-labelledby="doors">
        <SectionHeading id="doors">{text.home.doors}</SectionHeading>
        <AxisLinks ctx={ctx} doors={view.doors} />
        <a class="finder-door" href={ctx.href(sitePaths.finder)}>
          <span class="finder-door-title">{text.home.finder}</span>
          <span>{text.home.finderLead}</span>
          {icon.arrow}
        </a>
      </section>

      {current && (
        <section class="container" aria-labelledby="feature-band">
          <SpecialFeatureBand ctx={ctx} feature={current} id="feature-band" />
        </section>
      )}

      {view.coming.length > 0 && (
        <section class="section container" aria-labelledby="coming">
          <SectionHeading
            id="coming"
            aside={<a href={ctx.href(cataloguePaths.calendar)}>{text.calendar.all}</a>}
          >
            {text.calendar.coming}
          </SectionHeading>
          <Coming ctx={ctx} items={view.coming} />
        </section>
      )}

      <section class="section ground-pale" aria-labelledby="latest">
        <div class="container">
          <SectionHeading
            id="latest"
            aside={<a href={ctx.href(sitePaths.search)}>{text.home.all(writeCount(view.total))}</a>}
          >
            {text.home.latest}
          </SectionHeading>
          <RecordList cards={view.latest} reading={ctx} headingLevel={3} as="grid" />
        </div>
      </section>

      {others.length > 0 && (
        <section class="section container" aria-labelledby="other-features">
          <SectionHeading id="other-features">{text.home.otherFeatures}</SectionHeading>
          <SpecialFeatureTiles ctx={ctx} features={others} headingLevel={3} />
        </section>
      )}

      {calm.length > 0 && (
        <section class="section container" aria-labelledby="notices">
          <SectionHeading id="notices">{text.home.otherNotices}</SectionHeading>
          <Notices ctx={ctx} notices={calm} />
        </section>
      )}
    </Shell>
  );
}

function Coming({ ctx, items }: { ctx: PageContext; items: HomeView['coming'] }) {
  return (
    <ul class="coming">
      {items.map(({ title, href, label, first, last }) => (
        <li>
          <time datetime={first}>{writeDay(first, ctx.language)}</time>
          {first !== last && (ctx.language === 'ja' ? '〜' : ' –')}
          <span class="calendar-label">{label}</span>
          <a href={href}>{words(title, ctx)}</a>
        </li>
      ))}
    </ul>
  );
}
