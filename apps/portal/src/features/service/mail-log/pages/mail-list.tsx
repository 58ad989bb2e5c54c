import { writeMoment } from '../../../../platform/i18n/dates.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Breadcrumb } from '../../../../ui/components/breadcrumb.tsx';
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { mailText } from '../messages.ts';
import { mailPaths } from '../paths.ts';
import type { Destination, MessageSummary } from '../views.ts';
import { StateLabel } from './state-label.tsx';

export interface MailListView {
  destination: Destination;
  messages: MessageSummary[];
}

export function MailListPage({ ctx, view }: { ctx: PageContext; view: MailListView }) {
  const { text, label } = mailText(ctx);
  const { columns } = text;
  return (
    <Shell ctx={ctx} title={label.title} description={label.description} unlisted>
      <div class="container page administration-list">
        <header class="page-head">
          <Breadcrumb ctx={ctx} current={text.title} />
          <h1>{text.title}</h1>
        </header>
        <NotificationBanner
          type="info"
          heading={view.destination === 'smtp' ? text.toServer : text.toFiles}
        />
        {view.messages.length === 0 ? (
          <p>{text.none}</p>
        ) : (
          <Table
            stacked
            caption={label.title}
            columns={[columns.subject, columns.to, columns.state, columns.created].map((column) => ({
              label: column,
            }))}
            rows={view.messages.map((message) => [
              <a href={ctx.href(mailPaths.message(message.id))}>{message.subject}</a>,
              message.to ?? text.forgotten,
              <StateLabel ctx={ctx} state={message.state} destination={view.destination} />,
              writeMoment(message.createdAt, ctx.language),
            ])}
          />
        )}
      </div>
    </Shell>
  );
}
