import type { Context } from 'hono';
import { z } from 'zod';
import type { SavedSearches } from '../../../platform/collections/saved-search.ts';
import { mailAddress } from '../../../platform/mail/mail.ts';
import type { Problem } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';
import { clientDigest } from '../../../platform/quota/client-digest.ts';
import { readForm } from '../../../platform/web/form.ts';
import type { PageContext } from '../../../platform/web/page-context.ts';
import { type PageRoutes, sendPage } from '../../../platform/web/page-routes.ts';
import { rateLimit, type TooOften } from '../../../platform/web/rate-limit.ts';
import type { PortalEnvironment } from '../../../platform/web/request-variables.ts';
import { alertText } from './messages.ts';
import { frequencies } from './model.ts';
import { AlertFormPage } from './pages/alert-form.tsx';
import { AlertStepPage } from './pages/alert-step.tsx';
import { alertPaths } from './paths.ts';
import type { AlertOffer, Alerts } from './service.ts';

const request = z.object({
  email: z.string().trim().max(254).pipe(mailAddress),
  frequency: z.enum(frequencies),
  search: z.string().max(4_000),
});
const requestWording = {
  email: {
    ja: 'メールアドレスを name@example.jp の形で入れてください。',
    en: 'Enter your e-mail address, as in name@example.jp.',
  },
  frequency: { ja: '受け取る間隔を選んでください。', en: 'Choose how often.' },
};
/** Requests that one client may make in a minute. */
const maxRequests = 10;

/** Public pages to subscribe to a search, confirm and unsubscribe. */
export function alertPages(
  routes: PageRoutes,
  alerts: Alerts,
  saved: SavedSearches,
  platform: Platform,
): void {
  const { config, metrics, now } = platform;
  const tooOften: TooOften = (c, retryAfter) =>
    sendPage(c, { page: tooManyPage(routes.context(c), retryAfter), status: 429 });
  const limit = rateLimit({ config, metrics }, tooOften, maxRequests);
  routes.guard(alertPaths.request, (c, next) => (c.req.method === 'POST' ? limit(c, next) : next()));

  routes.get(alertPaths.request, (c, ctx) => {
    const search = saved.conditions(new URL(c.req.url).searchParams);
    return formPage(ctx, { search, email: '', frequency: 'weekly', problems: [] });
  });
  routes.post(alertPaths.request, async (c, ctx) => {
    const form = await readForm(c, request, requestWording);
    const search = saved.conditions(new URLSearchParams(form.formValues.search ?? ''));
    if (!form.ok) {
      const { email = '', frequency = '' } = form.formValues;
      return { page: formPage(ctx, { search, email, frequency, problems: form.problems }), status: 400 };
    }
    const { email: address, frequency } = form.value;
    const asked = { address, search, frequency, language: ctx.language };
    const outcome = await alerts.request(asked, clientDigest(c, platform), now());
    if (!outcome.ok) {
      const form = { search, email: address, frequency, problems: outcome.problems };
      return { page: formPage(ctx, form), status: 429 };
    }
    return sentPage(ctx);
  });

  routes.get(alertPaths.confirm, async (c, ctx) => {
    const offer = await alerts.offer(tokenOf(c), now());
    return offer.ok ? confirmPage(ctx, offer.value) : failedPage(ctx, offer.problems);
  });
  routes.post(alertPaths.confirm, async (c, ctx) => {
    const outcome = await alerts.confirm(tokenOf(c), now());
    return outcome.ok ? confirmedPage(ctx, outcome.value) : failedPage(ctx, outcome.problems);
  });

  routes.get(alertPaths.leave, async (c, ctx) => {
    const leavable = await alerts.leavable(tokenOf(c), now());
    if (!leavable.ok) return failedPage(ctx, leavable.problems);
    return leavable.value ? leavePage(ctx, leavable.value) : leftPage(ctx);
  });
  routes.post(alertPaths.leave, async (c, ctx) => {
    const outcome = await alerts.leave(tokenOf(c), now());
    return outcome.ok ? leftPage(ctx) : failedPage(ctx, outcome.problems);
  });

  function formPage(
    ctx: PageContext,
    form: { search: string; email: string; frequency: string; problems: readonly Problem[] },
  ) {
    const description = saved.describe(form.search, ctx.language);
    const searchPath = saved.pagePath(form.search);
    return <AlertFormPage ctx={ctx} view={{ ...form, description, searchPath }} />;
  }

  function offerText(ctx: PageContext, { search, frequency }: AlertOffer) {
    const { text } = alertText(ctx);
    return (
      <ul>
        <li>
          {text.request.condition}
          {ctx.language === 'ja' ? '：' : ': '}
          {saved.describe(search, ctx.language) || text.request.everything}
        </li>
        <li>{text.request.frequencies[frequency]}</li>
      </ul>
    );
  }

  function confirmPage(ctx: PageContext, offer: AlertOffer) {
    const { text, label } = alertText(ctx);
    const act = { action: ctx.href(alertPaths.confirm) + ctx.queryString, label: text.confirm.submit };
    return (
      <AlertStepPage ctx={ctx} title={label.confirm.title} heading={text.confirm.heading} act={act}>
        {offerText(ctx, offer)}
      </AlertStepPage>
    );
  }

  function confirmedPage(ctx: PageContext, offer: AlertOffer) {
    const { text, label } = alertText(ctx);
    return (
      <AlertStepPage ctx={ctx} title={label.confirm.doneTitle} heading={text.confirm.done}>
        {offerText(ctx, offer)}
        <p>{text.confirm.doneBody}</p>
      </AlertStepPage>
    );
  }

  function leavePage(ctx: PageContext, offer: AlertOffer) {
    const { text, label } = alertText(ctx);
    const act = { action: ctx.href(alertPaths.leave) + ctx.queryString, label: text.leave.submit };
    return (
      <AlertStepPage ctx={ctx} title={label.leave.title} heading={text.leave.heading} act={act}>
        {offerText(ctx, offer)}
        <p>{text.leave.body}</p>
      </AlertStepPage>
    );
  }
}

function sentPage(ctx: PageContext) {
  const { text, label } = alertText(ctx);
  return (
    <AlertStepPage ctx={ctx} title={label.sent.title} heading={text.sent.heading}>
      <p>{text.sent.body}</p>
      <p class="quiet">{text.sent.missing}</p>
    </AlertStepPage>
  );
}

function leftPage(ctx: PageContext) {
  const { text, label } = alertText(ctx);
  return (
    <AlertStepPage ctx={ctx} title={label.leave.doneTitle} heading={text.leave.done}>
      <p>{text.leave.doneBody}</p>
    </AlertStepPage>
  );
}

function failedPage(ctx: PageContext, problems: readonly Problem[]) {
  const { text, label } = alertText(ctx);
  const page = (
    <AlertStepPage ctx={ctx} title={label.failed.title} heading={text.failed.heading}>
      {problems.map(({ message }) => (
        <p>{message[ctx.language]}</p>
      ))}
      <p>{text.failed.again}</p>
    </AlertStepPage>
  );
  return { page, status: 400 as const };
}

function tooManyPage(ctx: PageContext, seconds: number) {
  const { text, label } = alertText(ctx);
  return (
    <AlertStepPage ctx={ctx} title={label.failed.tooManyTitle} heading={text.failed.tooMany}>
      <p>{text.failed.tooManyBody(seconds)}</p>
    </AlertStepPage>
  );
}

function tokenOf(c: Context<PortalEnvironment>): string {
  return c.req.query('t') ?? '';
}
