import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Breadcrumb } from '../../../../ui/components/breadcrumb.tsx';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { webhookText } from '../messages.ts';
import { webhookPaths } from '../paths.ts';
import type { EndpointView } from '../views.ts';

export interface WebhookSecretView {
  endpoint: EndpointView;
  secret: string;
  /** Whether it replaced an earlier one. */
  changed: boolean;
}

/** Shows a new secret; the only time it is shown. */
export function WebhookSecretPage({ ctx, view }: { ctx: PageContext; view: WebhookSecretView }) {
  const { text, label } = webhookText(ctx);
  const { endpoint } = view;
  const address = ctx.href(webhookPaths.endpoint(endpoint.id));
  return (
    <Shell
      ctx={ctx}
      title={label.secret.title}
      description={label.description}
      unlisted
      styles={['webhooks']}
    >
      <div class="container page administration-list" data-width="narrow">
        <header class="page-head">
          <Breadcrumb
            ctx={ctx}
            trail={[
              { label: text.title, href: ctx.href(webhookPaths.list) },
              { label: endpoint.name, href: address },
            ]}
            current={text.secret.heading}
          />
          <h1>{text.secret.heading}</h1>
        </header>
        <NotificationBanner type="warning" heading={text.secret.once}>
          {view.changed && <p>{text.secret.changed}</p>}
        </NotificationBanner>
        <p class="one-time-secret">{view.secret}</p>
        <div class="webhook-actions">
          <ButtonLink href={address}>{text.secret.next}</ButtonLink>
        </div>
      </div>
    </Shell>
  );
}
