import { z } from 'zod';
import type { Platform } from '../../../platform/platform.ts';
import { readForm } from '../../../platform/web/form.ts';
import type { SignedInContext } from '../../../platform/web/page-context.ts';
import type { PageRoutes } from '../../../platform/web/page-routes.ts';
import type { DeliveryFailure, DeliveryState, EndpointState, WebhookEvent } from './model.ts';
import { WebhookPage } from './pages/webhook.tsx';
import { WebhookFormPage } from './pages/webhook-form.tsx';
import { WebhookListPage } from './pages/webhook-list.tsx';
import { WebhookSecretPage } from './pages/webhook-secret.tsx';
import { webhookPaths } from './paths.ts';
import type { Delivery, Endpoint, Webhooks } from './service.ts';
import type { DeliveryView, EndpointView } from './views.ts';

const registration = z.object({
  name: z.string().trim().min(1).max(100),
  url: z.url({ protocol: /^https?$/ }).max(2_000),
});
const registrationWording = {
  name: { ja: '名前を入れてください（100文字まで）。', en: 'Enter a name of at most 100 characters.' },
  url: {
    ja: 'https:// で始まるアドレスを入れてください。',
    en: 'Enter an address that begins with https://.',
  },
};

/** The administrator's pages of webhooks. */
export function webhookPages(routes: PageRoutes, webhooks: Webhooks, platform: Platform): void {
  const admin = routes.permit('webhook.manage');
  const by = (ctx: SignedInContext) => ({ actor: ctx.user.audit, at: platform.now() });

  admin.get(webhookPaths.list, async (_, ctx) => {
    const endpoints = (await webhooks.list()).map(({ endpoint, last }) => ({
      endpoint: endpointView(endpoint),
      last: last ? deliveryView(last) : undefined,
    }));
    return <WebhookListPage ctx={ctx} view={{ endpoints }} />;
  });

  admin.get(webhookPaths.register, (_, ctx) => (
    <WebhookFormPage ctx={ctx} view={{ name: '', url: 'https://', problems: [] }} />
  ));
  admin.post(webhookPaths.register, async (c, ctx) => {
    const form = await readForm(c, registration, registrationWording);
    const outcome = form.ok ? await webhooks.register(form.value.name, form.value.url, by(ctx)) : form;
    if (!outcome.ok) {
      const { name = '', url = '' } = form.typed;
      const view = { name, url, problems: outcome.problems };
      return { page: <WebhookFormPage ctx={ctx} view={view} />, status: 400 };
    }
    return secretPage(ctx, outcome.value, false);
  });

  admin.get(webhookPaths.endpoint(':id'), async (c, ctx) => {
    const found = await webhooks.find(idOf(c.req.param('id')));
    if (!found) return undefined;
    const view = {
      endpoint: endpointView(found.endpoint),
      deliveries: found.deliveries.map(deliveryView),
      tested: c.req.query('tested') === '1',
    };
    return <WebhookPage ctx={ctx} view={view} />;
  });

  admin.post(webhookPaths.act(':id', 'secret'), async (c, ctx) => {
    const endpoint = await webhooks.changeSecret(idOf(c.req.param('id')), by(ctx));
    return endpoint && secretPage(ctx, endpoint, true);
  });
  admin.post(webhookPaths.act(':id', 'pause'), async (c, ctx) => {
    const endpoint = await webhooks.pause(idOf(c.req.param('id')), by(ctx));
    return endpoint && c.redirect(ctx.href(webhookPaths.endpoint(endpoint.id)), 303);
  });
  admin.post(webhookPaths.act(':id', 'resume'), async (c, ctx) => {
    const endpoint = await webhooks.resume(idOf(c.req.param('id')), by(ctx));
    return endpoint && c.redirect(ctx.href(webhookPaths.endpoint(endpoint.id)), 303);
  });
  admin.post(webhookPaths.act(':id', 'test'), async (c, ctx) => {
    const id = idOf(c.req.param('id'));
    await webhooks.sendTest(id, platform.now());
    return c.redirect(`${ctx.href(webhookPaths.endpoint(id))}?tested=1`, 303);
  });
  admin.post(webhookPaths.act(':id', 'remove'), async (c, ctx) => {
    await webhooks.remove(idOf(c.req.param('id')), by(ctx));
    return c.redirect(ctx.href(webhookPaths.list), 303);
  });
}

const nobody = '00000000-0000-0000-0000-000000000000';

/** An id from the address; what is none leads to nobody's. */
function idOf(parameter: string | undefined): string {
  return z.uuid().catch(nobody).parse(parameter);
}

function secretPage(ctx: SignedInContext, endpoint: Endpoint, changed: boolean) {
  const view = { endpoint: endpointView(endpoint), secret: endpoint.secret, changed };
  return <WebhookSecretPage ctx={ctx} view={view} />;
}

function endpointView({ id, name, url, state, createdAt }: Endpoint): EndpointView {
  return { id, name, url, state: state as EndpointState, createdAt };
}

function deliveryView(delivery: Delivery): DeliveryView {
  const { event, state, createdAt: at, attempts, lastStatus, lastError } = delivery;
  const answer = lastStatus ?? (lastError as DeliveryFailure | null);
  return {
    event: event as WebhookEvent,
    state: state as DeliveryState,
    at,
    attempts,
    ...(answer && { answer }),
  };
}
