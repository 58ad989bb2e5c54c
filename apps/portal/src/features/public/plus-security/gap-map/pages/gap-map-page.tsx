import { writeMoment } from '../../../../../platform/i18n/dates.ts';
import { siteUrl } from '../../../../../platform/i18n/site-url.ts';
import type { PageContext } from '../../../../../platform/web/page-context.ts';
import { Breadcrumb } from '../../../../../ui/components/breadcrumb.tsx';
import { Button } from '../../../../../ui/components/button.tsx';
import { Select } from '../../../../../ui/components/choices.tsx';
import { Disclosure } from '../../../../../ui/components/disclosure.tsx';
import { NotificationBanner } from '../../../../../ui/components/notification-banner.tsx';
import { SectionHeading } from '../../../../../ui/components/section-heading.tsx';
import { Table } from '../../../../../ui/components/table.tsx';
import { Shell } from '../../../../../ui/shell/shell.tsx';
import { writeCount } from '../../../../../ui/text/count.ts';
import { writeMonth } from '../../../../../ui/text/month.ts';
import { plusSecurityText } from '../../messages.ts';
import { plusSecurityPaths } from '../../paths.ts';
import { areas, domains, roleWords } from '../demand/dimensions.ts';
import { gapMapText } from '../messages.ts';
import { gapMapPaths } from '../paths.ts';
import { type CellView, type GapMapView, measures } from '../presenting/gap-map-view.ts';
import { HeatMap, Legend, signed } from './heat-map.tsx';
import { Method, Reference } from './method.tsx';
import { PrefectureMap } from './prefecture-map.tsx';

interface Props {
  ctx: PageContext;
  view: GapMapView;
}

export function GapMapPage({ ctx, view }: Props) {
  const { text, label } = gapMapText(ctx);
  const measure = label.measures[view.chosen.measure];
  return (
    <Shell ctx={ctx} title={label.title} description={label.description} styles={['plus-security']}>
      <div class="container page">
        <Breadcrumb
          ctx={ctx}
          trail={[
            { label: plusSecurityText(ctx).text.breadcrumb, href: ctx.href(plusSecurityPaths.programmes) },
          ]}
          current={text.menu}
        />
        <h1>{text.heading}</h1>
        <p class="page-lead">{text.lead}</p>
        {view.sample && (
          <NotificationBanner type="warning" level={2} heading={label.sample}>
            <p>{text.sampleBody}</p>
          </NotificationBanner>
        )}
        <Filters ctx={ctx} view={view} />
        {view.misread && <p role="status">{text.problem}</p>}
        <p>
          {view.month === undefined
            ? text.nothing
            : text.asOf(writeMonth(view.month, ctx.language), writeMoment(view.countedAt, ctx.language))}{' '}
          {text.measureNotes[view.chosen.measure]} <a href="#method">{text.method.heading}</a>
        </p>

        <section class="section" aria-labelledby="heat">
          <SectionHeading id="heat">
            {view.areaLabel === undefined ? text.heat.heading : text.heat.headingIn(view.areaLabel)}
          </SectionHeading>
          <p>{text.heat.note}</p>
          <HeatMap ctx={ctx} view={view} />
          <Legend ctx={ctx} bounds={view.heatBounds} id="heat" />
          <Disclosure summary={text.heat.asTable}>
            <Table
              caption={label.heat.tableCaption(measure)}
              columns={[
                { label: label.heat.role },
                ...view.columns.map((column) => ({ label: column.label, numeric: true })),
              ]}
              rows={view.rows.map((row) => [
                <a href={ctx.href(row.href)}>{row.label}</a>,
                ...row.cells.map(({ value }) => numberOf(value, label.hidden)),
              ])}
            />
          </Disclosure>
        </section>

        {view.details.length > 0 && <Details ctx={ctx} view={view} />}
        <Prefectures ctx={ctx} view={view} />
        <Time ctx={ctx} view={view} />

        <section class="section" aria-labelledby="files">
          <SectionHeading id="files">{text.files.heading}</SectionHeading>
          <ul>
            <li>
              <a href={ctx.href(view.csvHref)}>{text.files.csv}</a>
            </li>
            <li>
              <a href={view.apiHref}>{text.files.api}</a>
            </li>
            <li>
              {text.files.link}:{' '}
              <code class="gap-address">
                {siteUrl(ctx.baseUrl, ctx.path + ctx.queryString, ctx.language)}
              </code>
            </li>
          </ul>
        </section>
        <Method ctx={ctx} />
        <Reference ctx={ctx} />
      </div>
    </Shell>
  );
}

