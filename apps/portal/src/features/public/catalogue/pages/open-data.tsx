import { tableMetadataPath } from '../../../../platform/collections/csvw.ts';
import { dataCatalogPaths } from '../../../../platform/collections/dcat.ts';
import { writeDay } from '../../../../platform/i18n/dates.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { icon } from '../../../../ui/components/icon.ts';
import { Table } from '../../../../ui/components/table.tsx';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { writeCount } from '../../../../ui/text/count.ts';
import { catalogueText } from '../messages.ts';
import { cataloguePaths } from '../paths.ts';
import { structuredDataCatalog } from '../structured-catalog.ts';
import type { OpenDataView } from '../views.ts';
import { PageHead } from './page-head.tsx';

export function OpenDataPage({ ctx, view }: { ctx: PageContext; view: OpenDataView }) {
  const { text, label } = catalogueText(ctx);
  const { openData } = text;
  return (
    <Shell
      ctx={ctx}
      title={label.openData.heading}
      description={label.openData.description}
      styles={['catalogue']}
      alternates={[
        { type: 'application/ld+json', path: dataCatalogPaths.jsonLd, title: label.openData.catalog },
        { type: 'text/turtle', path: dataCatalogPaths.turtle, title: label.openData.catalog },
      ]}
      structuredData={structuredDataCatalog(
        view,
        { name: label.openData.heading, description: label.openData.description },
        ctx,
      )}
    >
      <div class="container page">
        <PageHead ctx={ctx} heading={openData.heading} lead={openData.lead(writeCount(view.total))} />
        <section class="prose">
          <h2>{openData.downloads}</h2>
          {view.files.map(({ heading, downloads }, index) => (
            <>
              {index > 0 && <h3>{heading}</h3>}
              <ul class="downloads">
                {downloads.map((download) => (
                  <li>
                    <a href={download.href}>
                      {icon.download}
                      {download.label}
                    </a>
                    <span>{download.description}</span>
                  </li>
                ))}
              </ul>
            </>
          ))}
          <p>
            {openData.catalog}: <a href={dataCatalogPaths.jsonLd}>JSON-LD</a>{' '}
            <a href={dataCatalogPaths.turtle}>Turtle</a>
          </p>
          <p>
            <a href={ctx.href(tableMetadataPath)}>{openData.tables}</a>
          </p>
          <p class="quiet">
            <time datetime={view.updatedOn}>{openData.updated(writeDay(view.updatedOn, ctx.language))}</time>
          </p>
          <h2>{openData.licence}</h2>
          <p>{openData.licenceBody}</p>
          <p>
            <a href={ctx.href(cataloguePaths.terms)}>{openData.toTerms}</a>
          </p>
          <h2>{openData.api}</h2>
          <p>
            {openData.apiBody} <a href={ctx.href(cataloguePaths.api)}>{openData.toApi}</a>
          </p>
          <h2>{openData.columns}</h2>
        </section>
        {view.files.map(({ heading, columns }, index) => (
          <>
            {index > 0 && <h3>{heading}</h3>}
            <Table
              stacked
              caption={index > 0 ? `${label.openData.columns}: ${heading}` : label.openData.columns}
              columns={[
                { label: openData.columnName },
                { label: openData.columnLabel },
                { label: openData.columnMeaning },
                { label: openData.columnExample },
              ]}
              rows={columns.map((column) => [
                <code>{column.name}</code>,
                column.label,
                column.description,
                <code>{column.example}</code>,
              ])}
            />
          </>
        ))}
      </div>
    </Shell>
  );
}
