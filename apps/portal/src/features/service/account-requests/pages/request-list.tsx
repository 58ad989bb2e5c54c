import { writeMoment } from '../../../../platform/i18n/dates.ts';
import type { Problem } from '../../../../platform/outcome/outcome.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { ErrorSummary } from '../../../../ui/components/error-summary.tsx';
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx';
import { Pagination } from '../../../../ui/components/pagination.ts';
import { EditorialPage } from '../../../../ui/editing/editorial-page.tsx';
import { errorsFor } from '../../../../ui/text/problems.ts';
import { requestText } from '../messages.ts';
import { requestPaths } from '../paths.ts';

interface RequestListView {
  requests: readonly {
    id: string;
    organisation: string;
    email: string;
    message: string;
    confirmedAt: Date;
  }[];
  page: number;
  pages: number;
  /** Days after which a request that nobody decided on ends. */
  endsAfter: number;
  notice: 'accepted' | 'declined' | undefined;
  problems: readonly Problem[];
}

/** List of account requests awaiting a decision. */
export function RequestListPage({ ctx, view }: { ctx: PageContext; view: RequestListView }) {
  const { text, label } = requestText(ctx);
  const { list } = text;
  return (
    <EditorialPage ctx={ctx} title={label.list.title} lead={list.lead(view.endsAfter)}>
      {view.notice && <NotificationBanner type="success" heading={list.done[view.notice]} />}
      <ErrorSummary ctx={ctx} errors={errorsFor(view.problems, ctx, 'main')} />
      {view.requests.length === 0 && <p>{list.none}</p>}
      {view.requests.map(({ id, organisation, email, message, confirmedAt }) => (
        <section class="field-compared" aria-labelledby={`request-${id}`}>
          <h2 id={`request-${id}`}>{organisation}</h2>
          <dl class="facts">
            <div>
              <dt>{list.email}</dt>
              <dd class="typed-text">{email}</dd>
            </div>
            <div>
              <dt>{list.confirmedAt}</dt>
              <dd>{writeMoment(confirmedAt, ctx.language)}</dd>
            </div>
            {message !== '' && (
              <div>
                <dt>{list.message}</dt>
                <dd class="typed-text">{message}</dd>
              </div>
            )}
          </dl>
          <form method="post" action={ctx.href(requestPaths.decide(id))}>
            <div class="administration-actions">
              <Button name="decision" value="accept" type="outline">
                {list.accept}
                <span class="visually-hidden">: {organisation}</span>
              </Button>
              <Button name="decision" value="decline" type="outline">
                {list.decline}
                <span class="visually-hidden">: {organisation}</span>
              </Button>
            </div>
          </form>
        </section>
      ))}
      <Pagination
        ctx={ctx}
        page={view.page}
        pageCount={view.pages}
        href={(page) => ctx.href(`${requestPaths.list}?page=${page}`)}
      />
    </EditorialPage>
  );
}
