import { writeDay, writeMoment } from '../../../../platform/i18n/dates.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button, ButtonLink } from '../../../../ui/components/button.tsx';
import { ErrorSummary } from '../../../../ui/components/error-summary.tsx';
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { Comments, commentsId } from '../../../../ui/editing/comments.tsx';
import { EditorialPage } from '../../../../ui/editing/editorial-page.tsx';
import { editingWords } from '../../../../ui/editing/messages.ts';
import { ReasonedAct } from '../../../../ui/editing/reasoned-act.tsx';
import { StageLabel } from '../../../../ui/editing/stage-label.tsx';
import { writeCount } from '../../../../ui/text/count.ts';
import { errorsFor } from '../../../../ui/text/problems.ts';
import { reportText } from '../../../service/error-reports/pages/index.ts';
import { AnswerList } from '../../calls/pages/index.ts';
import { LinkPanel } from '../../links/pages/index.ts';
import { entryText } from '../messages.ts';
import { entryPaths } from '../paths.ts';
import type { EntryView } from '../views.ts';
import { CallFact } from './call-fact.tsx';
import { Evidence } from './evidence.tsx';
import { SuspensionForm } from './suspension-form.tsx';

/** Owners' page of one entry: state, comments and events. */
export function EntryPage({ ctx, view }: { ctx: PageContext; view: EntryView }) {
  const { text, label } = entryText(ctx);
  const { id, stage, problems } = view;
  return (
    <EditorialPage
      ctx={ctx}
      styles={['entries']}
      title={view.title ?? label.desk.untitled}
      lead={view.unsent ? text.unsent : text.next[stage]}
      trail={[{ label: label.desk.title, href: ctx.href(entryPaths.list) }]}
    >
      {view.notice && <NotificationBanner type="success" heading={text.entry[view.notice]} />}
      <ErrorSummary ctx={ctx} errors={errorsFor(problems, ctx, 'reason')} />
      <Facts ctx={ctx} view={view} />
      <div class="administration-actions">
        {view.may.write && (
          <ButtonLink href={ctx.href(entryPaths.edit(id))}>
            {view.unsent || stage === 'draft' ? text.entry.continue : text.entry.edit}
          </ButtonLink>
        )}
        {view.may.write && (view.unsent || stage === 'draft') && (
          <ButtonLink type="outline" href={ctx.href(entryPaths.check(id))}>
            {label.check.title}
          </ButtonLink>
        )}
        {view.may.confirm && (
          <form method="post" action={ctx.href(entryPaths.confirm(id))}>
            <Button type="outline">{text.entry.confirm}</Button>
          </form>
        )}
        {view.may.correct && (
          <ButtonLink type="outline" href={ctx.href(entryPaths.correct(id))}>
            {text.entry.correct}
          </ButtonLink>
        )}
        {view.may.discard && (
          <ButtonLink type="outline" href={ctx.href(entryPaths.discard(id))}>
            {text.discard.title}
          </ButtonLink>
        )}
        <ButtonLink type="outline" href={ctx.href(entryPaths.history(id))}>
          {text.entry.history}
        </ButtonLink>
      </div>
      {view.call && view.call.call.questions.length > 0 && (
        <section aria-labelledby="answers">
          <h2 id="answers">{text.call.answers}</h2>
          <p>{text.call.private}</p>
          <AnswerList ctx={ctx} questions={view.call.call.questions} answers={view.call.answers} />
        </section>
      )}
      {view.comments.length > 0 && (
        <section aria-labelledby="comments">
          <h2 id="comments">{text.entry.comments}</h2>
          <Comments
            ctx={ctx}
            comments={view.comments}
            hrefOf={({ field, at, shared }) =>
              field && shared && view.openSince && at >= view.openSince
                ? `${ctx.href(entryPaths.edit(id))}?field=${field.name}#${commentsId(field.name)}`
                : undefined
            }
          />
        </section>
      )}
      <Evidence ctx={ctx} entryId={id} view={view.evidence} problems={problems} />
      {view.links.length > 0 && <LinkPanel ctx={ctx} links={view.links} />}
      {view.reports.length > 0 && (
        <section>
          <h2>{reportText(ctx).text.title}</h2>
          <ul class="comments">
            {view.reports.map((report) => (
              <li>
                <p class="comment-head">{writeMoment(report.createdAt, ctx.language)}</p>
                <p class="typed-text">{report.body}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {view.events.length > 0 && <Events ctx={ctx} view={view} />}
      <SuspensionForm ctx={ctx} view={view} />
      {view.may.withdraw && (
        <section>
          <ReasonedAct
            ctx={ctx}
            action={ctx.href(entryPaths.withdraw(id))}
            act={text.entry.withdraw}
            lead={text.entry.withdrawLead}
            name="reason"
            label={label.entry.withdrawReason}
            problems={problems}
            open={problems.some(({ field }) => field !== 'evidence')}
          />
        </section>
      )}
    </EditorialPage>
  );
}

function Facts({ ctx, view }: { ctx: PageContext; view: EntryView }) {
  const { text } = entryText(ctx);
  return (
    <dl class="facts">
      <div>
        <dt>{text.desk.columns.stage}</dt>
        <dd>
          <StageLabel ctx={ctx} stage={view.stage} />
        </dd>
      </div>
      <div>
        <dt>{text.entry.kind}</dt>
        <dd>{view.kind[ctx.language]}</dd>
      </div>
      <div>
        <dt>{text.entry.organisation}</dt>
        <dd>{view.organisation ?? text.start.body}</dd>
      </div>
      {view.call && <CallFact ctx={ctx} call={view.call} />}
      {view.until && (
        <div>
          <dt>{text.entry.until}</dt>
          <dd>{writeDay(view.until, ctx.language)}</dd>
        </div>
      )}
      {view.scheduledFor && (
        <div>
          <dt>{text.entry.scheduledFor}</dt>
          <dd>{writeMoment(view.scheduledFor, ctx.language)}</dd>
        </div>
      )}
      {view.page && (
        <div>
          <dt>{text.entry.page}</dt>
          <dd>
            <a href={ctx.href(view.page)}>{view.page}</a>
          </dd>
        </div>
      )}
      {view.views && (
        <div>
          <dt>{text.entry.views}</dt>
          <dd>{text.entry.viewsOf(writeCount(view.views.thisMonth), writeCount(view.views.lastMonth))}</dd>
        </div>
      )}
    </dl>
  );
}

function Events({ ctx, view }: { ctx: PageContext; view: EntryView }) {
  const { text, label } = entryText(ctx);
  const { at, what, who, reason } = text.entry.eventColumns;
  return (
    <section>
      <h2>{text.entry.events}</h2>
      <Table
        stacked
        caption={label.entry.events}
        columns={[at, what, who, reason].map((column) => ({ label: column }))}
        rows={view.events.map((event) => [
          writeMoment(event.at, ctx.language),
          editingWords(ctx).text.actions[event.action],
          event.who,
          event.reason ?? '',
        ])}
      />
    </section>
  );
}
