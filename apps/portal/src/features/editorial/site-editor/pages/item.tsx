import { writeMoment } from '../../../../platform/i18n/dates.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button, ButtonLink } from '../../../../ui/components/button.tsx';
import { ErrorSummary } from '../../../../ui/components/error-summary.tsx';
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { Comparison } from '../../../../ui/editing/comparison.tsx';
import { EditorialPage } from '../../../../ui/editing/editorial-page.tsx';
import { editorialActions } from '../../../../ui/editing/messages.ts';
import { StageLabel } from '../../../../ui/editing/stage-label.tsx';
import { errorsFor } from '../../../../ui/text/problems.ts';
import { LinkPanel } from '../../links/pages/index.ts';
import { editingText } from '../messages.ts';
import { editingPaths } from '../paths.ts';
import type { ItemView } from '../views.ts';
import { DecisionForm, SendForm, WithdrawForm } from './item-forms.tsx';
import { editingTrail } from './trail.ts';

/** Page of one document: state, changes and actions. */
export function ItemPage({ ctx, view }: { ctx: PageContext; view: ItemView }) {
  const { text, label } = editingText(ctx);
  const { id, problems } = view;
  return (
    <EditorialPage ctx={ctx} title={view.title} trail={editingTrail(ctx)}>
      {view.notice && <NotificationBanner type="success" heading={text.done[view.notice]} />}
      <ErrorSummary ctx={ctx} errors={errorsFor(problems, ctx, 'reason')} />
      <Facts ctx={ctx} view={view} />
      <div class="administration-actions">
        {view.may.write && (
          <ButtonLink href={ctx.href(editingPaths.edit(id))}>
            {view.unsent ? text.item.continue : text.item.edit}
          </ButtonLink>
        )}
        {view.previewed && (
          <ButtonLink type="outline" href={ctx.href(editingPaths.preview(id))}>
            {text.item.preview}
          </ButtonLink>
        )}
        {view.searched && (
          <ButtonLink type="outline" href={ctx.href(editingPaths.rehearse(id))}>
            {text.item.rehearse}
          </ButtonLink>
        )}
        {view.readings && (
          <ButtonLink type="outline" href={ctx.href(editingPaths.readings(id))}>
            {label.readings.title}
          </ButtonLink>
        )}
        {view.listed && (
          <ButtonLink type="outline" href={ctx.href(editingPaths.redirectList(id))}>
            {label.list.title}
          </ButtonLink>
        )}
        <ButtonLink type="outline" href={ctx.href(editingPaths.history(id))}>
          {text.item.history}
        </ButtonLink>
      </div>
      {view.warnings.length > 0 && (
        <NotificationBanner type="warning" heading={text.item.warnings} level={2}>
          <ul>
            {view.warnings.map(({ message }) => (
              <li>{message[ctx.language]}</li>
            ))}
          </ul>
        </NotificationBanner>
      )}
      {view.compared && (
        <section aria-labelledby="changes">
          <h2 id="changes">{text.item.changes}</h2>
          {!view.compared.published && <p>{text.item.allNew}</p>}
          {view.compared.published && view.compared.inputs.length === 0 && <p>{text.item.noChanges}</p>}
          <Comparison
            ctx={ctx}
            inputs={view.compared.inputs}
            before={view.compared.published ? label.item.before : undefined}
            after={view.unsent ? label.item.draft : label.item.sent}
          />
        </section>
      )}
      {view.links.length > 0 && <LinkPanel ctx={ctx} links={view.links} />}
      <SendForm ctx={ctx} view={view} />
      <DecisionForm ctx={ctx} view={view} />
      {view.events.length > 0 && <Events ctx={ctx} view={view} />}
      {view.may.write && view.unsent && (
        <form method="post" action={ctx.href(editingPaths.discard(id))}>
          <Button type="outline">{text.item.discard}</Button>
        </form>
      )}
      <WithdrawForm ctx={ctx} view={view} />
    </EditorialPage>
  );
}

function Facts({ ctx, view }: { ctx: PageContext; view: ItemView }) {
  const { text } = editingText(ctx);
  const { item } = text;
  return (
    <dl class="facts">
      <div>
        <dt>{item.stage}</dt>
        <dd>
          <StageLabel ctx={ctx} stage={view.stage} />
        </dd>
      </div>
      <div>
        <dt>{item.kind}</dt>
        <dd>{view.kind[ctx.language]}</dd>
      </div>
      {view.scheduledFor && (
        <div>
          <dt>{item.scheduledFor}</dt>
          <dd>{writeMoment(view.scheduledFor, ctx.language)}</dd>
        </div>
      )}
      {view.until && (
        <div>
          <dt>{item.until}</dt>
          <dd>{writeMoment(view.until, ctx.language)}</dd>
        </div>
      )}
      {view.page && (
        <div>
          <dt>{item.page}</dt>
          <dd>
            <a href={ctx.href(view.page)}>{view.page}</a>
          </dd>
        </div>
      )}
    </dl>
  );
}

function Events({ ctx, view }: { ctx: PageContext; view: ItemView }) {
  const { text, label } = editingText(ctx);
  const { at, what, who, reason } = text.item.eventColumns;
  const actions = editorialActions(ctx);
  return (
    <section>
      <h2>{text.item.events}</h2>
      <Table
        stacked
        caption={label.item.events}
        columns={[at, what, who, reason].map((column) => ({ label: column }))}
        rows={view.events.map((event) => [
          writeMoment(event.at, ctx.language),
          actions[event.action],
          event.who,
          event.reason,
        ])}
      />
    </section>
  );
}
