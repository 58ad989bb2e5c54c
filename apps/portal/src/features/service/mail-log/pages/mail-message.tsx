import type { Child } from 'hono/jsx';
import { writeMoment } from '../../../../platform/i18n/dates.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Breadcrumb } from '../../../../ui/components/breadcrumb.tsx';
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { mailText } from '../messages.ts';
import { mailPaths } from '../paths.ts';
import type { Destination, MessageView } from '../views.ts';
import { StateLabel } from './state-label.tsx';

interface MailMessagePageProps {
  ctx: PageContext;
  view: { destination: Destination; message: MessageView };
}

/** One mail. Its text is shown as plain text only: nothing in it becomes part of this page. */
export function MailMessagePage({ ctx, view }: MailMessagePageProps) {
  const { text, label } = mailText(ctx);
  const { message, destination } = view;
  const facts: [Child, Child][] = [
    [text.columns.to, message.to ?? text.forgotten],
    [text.columns.state, <StateLabel ctx={ctx} state={message.state} destination={destination} />],
    [text.columns.created, writeMoment(message.createdAt, ctx.language)],
    ...(message.finishedAt
      ? [[text.message.finished, writeMoment(message.finishedAt, ctx.language)] satisfies [Child, Child]]
      : []),
    [text.message.attempts, message.attempts],
    ...(message.lastError ? [[text.message.error, message.lastError] satisfies [Child, Child]] : []),
    [text.message.kind, message.kind?.[ctx.language] ?? message.template],
    [text.message.language, text.message.languages[message.language]],
  ];
  return (
    <Shell
      ctx={ctx}
      title={`${message.subject}｜${label.title}`}
      description={label.description}
      unlisted
      styles={['mail-log']}
    >
      <div class="container page administration-list">
        <header class="page-head">
          <Breadcrumb
            ctx={ctx}
            trail={[{ label: text.title, href: ctx.href(mailPaths.list) }]}
            current={message.subject}
          />
          <h1>{message.subject}</h1>
        </header>
        {message.doubtful && (
          <NotificationBanner
            type="warning"
            heading={message.state === 'uncertain' ? text.message.uncertain : text.message.doubtful}
          />
        )}
        <dl class="facts">
          {facts.map(([name, value]) => (
            <div>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <section aria-labelledby="mail-text">
          <h2 id="mail-text">{text.message.text}</h2>
          {message.text === null ? (
            <p>{text.message.noText}</p>
          ) : (
            <pre class="mail-text" lang={message.language}>
              {message.text}
            </pre>
          )}
        </section>
      </div>
    </Shell>
  );
}
