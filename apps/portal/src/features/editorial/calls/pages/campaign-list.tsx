import { writeMoment } from '../../../../platform/i18n/dates.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { StatusLabel } from '../../../../ui/components/status-label.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { EditorialPage } from '../../../../ui/editing/editorial-page.tsx';
import { callText } from '../messages.ts';
import { callPaths } from '../paths.ts';
import type { CampaignRow } from '../views.ts';
import { CallStateLabel } from './state-label.tsx';

/** All calls for entries, newest first. */
export function CampaignListPage({ ctx, rows }: { ctx: PageContext; rows: readonly CampaignRow[] }) {
  const { text, label } = callText(ctx);
  const { columns } = text.campaigns;
  return (
    <EditorialPage
      ctx={ctx}
      title={label.campaigns.title}
      lead={text.campaigns.lead}
      action={<ButtonLink href={ctx.href(callPaths.start)}>{text.campaigns.start}</ButtonLink>}
    >
      {rows.length === 0 ? (
        <p>{text.campaigns.none}</p>
      ) : (
        <Table
          stacked
          caption={label.campaigns.title}
          columns={[
            { label: columns.title },
            { label: columns.state },
            { label: columns.opens },
            { label: columns.closes },
            { label: columns.received, numeric: true },
          ]}
          rows={rows.map((row) => [
            <a href={ctx.href(callPaths.call(row.id))}>{row.title ?? text.campaigns.untitled}</a>,
            <>
              <CallStateLabel ctx={ctx} state={row.state} />
              {row.unsent && row.state !== 'draft' && (
                <StatusLabel tone="warning">{text.campaigns.unsent}</StatusLabel>
              )}
            </>,
            row.opensAt ? writeMoment(row.opensAt, ctx.language) : '',
            row.closesAt ? writeMoment(row.closesAt, ctx.language) : '',
            row.received,
          ])}
        />
      )}
    </EditorialPage>
  );
}
