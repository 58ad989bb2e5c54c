import { writeMoment } from '../../../../platform/i18n/dates.ts';
import type { SignedInContext } from '../../../../platform/web/page-context.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { StatusLabel } from '../../../../ui/components/status-label.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { accountPaths } from '../account-paths.ts';
import { accountText } from '../messages.ts';
import type { OwnSession } from '../own-account.ts';
import { AccountPage } from './account-page.tsx';

export interface SessionsView {
  sessions: readonly OwnSession[];
  ended: boolean;
}

export function SessionsPage({ ctx, view }: { ctx: SignedInContext; view: SessionsView }) {
  const { text, label } = accountText(ctx);
  const { sessions } = label;
  const others = view.sessions.some((session) => !session.current);
  return (
    <AccountPage ctx={ctx} title={label.account.sessions} notice={view.ended ? sessions.ended : undefined}>
      <p>{text.sessions.lead}</p>
      <Table
        stacked
        caption={label.account.sessions}
        columns={[
          { label: sessions.device },
          { label: sessions.started },
          { label: sessions.seen },
          { label: sessions.action },
        ]}
        rows={view.sessions.map((session) => {
          const device = session.device ?? sessions.unknown;
          return [
            device,
            writeMoment(session.startedAt, ctx.language),
            writeMoment(session.seenAt, ctx.language),
            session.current ? (
              <StatusLabel tone="info">{text.sessions.current}</StatusLabel>
            ) : (
              <form method="post" action={ctx.href(accountPaths.sessions)}>
                <input type="hidden" name="session" value={session.id} />
                <Button type="outline" size="sm">
                  {text.sessions.end}
                  <span class="visually-hidden"> ({device})</span>
                </Button>
              </form>
            ),
          ];
        })}
      />
      {others && (
        <form method="post" action={ctx.href(accountPaths.sessions)} class="more">
          <input type="hidden" name="session" value="others" />
          <Button type="outline">{text.sessions.endOthers}</Button>
        </form>
      )}
    </AccountPage>
  );
}
