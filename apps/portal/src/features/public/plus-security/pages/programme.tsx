import type { Child } from 'hono/jsx';
import { raw } from 'hono/utils/html';
import { writeDay } from '../../../../platform/i18n/dates.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import type { TermView } from '../../../../ui/collections/views.ts';
import { Breadcrumb } from '../../../../ui/components/breadcrumb.tsx';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { icon } from '../../../../ui/components/icon.ts';
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx';
import { ContactLines } from '../../../../ui/contact/contact-lines.tsx';
import { linkTelephones } from '../../../../ui/contact/telephone-links.ts';
import { uiText } from '../../../../ui/messages.ts';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { phrasedWords, words } from '../../../../ui/text/words.ts';
import { plusSecurityText } from '../messages.ts';
import { plusSecurityPaths } from '../paths.ts';
import type { LinkedTerm, ProgrammeView } from '../views.ts';
import { Benefits } from './benefits.tsx';
import { Runs } from './runs.tsx';

export function ProgrammePage({ ctx, view }: { ctx: PageContext; view: ProgrammeView }) {
  const { text, label } = plusSecurityText(ctx);
  const { card } = view;
  return (
    <Shell
      ctx={ctx}
      title={card.title.text}
      description={card.summary.text}
      structuredData={view.structuredData}
      styles={['plus-security']}
    >
      <div class="container">
        <Breadcrumb
          ctx={ctx}
          trail={[{ label: text.breadcrumb, href: ctx.href(plusSecurityPaths.programmes) }]}
          current={words(card.title, ctx)}
        />
        <article class="programme">
          <header class="programme-head">
            <p class="card-kicker">
              <span>{words(card.facts.kicker, ctx)}</span>
            </p>
            <h1>{phrasedWords(card.title, ctx)}</h1>
            <p class="programme-summary">{phrasedWords(card.summary, ctx)}</p>
          </header>

          <aside class="programme-box" aria-label={label.facts.label}>
            <p class="programme-price">{view.price}</p>
            <p class="programme-hours">
              {view.hours}
              {card.facts.derived?.[0] && ` · ${card.facts.derived[0]}`}
            </p>
            <ButtonLink size="lg" href={view.officialUrl} rel="external" icon={icon.external}>
              {text.toOfficial}
              <span class="visually-hidden">{uiText(ctx).text.link.external}</span>
            </ButtonLink>
            <p class="official-host">{view.officialHost}</p>
            <p class="programme-compare">
              <a href={view.compareHref}>{text.compare}</a>
            </p>
          </aside>

          <div class="programme-body prose">
            {view.sample && <NotificationBanner type="info" heading={text.sample} />}
            {view.descriptionLanguage !== ctx.language && (
              <NotificationBanner type="info" heading={text.japaneseOnly} />
            )}
            <section>
              <h2>{text.outcomes}</h2>
              <p>{words(view.outcomes, ctx)}</p>
            </section>
            <Runs ctx={ctx} view={view} />
            <Benefits ctx={ctx} view={view} />
            <section lang={view.descriptionLanguage === ctx.language ? undefined : view.descriptionLanguage}>
              <h2>{text.contents}</h2>
              {linkTelephones(raw(view.descriptionHtml))}
            </section>
            <Skills ctx={ctx} view={view} />
            {view.contact && (
              <section>
                <h2>{text.contact}</h2>
                <ContactLines ctx={ctx} contact={view.contact} />
              </section>
            )}
          </div>
          <Facts ctx={ctx} view={view} />
        </article>
      </div>
    </Shell>
  );
}

function Facts({ ctx, view }: { ctx: PageContext; view: ProgrammeView }) {
  const { text } = plusSecurityText(ctx);
  const { facts } = text;
  const { operator } = view.card.facts;
  const rows: [Child, Child][] = [
    [facts.people, <Links ctx={ctx} terms={view.people} />],
    [facts.level, <Links ctx={ctx} terms={[view.level]} />],
    [facts.delivery, <Terms ctx={ctx} terms={view.deliveries} />],
    ...(view.regions.length > 0
      ? [[facts.region, <Terms ctx={ctx} terms={view.regions} />] as [Child, Child]]
      : []),
    ...(view.when.length > 0 ? [[facts.when, <Terms ctx={ctx} terms={view.when} />] as [Child, Child]] : []),
    ...(view.situations.length > 0
      ? [[facts.situations, <Links ctx={ctx} terms={view.situations} />] as [Child, Child]]
      : []),
    ...(view.prerequisites ? [[facts.prerequisites, words(view.prerequisites, ctx)] as [Child, Child]] : []),
    ...(view.certificate ? [[facts.certificate, words(view.certificate, ctx)] as [Child, Child]] : []),
    ...(view.support.length > 0
      ? [[facts.support, <Terms ctx={ctx} terms={view.support} />] as [Child, Child]]
      : []),
    [facts.language, <Terms ctx={ctx} terms={view.languages} />],
    ...(operator ? [[facts.provider, words(operator, ctx)] as [Child, Child]] : []),
    [facts.updated, <time datetime={view.changedOn}>{writeDay(view.changedOn, ctx.language)}</time>],
  ];
  return (
    <dl class="programme-facts">
      {rows.map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Skills({ ctx, view }: { ctx: PageContext; view: ProgrammeView }) {
  const { text } = plusSecurityText(ctx);
  return (
    <section>
      <h2>{text.skills.heading}</h2>
      <p>{text.skills.lead}</p>
      <dl class="programme-skills">
        {view.skills.map(({ level, terms }) => (
          <div>
            <dt>
              <span class="programme-level" aria-hidden="true">
                {level}
              </span>
              {text.skills.levels[level - 1]}
            </dt>
            <dd>
              <Links ctx={ctx} terms={terms} />
            </dd>
          </div>
        ))}
      </dl>
      {view.frameworkItems.length > 0 && (
        <p class="quiet">
          {text.skills.frameworks}: {view.frameworkItems.join(', ')}
        </p>
      )}
    </section>
  );
}

function Links({ ctx, terms }: { ctx: PageContext; terms: readonly LinkedTerm[] }) {
  return (
    <ul class="programme-terms">
      {terms.map(({ label, href }) => (
        <li>
          <a href={href}>{words(label, ctx)}</a>
        </li>
      ))}
    </ul>
  );
}

function Terms({ ctx, terms }: { ctx: PageContext; terms: readonly TermView[] }) {
  return (
    <ul class="programme-terms">
      {terms.map(({ label }) => (
        <li>{words(label, ctx)}</li>
      ))}
    </ul>
  );
}
