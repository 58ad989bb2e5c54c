import { writeMoment } from '../../../../platform/i18n/dates.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Breadcrumb } from '../../../../ui/components/breadcrumb.tsx';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { webhookText } from '../messages.ts';
import { webhookPaths } from '../paths.ts';
import type { DeliveryView, EndpointView } from '../views.ts';
import { DeliveryStatus, EndpointStatus } from './status.tsx';

export interface WebhookListView {
  endpoints: { endpoint: EndpointView; last?: DeliveryView | undefined }[];
}

export function WebhookListPage({ ctx, view }: { ctx: PageContext; view: WebhookListView }) {
  const { text, label } = webhookText(ctx);
  const { columns } = text;
  return (
    <Shell ctx={ctx} title={label.title} description={label.description} unlisted>
      <div class="container page administration-list">
        <header class="page-head">
          <Breadcrumb ctx={ctx} current={text.title} />
          <div>
            <h1>{text.title}</h1>
            <p class="page-lead">{text.lead}</p>
          </div>
          <ButtonLink href={ctx.href(webhookPaths.register)}>{text.register}</ButtonLink>
        </header>
        {view.endpoints.length === 0 ? (
          <p>{text.none}</p>
        ) : (
          <Table
            stacked
            caption={label.title}
            columns={[columns.name, columns.url, columns.state, columns.last].map((column) => ({
              label: column,
            }))}
            rows={view.endpoints.map(({ endpoint, last }) => [
              <a href={ctx.href(webhookPaths.endpoint(endpoint.id))}>{endpoint.name}</a>,
              endpoint.url,
              <EndpointStatus ctx={ctx} state={endpoint.state} />,
              last ? (
                <>
                  {writeMoment(last.at, ctx.language)} <DeliveryStatus ctx={ctx} state={last.state} />
                </>
              ) : (
                text.never
              ),
            ])}
          />
        )}
      </div>
    </Shell>
  );
}
