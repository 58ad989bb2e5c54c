import type { Parameter } from '@kakehashi/benefits';
import { writeDay } from '../../../../platform/i18n/dates.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Breadcrumb } from '../../../../ui/components/breadcrumb.tsx';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { icon } from '../../../../ui/components/icon.ts';
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx';
import { SectionHeading } from '../../../../ui/components/section-heading.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { benefitsText } from '../messages.ts';
import { benefitPaths } from '../paths.ts';
import type { KindRow, LandingView } from '../presenting/landing-view.ts';
import { Articles } from './answer.tsx';
import { parameterValue } from './comparison.tsx';

export function LandingPage({ ctx, view }: { ctx: PageContext; view: LandingView }) {
  const { text, label } = benefitsText(ctx);
  const { landing } = text;
  const programmes = ctx.linkTargets?.designatedProgrammes;
  return (
    <Shell
      ctx={ctx}
      styles={['benefits']}
      title={label.landing.title}
      description={label.landing.description}
    >
      <div class="container page benefits">
        <Breadcrumb ctx={ctx} current={text.benefits} />
        <header class="benefit-hero">
          <h1>{landing.heading}</h1>
          <p class="page-lead">{landing.lead}</p>
          <ButtonLink size="lg" href={ctx.href(benefitPaths.calculator)} icon={icon.arrow}>
            {landing.calculate}
          </ButtonLink>
        </header>

        <section class="section" aria-labelledby="kinds">
          <SectionHeading id="kinds">{landing.kindsHeading}</SectionHeading>
          <p class="section-lead">{landing.kindsLead(writeDay(view.day, ctx.language))}</p>
          <div class="benefit-kind-table">
            <KindTable ctx={ctx} view={view} />
          </div>
        </section>

        <section class="section" aria-labelledby="which">
          <SectionHeading id="which">{landing.whichHeading}</SectionHeading>
          <p class="benefit-tip">
            <strong>{landing.which.course.title}</strong>
            <span>{landing.which.course.body}</span>
          </p>
          <ul class="benefit-kinds">
            {view.kinds.map(({ kind }) => (
              <li>
                <h3>{landing.which[kind].title}</h3>
                <p>{landing.which[kind].body}</p>
                <a href={ctx.href(`${benefitPaths.calculator}?kind=${kind}`)}>{landing.calculateKind}</a>
                {programmes && <a href={ctx.href(programmes(kind))}>{landing.programmesOfKind}</a>}
              </li>
            ))}
          </ul>
        </section>

        <section class="section" aria-labelledby="living">
          <SectionHeading id="living">{landing.livingHeading}</SectionHeading>
          <dl class="benefit-living">
            {(['support', 'leave'] as const).map((kind) => (
              <div>
                <dt>
                  <a href={ctx.href(`${benefitPaths.calculator}?kind=${kind}`)}>{text.kinds[kind]}</a>
                </dt>
                <dd>{landing.living[kind]}</dd>
              </div>
            ))}
          </dl>
        </section>

        <section class="section" aria-labelledby="providers">
          <SectionHeading id="providers">{landing.providersHeading}</SectionHeading>
          <p class="section-lead">{landing.providers}</p>
          <ButtonLink type="outline" href={ctx.href(benefitPaths.designation)}>
            {landing.toDesignation}
          </ButtonLink>
        </section>

        <section class="section">
          <NotificationBanner type="info" level={2} heading={landing.sureHeading}>
            <p>{landing.sure}</p>
          </NotificationBanner>
          <h2 class="benefit-sources">{landing.sourcesHeading}</h2>
          <Articles ctx={ctx} articles={view.articles} />
          <p class="quiet">{text.rulesChecked(writeDay(view.rulesCheckedOn, ctx.language))}</p>
        </section>
      </div>
    </Shell>
  );
}

function KindTable({ ctx, view }: { ctx: PageContext; view: LandingView }) {
  const { text, label } = benefitsText(ctx);
  const { columns } = text.landing;
  return (
    <Table
      stacked
      caption={label.landing.kindsCaption}
      columns={[
        { label: columns.kind },
        { label: columns.rate },
        { label: columns.ceiling },
        { label: columns.more },
        { label: columns.wage },
        { label: columns.years },
      ]}
      rows={view.kinds.map((row) => [text.kinds[row.kind], ...cells(row, ctx)])}
    />
  );
}

function cells(row: KindRow, ctx: PageContext) {
  const { landing } = benefitsText(ctx).text;
  const amountOf = (parameter: Parameter) => parameterValue(parameter, ctx) ?? '';
  const upTo = (ceiling: Parameter) =>
    row.kind === 'practical' ? benefitsText(ctx).label.landing.perYear(amountOf(ceiling)) : amountOf(ceiling);
  const { more, wage } = row;
  return [
    amountOf(row.rate),
    row.kind === 'practical' ? landing.perYear(amountOf(row.ceiling)) : amountOf(row.ceiling),
    more ? landing.rateUpTo(amountOf(more.rate), upTo(more.ceiling)) : landing.none,
    wage ? landing.wageUpTo(amountOf(wage.rise), amountOf(wage.rate), upTo(wage.ceiling)) : landing.none,
    landing.yearsNeeded(amountOf(row.firstYears), amountOf(row.laterYears)),
  ];
}
