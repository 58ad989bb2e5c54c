import { writeMoment } from '../../../../platform/i18n/dates.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Breadcrumb } from '../../../../ui/components/breadcrumb.tsx';
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { linkText } from '../messages.ts';
import type { DeadLink } from '../model.ts';
import { LinkResult } from './link-result.tsx';

interface DeadLinksPageProps {
  ctx: PageContext;
  view: { on: boolean; links: readonly (DeadLink & { records: readonly { id: string; title: string }[] })[] };
}

/** Dead links of published entries. */
export function DeadLinksPage({ ctx, view }: DeadLinksPageProps) {
  const { text, label } = linkText(ctx);
  const { url, what, since, records } = text.columns;
  return (
    <Shell ctx={ctx} title={label.title} description={label.title} unlisted>
      <div class="container page administration">
        <header class="page-head">
          <Breadcrumb ctx={ctx} current={text.title} />
          <div>
            <h1>{text.title}</h1>
            <p class="page-lead">{text.lead}</p>
          </div>
        </header>
        {!view.on && <NotificationBanner type="warning" heading={text.off} />}
        {view.links.length === 0 ? (
          <p>{text.none}</p>
        ) : (
          <Table
            stacked
            caption={label.title}
            columns={[url, what, since, records].map((column) => ({ label: column }))}
            rows={view.links.map((link) => [
              <a href={link.url} rel="noreferrer nofollow">
                {link.url}
              </a>,
              <LinkResult ctx={ctx} state={link.state} />,
              link.state.failingSince ? writeMoment(link.state.failingSince, ctx.language) : '',
              <ul class="plain-list">
                {link.records.map(({ id, title }) => (
                  <li>
                    <a href={ctx.href(`/desk/entries/${id}`)}>{title}</a>
                  </li>
                ))}
              </ul>,
            ])}
          />
        )}
      </div>
    </Shell>
  );
}
