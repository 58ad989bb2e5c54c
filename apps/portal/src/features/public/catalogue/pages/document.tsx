import { raw } from 'hono/utils/html';
import { writeDay } from '../../../../platform/i18n/dates.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { phrasedWords } from '../../../../ui/text/words.ts';
import { catalogueText } from '../messages.ts';
import type { DocumentView } from '../views.ts';
import { PageHead } from './page-head.tsx';

/** A page of text: about, terms, privacy, accessibility. */
export function DocumentPage({ ctx, view }: { ctx: PageContext; view: DocumentView }) {
  const { text } = catalogueText(ctx);
  return (
    <Shell ctx={ctx} title={view.title.text} description={view.title.text} styles={['catalogue']}>
      <div class="container page" data-width="text">
        <PageHead ctx={ctx} heading={phrasedWords(view.title, ctx)} />
        <div class="prose" lang={view.language === ctx.language ? undefined : view.language}>
          {raw(view.html)}
        </div>
        <p class="quiet document-updated">
          <time datetime={view.updatedOn}>
            {text.document.updated(writeDay(view.updatedOn, ctx.language))}
          </time>
        </p>
      </div>
    </Shell>
  );
}
