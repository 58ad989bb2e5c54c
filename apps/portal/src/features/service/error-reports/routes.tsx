import { z } from 'zod';
import { choose } from '../../../platform/i18n/language.ts';
import { mailAddress } from '../../../platform/mail/mail.ts';
import type { Platform } from '../../../platform/platform.ts';
import { titleText } from '../../../platform/publishing/kind.ts';
import { clientDigest } from '../../../platform/quota/client-digest.ts';
import { readForm } from '../../../platform/web/form.ts';
import type { PageContext } from '../../../platform/web/page-context.ts';
import { type PageRoutes, sendPage } from '../../../platform/web/page-routes.ts';
import { rateLimit, type TooOften } from '../../../platform/web/rate-limit.ts';
import { ReportFormPage, type ReportFormView } from './pages/report-form.tsx';
import { ReportListPage } from './pages/report-list.tsx';
import { reportPaths } from './paths.ts';
import { answer, openReports, report } from './service.ts';

/** Reports that one client may send in a minute. */
const maxReports = 5;
const aReport = z.object({
  body: z.string().trim().min(1).max(2_000),
  email: z.union([z.literal(''), z.string().trim().max(254).pipe(mailAddress)]),
});
const wording = {
  body: {
    ja: 'どこが違うかを入れてください（2,000文字まで）。',
    en: 'Say what is wrong, in at most 2,000 characters.',
  },
  email: {
    ja: 'メールアドレスを name@example.jp の形で入れてください。',
    en: 'Enter your e-mail address, as in name@example.jp.',
  },
};
const anAnswer = z.object({ reply: z.string().trim().max(2_000).default('') });

const doneNotice = z.enum(['replied', 'closed']);

/** Public form to report an error, and the staff's pages to handle reports. */
export function reportPages(routes: PageRoutes, platform: Platform): void {
  const { config, metrics, model, kinds, connection, now } = platform;

  function shownRecord(
    id: string,
    ctx: PageContext,
  ): { id: string; title: string; page: string } | undefined {
    const record = model.get(id);
    const kind = record && kinds.get(record.kind);
    if (!record || !kind?.listed || !kind.pagePath || !kind.card) return undefined;
    const title = titleText(kind, record.data);
    return { id, title: title ? choose(title, ctx).text : id, page: kind.pagePath(id) };
  }
  const blank = { formValues: { body: '', email: '' }, problems: [] };
  const page = (ctx: PageContext, view: ReportFormView) => <ReportFormPage ctx={ctx} view={view} />;

  const tooOften: TooOften = (c) => {
    const ctx = routes.context(c);
    const record = shownRecord(c.req.param('id') ?? '', ctx);
    const { title, page: back } = record ?? { title: '', page: '/' };
    return sendPage(c, {
      page: page(ctx, { title, page: back, ...blank, outcome: 'too-many' }),
      status: 429,
    });
  };
  const limit = rateLimit({ config, metrics }, tooOften, maxReports);
  routes.guard(reportPaths.form(':id'), (c, next) => (c.req.method === 'POST' ? limit(c, next) : next()));

  routes.get(reportPaths.form(':id'), (c, ctx) => {
    const record = shownRecord(c.req.param('id') ?? '', ctx);
    return record && page(ctx, { ...record, ...blank });
  });
  routes.post(reportPaths.form(':id'), async (c, ctx) => {
    const record = shownRecord(c.req.param('id') ?? '', ctx);
    if (!record) return undefined;
    const sent = await readForm(c, aReport, wording);
    if (!sent.ok) {
      const { body = '', email = '' } = sent.formValues;
      return {
        page: page(ctx, { ...record, formValues: { body, email }, problems: sent.problems }),
        status: 400,
      };
    }
    const { body, email } = sent.value;
    const { language } = ctx;
    const written = { publicationId: record.id, title: record.title, body, email: email || null, language };
    const outcome = await report(platform, written, clientDigest(c, platform), now());
    if (!outcome.ok) {
      const view = { ...record, formValues: { body, email }, problems: outcome.problems };
      return { page: page(ctx, view), status: 429 };
    }
    return page(ctx, { ...record, ...blank, outcome: 'sent' });
  });

  routes.permit('review.view').get(reportPaths.list, async (c, ctx) => {
    const reports = (await openReports(connection.db)).map(
      ({ id, publicationId, body, createdAt, email }) => ({
        id,
        entryId: publicationId,
        title: shownRecord(publicationId, ctx)?.title ?? publicationId,
        body,
        at: createdAt,
        replies: email !== null,
      }),
    );
    const notice = doneNotice.safeParse(c.req.query('done')).data;
    return <ReportListPage ctx={ctx} view={{ reports, notice }} />;
  });
  routes.permit('review.assign').post(reportPaths.answer(':id'), async (c, ctx) => {
    const id = z.uuid().safeParse(c.req.param('id'));
    const sent = await readForm(c, anAnswer, {});
    if (!id.success || !sent.ok) return undefined;
    const replied = await answer(platform, id.data, sent.value.reply, ctx.user, now());
    return c.redirect(`${ctx.href(reportPaths.list)}?done=${replied ? 'replied' : 'closed'}`, 303);
  });
}
