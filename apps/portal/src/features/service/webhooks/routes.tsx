import { z } from 'zod';
import type { Platform } from '../../../platform/platform.ts';
import { isOverQuota } from '../../../platform/quota/quota.ts';
import { readForm } from '../../../platform/web/form.ts';
import type { SignedInContext } from '../../../platform/web/page-context.ts';
import type { PageRoutes } from '../../../platform/web/page-routes.ts';
import { WebhookPage, type WebhookView } from './pages/webhook.tsx';
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
      const { name = '', url = '' } = form.formValues;
      const view = { name, url, problems: outcome.problems };
      const status = isOverQuota(outcome.problems) ? 429 : 400;
      return { page: <WebhookFormPage ctx={ctx} view={view} />, status };
    }
    return secretPage(ctx, outcome.value, false);
  });

  async function endpointPage(
    ctx: SignedInContext,
    id: string,
    outcome: Pick<WebhookView, 'tested' | 'problems'>,
  ) {
    const found = await webhooks.find(id);
    if (!found) return undefined;
    const endpoint = endpointView(found.endpoint);
    const view = { endpoint, deliveries: found.deliveries.map(deliveryView), ...outcome };
    return <WebhookPage ctx={ctx} view={view} />;
  }
  admin.get(webhookPaths.endpoint(':id'), (c, ctx) =>
    endpointPage(ctx, idOf(c.req.param('id')), { tested: c.req.query('tested') === '1', problems: [] }),
  );

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
    const outcome = await webhooks.sendTest(id, by(ctx));
    if (!outcome.ok) {
      const page = await endpointPage(ctx, id, { tested: false, problems: outcome.problems });
      return page && { page, status: 429 };
    }
    return c.redirect(`${ctx.href(webhookPaths.endpoint(id))}?tested=1`, 303);
  });
  admin.post(webhookPaths.act(':id', 'remove'), async (c, ctx) => {
    await webhooks.remove(idOf(c.req.param('id')), by(ctx));
    return c.redirect(ctx.href(webhookPaths.list), 303);
  });
}

const nobody = '00000000-0000-0000-0000-000000000000';

/** Id from the path; an invalid one becomes an id that no endpoint has. */
function idOf(parameter: string | undefined): string {
  return z.uuid().catch(nobody).parse(parameter);
}

function secretPage(ctx: SignedInContext, endpoint: Endpoint, changed: boolean) {
  const view = { endpoint: endpointView(endpoint), secret: endpoint.secret, changed };
  return <WebhookSecretPage ctx={ctx} view={view} />;
}

function endpointView({ id, name, url, state, createdAt }: Endpoint): EndpointView {
  return { id, name, url, state, createdAt };
}

function deliveryView(delivery: Delivery): DeliveryView {
  const { event, state, createdAt: at, attempts, lastStatus, lastError } = delivery;
  const answer = lastStatus ?? lastError;
  return {
    event,
    state,
    at,
    attempts,
    ...(answer && { answer }),
  };
}
