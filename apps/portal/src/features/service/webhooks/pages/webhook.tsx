import { writeMoment } from '../../../../platform/i18n/dates.ts';
import type { Problem } from '../../../../platform/outcome/outcome.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Breadcrumb } from '../../../../ui/components/breadcrumb.tsx';
import { Button } from '../../../../ui/components/button.tsx';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { webhookText } from '../messages.ts';
import { type EndpointAct, webhookPaths } from '../paths.ts';
import type { DeliveryView, EndpointView } from '../views.ts';
import { DeliveryStatus, EndpointStatus } from './status.tsx';

export interface WebhookView {
  endpoint: EndpointView;
  deliveries: DeliveryView[];
  /** Whether a test message was just requested. */
  tested: boolean;
  /** Why the request failed. */
  problems: readonly Problem[];
}

export function WebhookPage({ ctx, view }: { ctx: PageContext; view: WebhookView }) {
  const { text, label } = webhookText(ctx);
  const { endpoint } = view;
  return (
    <Shell
      ctx={ctx}
      title={`${endpoint.name}｜${label.title}`}
      description={label.description}
      unlisted
      styles={['webhooks']}
    >
      <div class="container page administration-list">
        <header class="page-head">
          <Breadcrumb
            ctx={ctx}
            trail={[{ label: text.title, href: ctx.href(webhookPaths.list) }]}
            current={endpoint.name}
          />
          <h1>{endpoint.name}</h1>
        </header>
        {endpoint.state === 'failing' && <NotificationBanner type="error" heading={text.endpoint.failing} />}
        {endpoint.state === 'paused' && <NotificationBanner type="info" heading={text.endpoint.paused} />}
        {view.problems.map(({ message }) => (
          <NotificationBanner type="error" heading={message[ctx.language]} />
        ))}
        {view.tested && <NotificationBanner type="success" heading={text.endpoint.tested} />}
        <dl class="facts">
          <div>
            <dt>{text.columns.url}</dt>
            <dd>{endpoint.url}</dd>
          </div>
          <div>
            <dt>{text.columns.state}</dt>
            <dd>
              <EndpointStatus ctx={ctx} state={endpoint.state} />
            </dd>
          </div>
          <div>
            <dt>{text.endpoint.created}</dt>
            <dd>{writeMoment(endpoint.createdAt, ctx.language)}</dd>
          </div>
        </dl>
        <div class="webhook-actions">
          {endpoint.state === 'active' ? (
            <>
              <ActButton ctx={ctx} id={endpoint.id} act="test" />
              <ActButton ctx={ctx} id={endpoint.id} act="pause" />
            </>
          ) : (
            <ActButton ctx={ctx} id={endpoint.id} act="resume" />
          )}
        </div>
        <section>
          <h2>{text.endpoint.deliveries}</h2>
          {view.deliveries.length === 0 ? (
            <p>{text.endpoint.noDeliveries}</p>
          ) : (
            <Deliveries ctx={ctx} deliveries={view.deliveries} />
          )}
        </section>
        <section>
          <Disclosure summary={text.endpoint.verify}>
            <p>{text.endpoint.verifyBody}</p>
          </Disclosure>
          <ExplainedAct ctx={ctx} id={endpoint.id} act="secret" />
          <ExplainedAct ctx={ctx} id={endpoint.id} act="remove" />
        </section>
      </div>
    </Shell>
  );
}

/** An irreversible action: its explanation precedes its button. */
function ExplainedAct({ ctx, id, act }: { ctx: PageContext; id: string; act: 'secret' | 'remove' }) {
  const { acts, consequences } = webhookText(ctx).text.endpoint;
  return (
    <Disclosure summary={acts[act]}>
      <p>{consequences[act]}</p>
      <ActButton ctx={ctx} id={id} act={act} />
    </Disclosure>
  );
}

function ActButton({ ctx, id, act }: { ctx: PageContext; id: string; act: EndpointAct }) {
  return (
    <form method="post" action={ctx.href(webhookPaths.act(id, act))}>
      <Button type={act === 'test' || act === 'resume' ? 'solid-fill' : 'outline'}>
        {webhookText(ctx).text.endpoint.acts[act]}
      </Button>
    </form>
  );
}

function Deliveries({ ctx, deliveries }: { ctx: PageContext; deliveries: DeliveryView[] }) {
  const { text, label } = webhookText(ctx);
  const { columns } = text.endpoint;
  return (
    <Table
      stacked
      caption={label.endpoint.deliveries}
      columns={[
        { label: columns.at },
        { label: columns.event },
        { label: columns.state },
        { label: columns.attempts, numeric: true },
        { label: columns.answer },
      ]}
      rows={deliveries.map((delivery) => [
        writeMoment(delivery.at, ctx.language),
        text.events[delivery.event],
        <DeliveryStatus ctx={ctx} state={delivery.state} />,
        delivery.attempts,
        typeof delivery.answer === 'string'
          ? text.endpoint.failures[delivery.answer]
          : (delivery.answer ?? ''),
      ])}
    />
  );
}
