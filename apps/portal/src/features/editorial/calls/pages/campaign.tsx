import { writeMoment } from '../../../../platform/i18n/dates.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button, ButtonLink } from '../../../../ui/components/button.tsx';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { ErrorSummary } from '../../../../ui/components/error-summary.tsx';
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { Comparison } from '../../../../ui/editing/comparison.tsx';
import { EditorialPage } from '../../../../ui/editing/editorial-page.tsx';
import { errorsFor } from '../../../../ui/text/problems.ts';
import { callText } from '../messages.ts';
import { type CallAct, callPaths } from '../paths.ts';
import type { CampaignView } from '../views.ts';
import { CallStateLabel } from './state-label.tsx';

interface CampaignProps {
  ctx: PageContext;
  view: CampaignView;
  /** Where an entry is reviewed, without language prefix. */
  reviewPath: (id: string) => string;
  queuePath: string;
}

/** Editors' page of one call: state, actions and received entries. */
export function CampaignOverviewPage({ ctx, view, reviewPath, queuePath }: CampaignProps) {
  const { text, label } = callText(ctx);
  const { campaign, campaigns } = text;
  const { id, state } = view;
  const isPublic = state !== 'draft' && state !== 'withdrawn';
  return (
    <EditorialPage
      ctx={ctx}
      title={view.title ?? label.campaigns.untitled}
      trail={[{ label: label.campaigns.title, href: ctx.href(callPaths.list) }]}
    >
      {view.notice && <NotificationBanner type="success" heading={campaign.notices[view.notice]} />}
      <ErrorSummary ctx={ctx} errors={errorsFor(view.problems, ctx, 'main')} />
      <dl class="facts">
        <div>
          <dt>{campaigns.columns.state}</dt>
          <dd>
            <CallStateLabel ctx={ctx} state={state} />
          </dd>
        </div>
        {view.opensAt && (
          <div>
            <dt>{campaigns.columns.opens}</dt>
            <dd>{writeMoment(view.opensAt, ctx.language)}</dd>
          </div>
        )}
        {view.closesAt && (
          <div>
            <dt>{campaigns.columns.closes}</dt>
            <dd>{writeMoment(view.closesAt, ctx.language)}</dd>
          </div>
        )}
      </dl>
      <div class="administration-actions">
        {state !== 'withdrawn' && (
          <ButtonLink type="outline" href={ctx.href(callPaths.edit(id))}>
            {view.unsent ? campaign.continue : campaign.edit}
          </ButtonLink>
        )}
        <ButtonLink type="outline" href={ctx.href(callPaths.history(id))}>
          {campaign.history}
        </ButtonLink>
        {isPublic && (
          <ButtonLink type="outline" href={ctx.href(callPaths.publicCall(id))}>
            {campaign.publicPage}
          </ButtonLink>
        )}
      </div>
      {(view.unsent || state === 'draft') && <Announcing ctx={ctx} view={view} />}
      <Figures ctx={ctx} view={view} />
      <Entries ctx={ctx} view={view} reviewPath={reviewPath} queuePath={queuePath} />
      {state === 'open' && (
        <section>
          <Disclosure summary={campaign.acts.close}>
            <p>{campaign.closeLead}</p>
            <Act ctx={ctx} id={id} act="close" />
          </Disclosure>
        </section>
      )}
      {view.mayWithdraw && (
        <section>
          <Disclosure summary={campaign.acts.withdraw}>
            <p>{campaign.withdrawLead}</p>
            <Act ctx={ctx} id={id} act="withdraw" />
          </Disclosure>
        </section>
      )}
    </EditorialPage>
  );
}

/** Unannounced changes: the difference, what is missing, and the button to announce. */
function Announcing({ ctx, view }: { ctx: PageContext; view: CampaignView }) {
  const { text, label } = callText(ctx);
  const { campaign } = text;
  const { id, unready } = view;
  const first = view.state === 'draft';
  return (
    <section aria-labelledby="announcing">
      <h2 id="announcing">{first ? campaign.announce : campaign.change}</h2>
      {!first && view.compared && (
        <Comparison
          ctx={ctx}
          inputs={view.compared}
          before={label.campaign.before}
          after={label.campaign.after}
        />
      )}
      {unready.length > 0 ? (
        <>
          <p>{campaign.notReady}</p>
          <ul>
            {unready.map(({ field, message }) => (
              <li>
                <a href={`${ctx.href(callPaths.edit(id))}?check=1#${field ?? ''}`}>{message[ctx.language]}</a>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <p>{first ? campaign.announceLead : campaign.changeLead}</p>
          <Act ctx={ctx} id={id} act="announce" words={first ? undefined : campaign.change} />
        </>
      )}
      {view.unsent && (
        <Disclosure summary={campaign.acts.discard}>
          <p>{first ? campaign.discardLead : campaign.discardChangesLead}</p>
          <Act ctx={ctx} id={id} act="discard" />
        </Disclosure>
      )}
    </section>
  );
}

function Act({
  ctx,
  id,
  act,
  words,
}: {
  ctx: PageContext;
  id: string;
  act: CallAct;
  words?: string | undefined;
}) {
  return (
    <form method="post" action={ctx.href(callPaths.act(id, act))}>
      <Button type={act === 'announce' ? 'solid-fill' : 'outline'}>
        {words ?? callText(ctx).text.campaign.acts[act]}
      </Button>
    </form>
  );
}

function Figures({ ctx, view }: { ctx: PageContext; view: CampaignView }) {
  const { text, label } = callText(ctx);
  const { campaign } = text;
  const count = { label: campaign.count, numeric: true };
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{campaign.figures}</h2>
      <dl class="facts">
        <div>
          <dt>{campaign.received}</dt>
          <dd>{view.received}</dd>
        </div>
        <div>
          <dt>{campaign.writing}</dt>
          <dd>{view.writing}</dd>
        </div>
      </dl>
      {view.received > 0 && (
        <>
          <Table
            stacked
            caption={label.campaign.byState}
            captionShown
            columns={[{ label: text.campaigns.columns.state }, count]}
            rows={view.byState.map(({ standing, count: total }) => [campaign.standing[standing], total])}
          />
          <Table
            stacked
            caption={label.campaign.byOrganisation}
            captionShown
            columns={[{ label: campaign.organisation }, count]}
            rows={view.byOrganisation.map(({ name, count: total }) => [name ?? campaign.body, total])}
          />
        </>
      )}
    </section>
  );
}

function Entries({ ctx, view, reviewPath, queuePath }: CampaignProps) {
  const { text, label } = callText(ctx);
  const { campaign } = text;
  const { columns } = campaign;
  return (
    <section aria-labelledby="entries">
      <h2 id="entries">{campaign.entries}</h2>
      {view.entries.length === 0 ? (
        <p>{campaign.noEntries}</p>
      ) : (
        <>
          <Table
            stacked
            caption={label.campaign.entries}
            columns={[columns.title, columns.organisation, columns.standing, columns.sentAt].map(
              (column) => ({
                label: column,
              }),
            )}
            rows={view.entries.map((entry) => [
              <a href={ctx.href(reviewPath(entry.id))}>{entry.title ?? campaign.untitled}</a>,
              entry.organisation ?? campaign.body,
              campaign.standing[entry.standing],
              writeMoment(entry.sentAt, ctx.language),
            ])}
          />
          <p class="more">
            <a href={ctx.href(queuePath)}>{campaign.inQueue}</a>
          </p>
        </>
      )}
    </section>
  );
}
