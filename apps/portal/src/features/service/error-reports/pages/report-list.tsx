import { writeMoment } from '../../../../platform/i18n/dates.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Breadcrumb } from '../../../../ui/components/breadcrumb.tsx';
import { Button } from '../../../../ui/components/button.tsx';
import { FieldCount } from '../../../../ui/components/form-control.tsx';
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { reportText } from '../messages.ts';
import { reportPaths } from '../paths.ts';

interface ReportListView {
  reports: readonly {
    id: string;
    entryId: string;
    title: string;
    body: string;
    at: Date;
    replies: boolean;
  }[];
  /** Confirmation of the last action: closed with a reply, or without one. */
  notice: 'replied' | 'closed' | undefined;
}

/** List of open reports for the body's staff. */
export function ReportListPage({ ctx, view }: { ctx: PageContext; view: ReportListView }) {
  const { text, label } = reportText(ctx);
  return (
    <Shell ctx={ctx} title={label.title} description={label.title} unlisted>
      <div class="container page administration editorial">
        <header class="page-head">
          <Breadcrumb ctx={ctx} current={text.title} />
          <div>
            <h1>{text.title}</h1>
            <p class="page-lead">{text.listLead}</p>
          </div>
        </header>
        {view.notice && <NotificationBanner type="success" heading={text.dealtWith[view.notice]} />}
        {view.reports.length === 0 && <p>{text.none}</p>}
        {view.reports.map((report) => (
          <section class="field-compared">
            <h2>
              <a href={ctx.href(`/desk/entries/${report.entryId}`)}>{report.title}</a>
            </h2>
            <p class="quiet">{writeMoment(report.at, ctx.language)}</p>
            <p class="typed-text">{report.body}</p>
            <form method="post" action={ctx.href(reportPaths.answer(report.id))}>
              {report.replies ? (
                <div class="form-control">
                  <label class="form-control-label" for={`reply-${report.id}`}>
                    {label.reply}
                  </label>
                  <p class="form-control-help" id={`reply-${report.id}-help`}>
                    {text.replyHelp}
                  </p>
                  <textarea
                    class="textarea"
                    rows={3}
                    name="reply"
                    id={`reply-${report.id}`}
                    aria-describedby={`reply-${report.id}-help reply-${report.id}-count`}
                    maxlength={2_000}
                  />
                  <FieldCount ctx={ctx} name={`reply-${report.id}`} longest={2_000} />
                </div>
              ) : (
                <p>{text.noReply}</p>
              )}
              <div class="form-actions">
                <Button type="outline">{text.done}</Button>
              </div>
            </form>
          </section>
        ))}
      </div>
    </Shell>
  );
}