function Filters({ ctx, view }: Props) {
  const { text, label } = gapMapText(ctx);
  const { chosen } = view;
  const all = { value: '', label: label.filters.all };
  return (
    <form
      method="get"
      action={ctx.href(gapMapPaths.map)}
      class="gap-filters"
      aria-label={label.filters.heading}
    >
      <Select
        ctx={ctx}
        name="role"
        label={label.filters.role}
        options={[
          all,
          ...domains.role.map((id) => ({ value: id, label: roleWords[id]?.[ctx.language] ?? id })),
        ]}
        value={chosen.role ?? ''}
      />
      <Select
        ctx={ctx}
        name="area"
        label={label.filters.area}
        options={[all, ...areas.map((area) => ({ value: area.id, label: area.label[ctx.language] }))]}
        value={chosen.area ?? ''}
      />
      <Select
        ctx={ctx}
        name="prefecture"
        label={label.filters.prefecture}
        options={[all, ...view.prefectures.map(({ code, label: name }) => ({ value: code, label: name }))]}
        value={chosen.prefecture ?? ''}
      />
      <Select
        ctx={ctx}
        name="until"
        label={label.filters.until}
        options={[
          { value: '', label: label.filters.latest },
          ...view.months
            .toReversed()
            .map((month) => ({ value: month, label: writeMonth(month, ctx.language) })),
        ]}
        value={chosen.until ?? ''}
      />
      <Select
        ctx={ctx}
        name="measure"
        label={label.filters.measure}
        options={measures.map((each) => ({ value: each, label: label.measures[each] }))}
        value={chosen.measure}
      />
      <div class="gap-filter-buttons">
        <Button>{text.filters.show}</Button>
        <a href={ctx.href(gapMapPaths.map)}>{text.filters.reset}</a>
      </div>
    </form>
  );
}

function Details({ ctx, view }: Props) {
  const { text, label } = gapMapText(ctx);
  const { columns } = label.detail;
  return (
    <section class="section" aria-labelledby="details">
      <SectionHeading id="details">{text.detail.heading}</SectionHeading>
      <Table
        caption={label.detail.caption}
        columns={[
          { label: columns.skill },
          { label: columns.demand, numeric: true },
          { label: columns.supply, numeric: true },
          { label: columns.gap, numeric: true },
        ]}
        rows={view.details.map((row) => [
          row.label,
          ...numbers(row.cell, ctx, ctx.href(row.href), label.map.seats(row.label)),
        ])}
      />
    </section>
  );
}

function Prefectures({ ctx, view }: Props) {
  const { text, label } = gapMapText(ctx);
  const { columns } = label.map;
  return (
    <section class="section" aria-labelledby="map">
      <SectionHeading id="map">{text.map.heading}</SectionHeading>
      <p>
        {text.map.online} {text.map.okinawa}
      </p>
      <div class="gap-beside">
        <div>
          <PrefectureMap ctx={ctx} view={view} />
          <Legend ctx={ctx} bounds={view.mapBounds} id="map" />
          <p class="quiet">{text.map.credit}</p>
        </div>
        <Table
          caption={label.map.tableCaption}
          columns={[
            { label: columns.place },
            { label: columns.demand, numeric: true },
            { label: columns.supply, numeric: true },
            { label: columns.gap, numeric: true },
          ]}
          rows={view.prefectures.map((prefecture) => [
            prefecture.label,
            ...numbers(prefecture.cell, ctx, ctx.href(prefecture.href), label.map.seats(prefecture.label)),
          ])}
        />
      </div>
    </section>
  );
}

function Time({ ctx, view }: Props) {
  const { text, label } = gapMapText(ctx);
  if (view.time.length === 0) return null;
  const most = Math.max(1, ...view.time.map(({ demand }) => demand ?? 0));
  return (
    <section class="section" aria-labelledby="time">
      <SectionHeading id="time">{text.time.heading}</SectionHeading>
      <Table
        caption={label.time.caption}
        captionShown
        columns={[{ label: label.time.columns.month }, { label: label.time.columns.demand }]}
        rows={view.time.map(({ month, demand }) => [
          writeMonth(month, ctx.language),
          <>
            <svg class="gap-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
              <rect class="gap-cell" data-level="3" width={((demand ?? 0) / most) * 100} height="10" />
            </svg>{' '}
            {numberOf(demand, label.hidden)}
          </>,
        ])}
      />
    </section>
  );
}

function numbers({ demand, supply, gap }: CellView, ctx: PageContext, href: string, label: string) {
  const { hidden } = gapMapText(ctx).label;
  return [
    numberOf(demand, hidden),
    <a href={href} aria-label={`${writeCount(supply)} — ${label}`}>
      {writeCount(supply)}
    </a>,
    numberOf(gap, hidden),
  ];
}

function numberOf(value: number | null, hidden: string) {
  return value === null ? <span class="quiet">{hidden}</span> : signed(value);
}
