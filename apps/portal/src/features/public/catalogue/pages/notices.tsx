import { writeDay } from '../../../../platform/i18n/dates.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { icon } from '../../../../ui/components/icon.ts';
import { StatusLabel } from '../../../../ui/components/status-label.tsx';
import type { Markup } from '../../../../ui/text/ruby.ts';
import { phrasedWords, words } from '../../../../ui/text/words.ts';
import { catalogueText } from '../messages.ts';
import type { NoticeView } from '../views.ts';

interface NoticesProps {
  ctx: PageContext;
  notices: NoticeView[];
  /** Heading of urgent ones, which stand above everything else on the page. */
  heading?: Markup;
}

export function Notices({ ctx, notices, heading }: NoticesProps) {
  return (
    <section
      class={heading ? 'emergency-banner' : 'notices'}
      aria-labelledby={heading ? 'urgent' : undefined}
    >
      {heading && (
        <h2 id="urgent">
          {icon.alert}
          <span>{heading}</span>
        </h2>
      )}
      <ul>
        {notices.map((notice) => (
          <li>
            <Notice ctx={ctx} notice={notice} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Notice({ ctx, notice }: { ctx: PageContext; notice: NoticeView }) {
  const { text } = catalogueText(ctx);
  const title = words(notice.title, ctx);
  return (
    <>
      <p class="notice-title">
        <time datetime={notice.startsOn}>{writeDay(notice.startsOn, ctx.language)}</time>
        {notice.href ? <a href={notice.href}>{title}</a> : <strong>{title}</strong>}
        {notice.sample && <StatusLabel>{text.record.sampleLabel}</StatusLabel>}
      </p>
      {notice.body && <p>{phrasedWords(notice.body, ctx)}</p>}
    </>
  );
}
