import { raw } from 'hono/utils/html';
import { writeDay } from '../../../../platform/i18n/dates.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { RecordList } from '../../../../ui/collections/record-list.tsx';
import { Breadcrumb } from '../../../../ui/components/breadcrumb.tsx';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { icon } from '../../../../ui/components/icon.ts';
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx';
import { SectionHeading } from '../../../../ui/components/section-heading.tsx';
import { ContactLines } from '../../../../ui/contact/contact-lines.tsx';
import { linkTelephones } from '../../../../ui/contact/telephone-links.ts';
import { uiText } from '../../../../ui/messages.ts';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { sitePaths } from '../../../../ui/shell/site-paths.ts';
import { phrasedWords, words } from '../../../../ui/text/words.ts';
import { catalogueText } from '../messages.ts';
import { navigationText } from '../navigation.ts';
import type { PictureView, RecordView } from '../views.ts';
import { KeepButton } from './kept.tsx';
import { RecordFacts } from './record-facts.tsx';
import { UsefulQuestion } from './useful.tsx';

export function RecordPage({ ctx, view }: { ctx: PageContext; view: RecordView }) {
  const { text, label } = catalogueText(ctx);
  const { card } = view;
  return (
    <Shell
      ctx={ctx}
      title={card.title.text}
      description={card.summary.text}
      structuredData={view.structuredData}
      alternates={[{ type: 'application/json', path: `/api/v1/entries/${view.id}?lang=${ctx.language}` }]}
      styles={['catalogue']}
    >
      <div class="container">
        <Breadcrumb
          ctx={ctx}
          trail={[{ label: navigationText(ctx).text.search, href: ctx.href(sitePaths.search) }]}
          current={words(card.title, ctx)}
        />
        <article class="record">
          <header class="record-head">
            <p class="card-kicker">
              <span>{words(card.facts.kicker, ctx)}</span>
            </p>
            <h1>{phrasedWords(card.title, ctx)}</h1>
            <p class="record-summary">{phrasedWords(card.summary, ctx)}</p>
          </header>

          <div class="record-official">
            <ButtonLink size="lg" href={view.officialUrl} rel="external" icon={icon.external}>
              {text.record.toOfficial}
              <span class="visually-hidden">{uiText(ctx).text.link.external}</span>
            </ButtonLink>
            <p class="official-host">{view.officialHost}</p>
            <OfficialLanguage ctx={ctx} view={view} />
            <KeepButton ctx={ctx} id={view.id} />
          </div>

          <div class="record-body prose">
            <RecordBanners ctx={ctx} view={view} />
            {view.picture && <RecordPicture ctx={ctx} picture={view.picture} />}
            <section lang={view.descriptionLanguage === ctx.language ? undefined : view.descriptionLanguage}>
              {linkTelephones(raw(view.descriptionHtml))}
            </section>
            <section>
              <h2>{text.record.join}</h2>
              <p>{linkTelephones(words(view.join, ctx))}</p>
            </section>
            {view.contact && (
              <section>
                <h2>{text.record.contact}</h2>
                <ContactLines ctx={ctx} contact={view.contact} />
              </section>
            )}
            {view.note && (
              <section>
                <h2>{text.record.note}</h2>
                <p>{linkTelephones(words(view.note, ctx))}</p>
              </section>
            )}
            <p class="address-seen">
              {icon.info}
              <span>{text.record.addressSeen[view.addressSeen]}</span>
            </p>
            {view.changes.length > 0 && (
              <section class="record-changes">
                <h2>{text.record.changes}</h2>
                <ul>
                  {view.changes.map(({ on, fields }) => (
                    <li>
                      <time datetime={on}>{writeDay(on, ctx.language)}</time> {fields.join(label.record.and)}
                    </li>
                  ))}
                </ul>
              </section>
            )}
            <p>
              <a href={ctx.href(`/reports/${view.id}`)}>{text.record.reportMistake}</a>
            </p>
          </div>

          <aside class="record-aside" aria-label={label.record.facts}>
            <RecordFacts ctx={ctx} view={view} />
            {view.calendarHref && (
              <p class="record-calendar">
                <a href={view.calendarHref}>{text.calendar.own}</a>
              </p>
            )}
          </aside>
        </article>
        <UsefulQuestion ctx={ctx} page={view.path} />
      </div>

      {view.similar.length > 0 && (
        <section class="section ground-pale" aria-labelledby="similar">
          <div class="container">
            <SectionHeading id="similar">{text.record.similar}</SectionHeading>
            <RecordList cards={view.similar} reading={ctx} headingLevel={3} as="grid" />
          </div>
        </section>
      )}
    </Shell>
  );
}

/** Tells readers of one language that the official page is in another. */
function OfficialLanguage({ ctx, view }: { ctx: PageContext; view: RecordView }) {
  const { label } = catalogueText(ctx);
  const { pageLanguages } = view;
  if (pageLanguages.length === 0 || pageLanguages.some(({ value }) => value === ctx.language)) return null;
  const names = pageLanguages.map(({ label: name }) => name.text).join(label.record.and);
  return <p class="official-language">{label.record.officialIn(names)}</p>;
}

function RecordBanners({ ctx, view }: { ctx: PageContext; view: RecordView }) {
  const { text } = catalogueText(ctx);
  return (
    <>
      {view.status === 'ended' && (
        <NotificationBanner type="warning" heading={text.record.ended}>
          <p>{text.record.endedBody}</p>
        </NotificationBanner>
      )}
      {view.status === 'to-check' && (
        <NotificationBanner type="warning" heading={text.record.toCheck}>
          <p>{text.record.toCheckBody}</p>
        </NotificationBanner>
      )}
      {view.sample && <NotificationBanner type="info" heading={text.record.sample} />}
      {view.descriptionLanguage !== ctx.language && (
        <NotificationBanner type="info" heading={text.record.japaneseOnly} />
      )}
      {view.withoutEasy && <NotificationBanner type="info" heading={text.record.withoutEasy} />}
    </>
  );
}

function RecordPicture({ ctx, picture }: { ctx: PageContext; picture: PictureView }) {
  const { src, width, height, alt, credit } = picture;
  return (
    <figure class="record-picture">
      <img
        src={src}
        alt={alt.text}
        lang={alt.language === ctx.language ? undefined : alt.language}
        width={width}
        height={height}
        decoding="async"
      />
      {credit && <figcaption>{credit}</figcaption>}
    </figure>
  );
}
