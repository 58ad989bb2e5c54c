import type { Child } from 'hono/jsx';
import { raw } from 'hono/utils/html';
import { writeDay } from '../../../../platform/i18n/dates.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { icon } from '../../../../ui/components/icon.ts';
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx';
import { linkTelephones } from '../../../../ui/contact/telephone-links.ts';
import { writeMonth } from '../../../../ui/text/month.ts';
import { phrasedWords, words } from '../../../../ui/text/words.ts';
import { catalogueText } from '../messages.ts';
import type { SpecialFeatureBlockView } from '../views.ts';
import { FoldedRecords } from './folded-records.tsx';

type Block<Type extends SpecialFeatureBlockView['type']> = Extract<SpecialFeatureBlockView, { type: Type }>;

export function SpecialFeatureBlock({ ctx, block }: { ctx: PageContext; block: SpecialFeatureBlockView }) {
  if (block.type === 'notice') return <NoticeBlock ctx={ctx} block={block} />;
  return (
    <section class="feature-block" id={block.id} data-type={block.type}>
      {block.heading && <h2>{phrasedWords(block.heading, ctx)}</h2>}
      {'lead' in block && block.lead && <p class="section-lead">{phrasedWords(block.lead, ctx)}</p>}
      {blockContent(ctx, block)}
    </section>
  );
}

/** A notice carries its heading in its own frame. */
function NoticeBlock({ ctx, block }: { ctx: PageContext; block: Block<'notice'> }) {
  const { body } = block;
  return (
    <section class="feature-block" id={block.id} data-type="notice">
      <NotificationBanner type={block.level} heading={phrasedWords(block.heading, ctx)} level={2}>
        {body && (
          <div class="prose" lang={body.language === ctx.language ? undefined : body.language}>
            {linkTelephones(raw(body.html))}
          </div>
        )}
      </NotificationBanner>
    </section>
  );
}

function blockContent(ctx: PageContext, block: Exclude<SpecialFeatureBlockView, { type: 'notice' }>): Child {
  switch (block.type) {
    case 'text':
      return (
        <div class="prose" lang={block.language === ctx.language ? undefined : block.language}>
          {linkTelephones(raw(block.html))}
        </div>
      );
    case 'steps':
      return <Steps ctx={ctx} block={block} />;
    case 'timeline':
      return <Timeline ctx={ctx} items={block.items} />;
    case 'records':
      return <Records ctx={ctx} block={block} />;
    case 'desks':
      return <FoldedRecords ctx={ctx} cards={block.cards} inSight={2} />;
  }
}

function Records({ ctx, block }: { ctx: PageContext; block: Block<'records'> }) {
  const { text } = catalogueText(ctx);
  return (
    <>
      <FoldedRecords ctx={ctx} cards={block.cards} inSight={2} />
      {block.moreHref && (
        <p class="more">
          <a href={block.moreHref}>
            {text.features.more}
            {icon.arrow}
          </a>
        </p>
      )}
    </>
  );
}

function Steps({ ctx, block }: { ctx: PageContext; block: Block<'steps'> }) {
  return (
    <>
      <ol class="steps">
        {block.items.map(({ title, body }) => (
          <li>
            <h3>{phrasedWords(title, ctx)}</h3>
            <p>{phrasedWords(body, ctx)}</p>
          </li>
        ))}
      </ol>
      {block.note && <p class="quiet">{words(block.note, ctx)}</p>}
    </>
  );
}

function Timeline({ ctx, items }: { ctx: PageContext; items: Block<'timeline'>['items'] }) {
  return (
    <ol class="timeline">
      {items.map(({ date, title, body, url }) => (
        <li>
          <time datetime={date}>{writeTimelineDate(date, ctx)}</time>
          <div>
            <p class="timeline-title">
              {url ? (
                <a href={url} rel="external">
                  {words(title, ctx)}
                </a>
              ) : (
                words(title, ctx)
              )}
            </p>
            {body && <p>{phrasedWords(body, ctx)}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Formats a date with its known precision: day or month. */
function writeTimelineDate(date: string, { language }: PageContext): string {
  return date.length === 'YYYY-MM-DD'.length ? writeDay(date, language) : writeMonth(date, language);
}
